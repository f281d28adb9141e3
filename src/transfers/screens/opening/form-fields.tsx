/** 转学申请表: the fields, the same for a new transfer and for one that is mended. */
import type { ReactNode } from 'react';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { type Option, SelectField } from '../../../web/parts/form/select-field.tsx';
import type { TransferChoices } from '../../transfers.api.ts';
import type { Filled } from './form-state.screen.ts';

interface FormFieldsProps {
  filled: Filled;
  onChange: (filled: Filled) => void;
  choices: TransferChoices | undefined;
  /** Class groups of the child's grade; none are offered where they are not at hand. */
  classGroups?: readonly Option[] | undefined;
  problems: Partial<Record<keyof Filled, string>>;
}

const YES_NO = [
  { value: 'NO', words: '没有' },
  { value: 'YES', words: '有' },
];
const THERE = [
  { value: 'YES', words: '在' },
  { value: 'NO', words: '不在' },
];
const TERMS = [
  { value: 'RUNNING', words: '本学期' },
  { value: 'NEXT', words: '下学期' },
];

/** Ground, move, term, class group, and what the guardian and the sending school say. */
export function FormFields({ filled, onChange, choices, classGroups, problems }: FormFieldsProps): ReactNode {
  const set = (part: Partial<Filled>) => onChange({ ...filled, ...part });
  return (
    <>
      <SelectField
        label="转学事由"
        required
        value={filled.ground}
        onChange={(ground) => set({ ground })}
        options={choices?.grounds ?? []}
        problem={problems.ground}
      />
      <SelectField
        label="迁移范围"
        required
        value={filled.moved}
        onChange={(moved) => set({ moved })}
        options={choices?.moves ?? []}
        problem={problems.moved}
      />
      <ChoiceField
        label="转入学期"
        value={filled.forTerm}
        onChange={(forTerm) => set({ forTerm: forTerm as Filled['forTerm'] })}
        options={TERMS}
      />
      {classGroups && (
        <SelectField
          label="编入班级"
          value={filled.classGroupId}
          onChange={(classGroupId) => set({ classGroupId })}
          options={classGroups}
          empty="办结后再编"
        />
      )}
      <ChoiceField
        label="新住地"
        value={filled.atNewPlace}
        onChange={(atNewPlace) => set({ atNewPlace: atNewPlace as Filled['atNewPlace'] })}
        options={THERE}
        hint="本校是否在新户籍地或务工地"
      />
      <ChoiceField
        label="未撤处分"
        required
        value={filled.underSanction}
        onChange={(underSanction) => set({ underSanction: underSanction as Filled['underSanction'] })}
        options={YES_NO}
        problem={problems.underSanction}
      />
      <CheckField checked={filled.guardianApplies} onChange={(guardianApplies) => set({ guardianApplies })}>
        监护人已提出书面申请
      </CheckField>
    </>
  );
}

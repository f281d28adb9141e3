/** 转学申请表: the fields, the same for a new transfer and for one that is mended. */
import type { ReactNode } from 'react';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { type Option, SelectField } from '../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import type { TransferData } from '../../transfer.ts';
import type { TransferChoices } from '../../transfers.api.ts';
import type { Filled } from './form-state.screen.ts';

interface FormFieldsProps {
  filled: Filled;
  onChange: (filled: Filled) => void;
  choices: TransferChoices | undefined;
  /** Class groups of the child's grade; none are offered where they are not at hand. */
  classGroups?: readonly Option[] | undefined;
  problems: Partial<Record<keyof Filled, string>>;
  asks: Asks;
}

/** What is asked of some only. */
export interface Asks {
  /** 普通高中: the proficiency examination. */
  exam: boolean;
  /** To or from a special school. */
  special: TransferData['special'];
  /** From home to the school, where the law of the place asks. */
  distance: boolean;
}

/** 入学一年内: the rule that asks how far the home is. */
export const asksDistance = (findings: readonly { ruleId: string; code: string }[]): boolean =>
  findings.some(({ ruleId, code }) => ruleId === 'first-year' && (code === 'FIRST_YEAR' || code === 'FAR'));

const YES_NO = [
  { value: 'NO', words: '没有' },
  { value: 'YES', words: '有' },
];
const THERE = [
  { value: 'YES', words: '在' },
  { value: 'NO', words: '不在' },
];
const TAKEN = [
  { value: 'YES', words: '已参加' },
  { value: 'NO', words: '未参加' },
];
const GOES = [
  { value: 'MOVES', words: '转入新学校' },
  { value: 'STAYS', words: '留在原学校' },
];
const SPECIAL_HINTS = {
  INCLUSIVE: '特教学校与随班就读之间，可转可留',
  WORK_STUDY: '进入专门学校就读，由原学校与监护人商定',
} as const;
const TERMS = [
  { value: 'RUNNING', words: '本学期' },
  { value: 'NEXT', words: '下学期' },
];

/** Ground, move, term, class group, and what the guardian and the sending school say. */
export function FormFields({ filled, onChange, choices, classGroups, problems, asks }: FormFieldsProps): ReactNode {
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
      {asks.distance && (
        <>
          <TextField
            label="离校"
            value={filled.kilometres}
            onChange={(kilometres) => set({ kilometres })}
            maxLength={5}
            hint="新住处到原学校多少公里"
          />
          <TextField
            label="公交"
            value={filled.stops}
            onChange={(stops) => set({ stops })}
            maxLength={3}
            hint="新住处到原学校多少站"
          />
        </>
      )}
      {asks.exam && (
        <ChoiceField
          label="学业考试"
          value={filled.examTaken}
          onChange={(examTaken) => set({ examTaken: examTaken as Filled['examTaken'] })}
          options={TAKEN}
          hint="在转出地是否已参加普通高中学业水平考试"
        />
      )}
      {asks.special && (
        <>
          <ChoiceField
            label="学籍去留"
            value={filled.registration}
            onChange={(registration) => set({ registration: registration as Filled['registration'] })}
            options={GOES}
            hint={SPECIAL_HINTS[asks.special]}
          />
          {asks.special === 'WORK_STUDY' && (
            <CheckField checked={filled.agreed} onChange={(agreed) => set({ agreed })}>
              原学校与监护人已商定学籍去留
            </CheckField>
          )}
        </>
      )}
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

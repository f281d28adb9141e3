/** 办学情况的填报项: type, ownership, stages, years; and the province's paper where the years are not the usual. */
import type { ReactNode } from 'react';
import { CheckField, ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../../../web/parts/form/form-row.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import {
  choosesStages,
  SCHOOL_TYPES,
  type SchoolType,
  STAGES,
  type Stage,
  USUAL_YEARS,
  unusualYears,
  usualStagesOf,
} from '../../../institutions/school-types.api.ts';
import { YEARS_OFFERED } from '../words.screen.ts';

export interface Schooling {
  schoolType: SchoolType | '';
  ownership: 'PUBLIC' | 'PRIVATE';
  modelSchool: boolean;
  stages: readonly Stage[];
  years: Partial<Record<Stage, number>>;
  provincialConsent: string;
}

export const NO_SCHOOLING: Schooling = {
  schoolType: '',
  ownership: 'PUBLIC',
  modelSchool: false,
  stages: [],
  years: {},
  provincialConsent: '',
};

/** What is sent: nothing that was left as it is usual. */
export const schoolingBody = ({ provincialConsent, schoolType, ...rest }: Schooling) => ({
  ...rest,
  ...(schoolType === '' ? {} : { schoolType }),
  ...(provincialConsent.trim() === '' ? {} : { provincialConsent: provincialConsent.trim() }),
});

interface SchoolingFieldsProps {
  value: Schooling;
  onChange: (schooling: Schooling) => void;
  said: (name: string) => string | undefined;
}

const TYPES = Object.entries(SCHOOL_TYPES).map(([value, words]) => ({ value, words }));
const OWNERSHIPS = [
  { value: 'PUBLIC', words: '公办' },
  { value: 'PRIVATE', words: '民办' },
];

/** A change of type brings the stages of that type. */
export function SchoolingFields({ value, onChange, said }: SchoolingFieldsProps): ReactNode {
  const set = (part: Partial<Schooling>) => onChange({ ...value, ...part });
  const { schoolType, stages, years } = value;
  const chooseType = (type: string) => {
    const known = type as SchoolType | '';
    set({ schoolType: known, stages: known === '' ? [] : usualStagesOf(known), years: {} });
  };
  const unusual = unusualYears(stages, years).length > 0;
  return (
    <>
      <SelectField
        label="办学类型"
        value={schoolType}
        onChange={chooseType}
        options={TYPES}
        required
        problem={said('schoolType')}
      />
      {schoolType !== '' && choosesStages(schoolType) && (
        <FormRow label="学段" group>
          {() => (
            <div className="line">
              {usualStagesOf(schoolType).map((stage) => (
                <CheckField
                  key={stage}
                  checked={stages.includes(stage)}
                  onChange={(checked) =>
                    set({ stages: checked ? [...stages, stage] : stages.filter((one) => one !== stage) })
                  }
                >
                  {STAGES[stage]}
                </CheckField>
              ))}
            </div>
          )}
        </FormRow>
      )}
      {stages.map((stage) => (
        <ChoiceField
          key={stage}
          label={`${STAGES[stage]}学制`}
          value={String(years[stage] ?? USUAL_YEARS[stage])}
          onChange={(text) => set({ years: { ...years, [stage]: Number(text) } })}
          options={YEARS_OFFERED[stage].map((number) => ({ value: String(number), words: `${number}年` }))}
        />
      ))}
      {unusual && (
        <TextField
          label="省级文号"
          value={value.provincialConsent}
          onChange={(provincialConsent) => set({ provincialConsent })}
          required
          hint="学制试验须经省级教育行政部门同意"
          problem={said('provincialConsent')}
        />
      )}
      <ChoiceField
        label="办学性质"
        value={value.ownership}
        onChange={(text) => set({ ownership: text === 'PRIVATE' ? 'PRIVATE' : 'PUBLIC' })}
        options={OWNERSHIPS}
      />
      <ChoiceField
        label="示范校"
        value={value.modelSchool ? 'YES' : 'NO'}
        onChange={(text) => set({ modelSchool: text === 'YES' })}
        options={[
          { value: 'NO', words: '否' },
          { value: 'YES', words: '是' },
        ]}
      />
    </>
  );
}

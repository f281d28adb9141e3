/** 办学类型、学段和学制的填报项, and the province's paper where the years are not the usual. */
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

export interface SchoolKind {
  schoolType: SchoolType | '';
  stages: readonly Stage[];
  years: Partial<Record<Stage, number>>;
  provincialConsent: string;
}

interface SchoolKindFieldsProps {
  value: SchoolKind;
  onChange: (change: Partial<SchoolKind>) => void;
  said?: (name: string) => string | undefined;
}

const TYPES = Object.entries(SCHOOL_TYPES).map(([value, words]) => ({ value, words }));

/** A change of type brings the stages of that type. */
export function SchoolKindFields({ value, onChange: set, said = () => undefined }: SchoolKindFieldsProps): ReactNode {
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
    </>
  );
}

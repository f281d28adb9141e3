/** 资助的项目、学期和日期: alike for all rows of the table. */
import type { ReactNode } from 'react';
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts';
import { ChoiceField } from '../../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../../web/parts/form/date-field.tsx';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import type { AidOf } from './entry-acts.tsx';

export const SCHEMES = [
  { value: 'LIVING', words: '家庭经济困难学生生活补助' },
  { value: 'FEES', words: '免学杂费' },
  { value: 'GRANT', words: '国家助学金' },
  { value: 'MEALS', words: '营养膳食补助' },
  { value: 'OTHER', words: '其他资助' },
];
const TERMS = [
  { value: '1', words: '第一学期' },
  { value: '2', words: '第二学期' },
];

export interface AidFieldsProps {
  aid: AidOf;
  today: CivilDate;
  onChange: (aid: AidOf) => void;
}

export function AidFields({ aid, today, onChange }: AidFieldsProps): ReactNode {
  return (
    <>
      <SelectField
        label="项目"
        required
        value={aid.scheme}
        onChange={(scheme) => onChange({ ...aid, scheme })}
        options={SCHEMES}
        empty={null}
      />
      <ChoiceField
        label="学期"
        value={String(aid.term)}
        onChange={(term) => onChange({ ...aid, term: Number(term) })}
        options={TERMS}
      />
      <DateField
        label="发放日期"
        required
        value={aid.givenOn ? civilDate(aid.givenOn) : undefined}
        onChange={(givenOn) => onChange({ ...aid, givenOn })}
        today={today}
        to={today}
      />
      <TextField label="说明" value={aid.note} onChange={(note) => onChange({ ...aid, note })} maxLength={100} />
    </>
  );
}

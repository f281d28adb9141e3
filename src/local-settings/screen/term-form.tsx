/** 学期校历: first and last day of one term. */
import { type ReactNode, useState } from 'react';
import { type CivilDate, intakeYearOf } from '../../kernel/civil-date.ts';
import { DateField } from '../../web/parts/form/date-field.tsx';
import { SelectField } from '../../web/parts/form/select-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';

export interface TermDraft {
  schoolYear: number;
  term: 1 | 2;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

interface TermFormProps {
  today: CivilDate;
  term: TermDraft | undefined;
  /** Undefined while the two days are not both given. */
  onChange: (term: TermDraft | undefined) => void;
}

export function TermForm({ today, term, onChange }: TermFormProps): ReactNode {
  const [open, setOpen] = useState(term !== undefined);
  const [which, setWhich] = useState(`${intakeYearOf(today)}-1`);
  const [startsOn, setStartsOn] = useState<CivilDate | undefined>(term?.startsOn);
  const [endsOn, setEndsOn] = useState<CivilDate | undefined>(term?.endsOn);
  const tell = (key: string, first: CivilDate | undefined, last: CivilDate | undefined) => {
    const [schoolYear, number] = key.split('-').map(Number);
    onChange(
      first && last ? { schoolYear: schoolYear!, term: number as 1 | 2, startsOn: first, endsOn: last } : undefined,
    );
  };
  if (!open) return <Button onPress={() => setOpen(true)}>设定学期起止</Button>;
  const years = [intakeYearOf(today), intakeYearOf(today) + 1];
  return (
    <fieldset className="setting-line">
      <legend>学期起止</legend>
      <SelectField
        label="学期"
        value={which}
        onChange={(key) => {
          setWhich(key);
          tell(key, startsOn, endsOn);
        }}
        empty={null}
        options={years.flatMap((year) => [
          { value: `${year}-1`, words: `${year}学年第一学期` },
          { value: `${year}-2`, words: `${year}学年第二学期` },
        ])}
      />
      <DateField
        label="开学"
        required
        value={startsOn}
        onChange={(day) => {
          setStartsOn(day);
          tell(which, day, endsOn);
        }}
        today={today}
      />
      <DateField
        label="结束"
        required
        value={endsOn}
        onChange={(day) => {
          setEndsOn(day);
          tell(which, startsOn, day);
        }}
        today={today}
        from={startsOn}
      />
    </fieldset>
  );
}

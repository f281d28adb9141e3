/** 系统故障期: days on which the system could not be used; what was taken in on paper counts from its day. */
import { type ReactNode, useState } from 'react';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { CheckField } from '../../../web/parts/form/choice-field.tsx';
import { DateField } from '../../../web/parts/form/date-field.tsx';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { Proposal } from '../../local-settings.api.ts';

export type OutageDraft = Extract<Proposal['items'][number], { kind: 'OUTAGE' }>;

interface OutageFormProps {
  today: CivilDate;
  /** Undefined while something is missing. */
  onChange: (outage: OutageDraft | undefined) => void;
}

interface Filled {
  firstOn: CivilDate | undefined;
  lastOn: CivilDate | undefined;
  clockStands: boolean;
  why: string;
}

export function OutageForm({ today, onChange }: OutageFormProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [filled, setFilled] = useState<Filled>({ firstOn: undefined, lastOn: undefined, clockStands: true, why: '' });
  const change = (next: Filled) => {
    setFilled(next);
    const { firstOn, lastOn, clockStands, why } = next;
    const complete = firstOn && lastOn && why.trim().length >= 4;
    onChange(complete ? { kind: 'OUTAGE', firstOn, lastOn, clockStands, why: why.trim() } : undefined);
  };
  if (!open) return <Button onPress={() => setOpen(true)}>登记系统故障期</Button>;
  return (
    <fieldset className="setting-line">
      <legend>系统故障期</legend>
      <DateField
        label="自"
        required
        value={filled.firstOn}
        onChange={(firstOn) => change({ ...filled, firstOn })}
        today={today}
      />
      <DateField
        label="至"
        required
        value={filled.lastOn}
        onChange={(lastOn) => change({ ...filled, lastOn })}
        today={today}
        from={filled.firstOn}
        hint="含当日；期间的纸质申请可按实际受理日录入"
      />
      <FormRow label="期间" group>
        {() => (
          <CheckField checked={filled.clockStands} onChange={(clockStands) => change({ ...filled, clockStands })}>
            在办件的时限停计
          </CheckField>
        )}
      </FormRow>
      <TextField
        label="原因"
        required
        value={filled.why}
        onChange={(why) => change({ ...filled, why })}
        lines={2}
        maxLength={200}
      />
    </fieldset>
  );
}

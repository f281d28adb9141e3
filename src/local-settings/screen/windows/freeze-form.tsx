/** 业务停办期: days of every year on which cases of the chosen kinds are not opened, or not decided either. */
import { type ReactNode, useState } from 'react';
import { CheckField, ChoiceField } from '../../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../../web/parts/form/form-row.tsx';
import { TextField } from '../../../web/parts/form/text-field.tsx';
import { Button } from '../../../web/parts/surface/button.tsx';
import type { Proposal, SettingsView } from '../../local-settings.api.ts';
import { readMonthDay } from '../draft.screen.ts';

export type FreezeDraft = Extract<Proposal['items'][number], { kind: 'FREEZE' }>;

interface FreezeFormProps {
  kinds: SettingsView['kinds'];
  /** Undefined while something is missing. */
  onChange: (freeze: FreezeDraft | undefined) => void;
}

const BLANK = {
  ...{ title: '', first: '', last: '', why: '' },
  ...{ cases: [] as string[], stops: 'OPENING' as FreezeDraft['stops'], clockStands: false, offline: true },
};

export function FreezeForm({ kinds, onChange }: FreezeFormProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(BLANK);
  const change = (next: typeof BLANK) => {
    setDraft(next);
    onChange(freezeOf(next));
  };
  if (!open) return <Button onPress={() => setOpen(true)}>设定业务停办期</Button>;
  const { title, first, last, why, cases, stops, clockStands, offline } = draft;
  const dayProblem = (typed: string) =>
    typed.trim() !== '' && readMonthDay(typed) === undefined ? '请填每年的某一天，例如7月15日' : undefined;
  const toggle = (code: string, on: boolean) =>
    change({ ...draft, cases: on ? [...cases, code] : cases.filter((one) => one !== code) });
  return (
    <fieldset className="setting-line">
      <legend>业务停办期</legend>
      <TextField
        label="名称"
        required
        value={title}
        onChange={(next) => change({ ...draft, title: next })}
        maxLength={20}
        placeholder="毕业升级"
      />
      <TextField
        label="每年自"
        required
        value={first}
        onChange={(next) => change({ ...draft, first: next })}
        maxLength={10}
        placeholder="7月15日"
        problem={dayProblem(first)}
      />
      <TextField
        label="至"
        required
        value={last}
        onChange={(next) => change({ ...draft, last: next })}
        maxLength={10}
        placeholder="8月14日"
        hint="含当日；只停今年的，填写失效日期"
        problem={dayProblem(last)}
      />
      <FormRow label="停办的办件" required group>
        {() => (
          <div className="setting-kinds">
            {kinds.map(({ code, words }) => (
              <CheckField key={code} checked={cases.includes(code)} onChange={(on) => toggle(code, on)}>
                {words}
              </CheckField>
            ))}
          </div>
        )}
      </FormRow>
      <ChoiceField
        label="停办什么"
        value={stops}
        onChange={(next) => change({ ...draft, stops: next as FreezeDraft['stops'] })}
        options={[
          { value: 'OPENING', words: '停受理，在办的照办' },
          { value: 'DECIDING', words: '受理和核办都停' },
        ]}
      />
      <FormRow label="期间" group>
        {() => (
          <div className="setting-choices">
            <CheckField checked={offline} onChange={(on) => change({ ...draft, offline: on })}>
              可收纸质申请，以脱机受理录入
            </CheckField>
            <CheckField checked={clockStands} onChange={(on) => change({ ...draft, clockStands: on })}>
              在办件的时限停计
            </CheckField>
          </div>
        )}
      </FormRow>
      <TextField
        label="原因"
        required
        value={why}
        onChange={(next) => change({ ...draft, why: next })}
        lines={2}
        maxLength={200}
        hint="学校和家长看到"
      />
    </fieldset>
  );
}

/** The item that the form means; undefined while something is missing. */
function freezeOf({ title, first, last, why, ...rest }: typeof BLANK): FreezeDraft | undefined {
  const [firstDay, lastDay] = [readMonthDay(first), readMonthDay(last)];
  if (title.trim().length < 2 || why.trim().length < 4 || rest.cases.length === 0 || !firstDay || !lastDay) return;
  return { kind: 'FREEZE', title: title.trim(), firstDay, lastDay, why: why.trim(), ...rest };
}

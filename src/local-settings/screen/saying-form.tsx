/** 通知内容: what the paper says of a matter, for schools and families to read beside the law of the place. */
import { type ReactNode, useState } from 'react';
import { SelectField } from '../../web/parts/form/select-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import type { SettingsView } from '../local-settings.api.ts';

export interface SayingDraft {
  matter: string;
  says: string;
}

interface SayingFormProps {
  matters: SettingsView['matters'];
  /** Undefined while matter and text are not both given. */
  onChange: (saying: SayingDraft | undefined) => void;
}

const LEAST = 10;

export function SayingForm({ matters, onChange }: SayingFormProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [saying, setSaying] = useState<SayingDraft>({ matter: '', says: '' });
  const change = (next: SayingDraft) => {
    setSaying(next);
    onChange(next.matter !== '' && next.says.trim().length >= LEAST ? { ...next, says: next.says.trim() } : undefined);
  };
  if (!open) return <Button onPress={() => setOpen(true)}>写通知内容</Button>;
  const short = saying.says.trim().length;
  return (
    <fieldset className="setting-line">
      <legend>通知内容</legend>
      <SelectField
        label="所涉事项"
        required
        value={saying.matter}
        onChange={(matter) => change({ ...saying, matter })}
        options={matters.map(({ code, words }) => ({ value: code, words }))}
      />
      <TextField
        label="内容"
        required
        lines={4}
        value={saying.says}
        onChange={(says) => change({ ...saying, says })}
        maxLength={500}
        hint="学校和家长在本地规定中看到"
        problem={short > 0 && short < LEAST ? `请写明内容，不少于${LEAST}个字` : undefined}
      />
    </fieldset>
  );
}

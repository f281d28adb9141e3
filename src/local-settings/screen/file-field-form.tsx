/** 归档自设项: something further that every student's file of the place shall hold, or that is asked no more. */
import { type ReactNode, useState } from 'react';
import { CheckField } from '../../web/parts/form/choice-field.tsx';
import { FormRow } from '../../web/parts/form/form-row.tsx';
import { SelectField } from '../../web/parts/form/select-field.tsx';
import { TextField } from '../../web/parts/form/text-field.tsx';
import { Button } from '../../web/parts/surface/button.tsx';
import { FILE_FIELD_KINDS, type FileFieldKind } from '../settable/file-field-kinds.api.ts';
import { STAGE_WORDS } from '../settable/file-field-words.api.ts';

type Stage = keyof typeof STAGE_WORDS;

export interface FileFieldDraft {
  title: string;
  valueKind: FileFieldKind;
  choices: string[];
  stages: Stage[];
  required: boolean;
  ended: boolean;
}

interface FileFieldFormProps {
  /** Undefined while something is missing. */
  onChange: (field: FileFieldDraft | undefined) => void;
}

const STAGES = Object.keys(STAGE_WORDS) as Stage[];
const KINDS = Object.entries(FILE_FIELD_KINDS).map(([value, words]) => ({ value, words }));

export function FileFieldForm({ onChange }: FileFieldFormProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [filled, setFilled] = useState({ title: '', valueKind: 'TEXT', choices: '', required: false, ended: false });
  const [stages, setStages] = useState<readonly Stage[]>(STAGES);
  const tell = (next: typeof filled, of: readonly Stage[]) => {
    setFilled(next);
    setStages(of);
    const title = next.title.trim();
    const choices = next.valueKind === 'CHOICE' ? next.choices.split(/[、，,\s]+/).filter(Boolean) : [];
    const complete = title.length >= 2 && of.length > 0 && (next.valueKind !== 'CHOICE' || choices.length > 1);
    const { required, ended } = next;
    onChange(
      complete
        ? { title, valueKind: next.valueKind as FileFieldKind, choices, stages: [...of], required, ended }
        : undefined,
    );
  };
  const change = (part: Partial<typeof filled>) => tell({ ...filled, ...part }, stages);
  if (!open) return <Button onPress={() => setOpen(true)}>设归档自设项</Button>;
  return (
    <fieldset className="setting-line">
      <legend>归档自设项</legend>
      <TextField
        label="名称"
        required
        value={filled.title}
        onChange={(title) => change({ title })}
        maxLength={20}
        hint="与已设的同名时，自生效日起以这次的为准"
      />
      <SelectField
        label="种类"
        value={filled.valueKind}
        onChange={(valueKind) => change({ valueKind })}
        empty={null}
        options={KINDS}
      />
      {filled.valueKind === 'CHOICE' && (
        <TextField
          label="选项"
          required
          value={filled.choices}
          onChange={(choices) => change({ choices })}
          placeholder="普通话、方言、民族语言"
          maxLength={200}
          hint="两项以上，用顿号隔开"
        />
      )}
      <FormRow label="学段" required group>
        {() =>
          STAGES.map((stage) => (
            <CheckField
              key={stage}
              checked={stages.includes(stage)}
              onChange={(on) =>
                tell(
                  filled,
                  STAGES.filter((one) => (one === stage ? on : stages.includes(one))),
                )
              }
            >
              {STAGE_WORDS[stage]}
            </CheckField>
          ))
        }
      </FormRow>
      <FormRow label="要求" group>
        {() => (
          <>
            <CheckField checked={filled.required} onChange={(required) => change({ required })}>
              必填，未填的列入档案缺项
            </CheckField>
            <CheckField checked={filled.ended} onChange={(ended) => change({ ended })}>
              停用，已填的留在档案内
            </CheckField>
          </>
        )}
      </FormRow>
    </fieldset>
  );
}

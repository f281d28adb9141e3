/** 核对的一行: what is held; marked wrong, the old value struck through and the new one below. */
import type { ReactNode } from 'react';
import { SelectField } from '../../../../web/parts/form/select-field.tsx';
import { TextField } from '../../../../web/parts/form/text-field.tsx';
import { Button } from '../../../../web/parts/surface/button.tsx';
import type { BaseForm } from '../../../form/form.api.ts';
import type { CorrectionField } from '../../../requests/requests.api.ts';
import { DayField } from '../day-field.tsx';

interface FormLineRowProps {
  line: BaseForm['groups'][number]['lines'][number];
  /** How it is filled in; undefined where the family cannot propose another value. */
  field: CorrectionField | undefined;
  wanted: string | undefined;
  /** Of a child who is not registered yet: one fills in rather than corrects. */
  filling: boolean;
  /** Filled in, and not taken over by the school yet. */
  proposed: boolean;
  onMark: (value: string | undefined) => void;
}

/** One line with its 有误. */
export function FormLineRow({ line, field, wanted, filling, proposed, onMark }: FormLineRowProps): ReactNode {
  const { label, value, masked, keyData } = line;
  const shown = value === '' ? '未填' : value;
  const fresh = filling && value === '';
  return (
    <div className="family-line">
      <dt>
        {label}
        {keyData && '（关键数据，更正须立案）'}
        {masked && '（由其本人核对）'}
        {proposed && '（待学校采用）'}
      </dt>
      <dd className={value === '' ? 'quiet' : undefined}>
        {wanted === undefined || fresh ? shown : <del>{shown}</del>}
      </dd>
      {field && (
        <dd>
          <MarkButton
            label={label}
            on={wanted !== undefined}
            words={value === '' ? '补填' : filling ? '修改' : '有误'}
            back={fresh ? '暂不填' : '改回'}
            onPress={() => onMark(wanted === undefined ? '' : undefined)}
          />
        </dd>
      )}
      {field && wanted !== undefined && (
        <dd className="family-edit">
          <Control label={fresh ? `填写${label}` : `${label}改为`} field={field} value={wanted} onChange={onMark} />
        </dd>
      )}
    </div>
  );
}

interface ControlProps {
  label: string;
  field: CorrectionField;
  value: string;
  onChange: (value: string) => void;
}

/** The control that fits the kind of the item. */
function Control({ label, field, value, onChange }: ControlProps): ReactNode {
  const row = { label, value, onChange, layout: 'above' as const, hint: field.hint ?? undefined };
  if (field.options) return <SelectField {...row} options={field.options} />;
  if (field.kind === 'date') return <DayField {...row} />;
  return (
    <TextField
      {...row}
      maxLength={Math.max(field.maxLength, 20)}
      {...(field.kind === 'phone' ? { type: 'tel' as const } : {})}
      {...(field.kind === 'place' ? { hint: '写省、市、县（市、区）全称' } : {})}
    />
  );
}

/** Marks a line wrong, or takes that back. */
function MarkButton({
  label,
  on,
  words,
  back,
  onPress,
}: {
  label: string;
  on: boolean;
  words: string;
  back: string;
  onPress: () => void;
}): ReactNode {
  return (
    <Button tone="quiet" onPress={onPress}>
      {on ? back : words}
      <span className="unseen">{label}</span>
    </Button>
  );
}

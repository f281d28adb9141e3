/** 信息项修改: the items of a group where they stand, those that may be changed as controls. */
import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldGrid } from '../../../../web/parts/fields/field-grid.tsx';
import { MaskedValue } from '../../../../web/parts/fields/masked-value.tsx';
import { FormRow } from '../../../../web/parts/form/form-row.tsx';
import { Button, IconButton } from '../../../../web/parts/surface/button.tsx';
import type { FormField, RegistrationForm } from '../../../api/form.api.ts';
import type { Item } from '../../../api/students.api.ts';
import { FieldInput } from '../../field-parts.tsx';
import type { StudentActs } from '../../student-queries.tsx';
import { USUAL_REASONS } from '../head-card.tsx';
import { shownLabel, textAt } from './items.screen.ts';
import type { Changes } from './use-changes.tsx';

interface ItemsFormProps {
  title: ReactNode;
  fields: readonly FormField[];
  tables: RegistrationForm['tables'];
  changes: Changes;
  acts: StudentActs;
}

/** A group being changed. What cannot be changed here stands among the rest, with its lock. */
export function ItemsForm({ title, fields, tables, changes, acts }: ItemsFormProps): ReactNode {
  const { items } = changes;
  const open = fields.filter(({ fixed }) => fixed === null);
  const fixed = fields.filter((field) => field.fixed !== null && items.has(field.path));
  return (
    <section className="items-group">
      <h3 className="fields-heading">{title}</h3>
      {fixed.length > 0 && (
        <FieldGrid
          columns={3}
          labelWidth={104}
          rows={fixed.map(({ path, label, fixed: locked }) => ({
            key: path,
            label: shownLabel(label),
            value: items.get(path)?.value,
            locked: locked ?? undefined,
          }))}
        />
      )}
      <div className="items-form">
        {open.map((field) => (
          <Entry key={field.path} field={field} tables={tables} changes={changes} acts={acts} />
        ))}
      </div>
    </section>
  );
}

interface EntryProps {
  field: FormField;
  tables: RegistrationForm['tables'];
  changes: Changes;
  acts: StudentActs;
}

function Entry({ field, tables, changes, acts }: EntryProps): ReactNode {
  const { path } = field;
  const { items, typed, type, problems } = changes;
  const item = items.get(path);
  const label = shownLabel(field.label);
  const problem = problems.get(path);
  if (item?.masked && typed[path] === undefined) {
    return <Kept item={item} label={label} problem={problem} acts={acts} onRefill={() => type(path, '')} />;
  }
  const input = (
    <FieldInput
      field={field}
      tables={tables}
      label={label}
      value={textAt(path, typed, item)}
      onChange={(text) => type(path, text)}
      problem={problem}
    />
  );
  if (!item?.masked) return input;
  return (
    <div className="items-refilled">
      {input}
      <IconButton icon={RotateCcw} label={`${label}不改，仍用原值`} onPress={() => type(path, undefined)} />
    </div>
  );
}

interface KeptProps {
  item: Item;
  label: string;
  problem: string | undefined;
  acts: StudentActs;
  onRefill: () => void;
}

/** A masked value: it can be looked at, or filled in anew; what it holds is not put into a control. */
function Kept({ item, label, problem, acts, onRefill }: KeptProps): ReactNode {
  return (
    <FormRow label={label} problem={problem} group>
      {() => (
        <span className="items-kept">
          <MaskedValue
            masked={item.value}
            label={item.label}
            usualReasons={USUAL_REASONS}
            onReveal={(reason) => acts.reveal(item.path, reason)}
          />
          <Button tone="quiet" onPress={onRefill}>
            改填<span className="unseen">{label}</span>
          </Button>
        </span>
      )}
    </FormRow>
  );
}

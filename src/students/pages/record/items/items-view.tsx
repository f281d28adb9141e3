/** 信息项: groups of items side by side, read or, for the registrar, filled in at the same places. */
import type { ReactNode } from 'react';
import { FieldGrid, type FieldRow } from '../../../../web/parts/fields/field-grid.tsx';
import { MaskedValue } from '../../../../web/parts/fields/masked-value.tsx';
import type { Item } from '../../../api/students.api.ts';
import type { StudentActs } from '../../student-queries.tsx';
import { USUAL_REASONS } from '../head-card.tsx';
import { shownLabel } from './items.screen.ts';

interface ItemsGroupProps {
  title: ReactNode;
  items: readonly Item[];
  acts: StudentActs;
}

const LABEL_WIDTH = 104;

/** A group as it stands. */
export function ItemsGroup({ title, items, acts }: ItemsGroupProps): ReactNode {
  return (
    <section className="items-group">
      <FieldGrid heading={title} columns={3} labelWidth={LABEL_WIDTH} rows={items.map((item) => rowOf(item, acts))} />
    </section>
  );
}

function rowOf({ path, label, value, masked, fixed }: Item, acts: StudentActs): FieldRow {
  return {
    key: path,
    label: shownLabel(label),
    locked: fixed ?? undefined,
    value: masked ? (
      <MaskedValue
        masked={value}
        label={label}
        usualReasons={USUAL_REASONS}
        onReveal={(reason) => acts.reveal(path, reason)}
      />
    ) : (
      value
    ),
  };
}

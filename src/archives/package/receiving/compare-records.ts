/** 与本校记录核对: what the package says of the student beside what stands here, item by item as on the form. Pure. */
import { type Column, columns, FIELD_GROUPS, rawOf, shownItem } from '../../../students/index.ts';

/** What the two say of one item. PLACED: where a child sits is the school's own matter and is compared by nobody. */
export type Verdict = 'SAME' | 'DIFFERS' | 'ONLY_THERE' | 'ONLY_HERE' | 'PLACED';

export interface ComparedItem {
  path: string;
  label: string;
  /** Masked where it is classified; null where nothing was filled in. */
  there: string | null;
  here: string | null;
  /** Null where there is nothing here to compare with. */
  verdict: Verdict | null;
}

export interface ComparedGroup {
  title: string;
  items: ComparedItem[];
}

/** A record as it is kept: items, family members, economy. */
type Kept = Parameters<typeof rawOf>[0];

const PLACED: readonly string[] = ['schoolCode', 'grade', 'classGroup', 'seatNo'];
/** The picture lies beside the items and is looked at, not compared. */
const LEFT_OUT: readonly string[] = ['photo'];

/** In the order of the form; items that neither has are left out. */
export function compareWithPackage(there: Kept, here: Kept | undefined): ComparedGroup[] {
  const [theirs, ours] = [rawOf(there), here && rawOf(here)];
  const groups = new Map<string, ComparedItem[]>();
  for (const column of columns) {
    if (LEFT_OUT.includes(column.path)) continue;
    const item = compared(column, theirs[column.path], ours && { value: ours[column.path] });
    if (item.there === null && item.here === null) continue;
    const title = titleOf(column);
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return [...groups].map(([title, items]) => ({ title, items }));
}

/** Whether they are the same is told by the values themselves: two masks may look alike. */
function compared(column: Column, theirs: unknown, ours: { value: unknown } | undefined): ComparedItem {
  const shown = (value: unknown): string | null => shownItem(column, value).value || null;
  const [there, here] = [shown(theirs), shown(ours?.value)];
  const verdict = (): Verdict => {
    if (PLACED.includes(column.path)) return 'PLACED';
    if (there !== null && here === null) return 'ONLY_THERE';
    if (there === null) return 'ONLY_HERE';
    return String(theirs) === String(ours?.value) ? 'SAME' : 'DIFFERS';
  };
  return { path: column.path, label: column.field.label, there, here, verdict: ours ? verdict() : null };
}

function titleOf({ path, field }: Column): string {
  const row = /^guardians\.(\d)\./.exec(path)?.[1];
  return row === undefined ? FIELD_GROUPS[field.group] : `${FIELD_GROUPS.guardian}${Number(row) + 1}`;
}

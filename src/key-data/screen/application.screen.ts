/** 变更申请填报: what has been typed beside what is held, and what of it is sent. */
import type { StudentView } from '../../students/api/students.api.ts';
import type { KeyDataChangeData } from '../key-data-change.ts';

type Item = StudentView['groups'][number]['items'][number];

export const NUMBER = 'identityNumber';

/** New texts by path; of the items the person wants changed and no others. */
export type Wanted = Readonly<Record<string, string>>;

/** Every item of a record by its path. */
export const itemsOf = ({ groups }: Pick<StudentView, 'groups'>): ReadonlyMap<string, Item> =>
  new Map(groups.flatMap(({ items }) => items.map((item) => [item.path, item])));

/** What would really be another: a masked value is not known here, so whatever was typed for it counts. */
export function changesOf(wanted: Wanted, items: ReadonlyMap<string, Item>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([path, text]) => {
      const item = items.get(path);
      return item?.masked ? text.trim() !== '' : text.trim() !== (item?.raw ?? '');
    }),
  );
}

/** The form as a case that is being mended left it; its new number stays sealed and is kept unless typed anew. */
export const startOf = (
  data: Pick<KeyDataChangeData, 'values' | 'sealed'> | undefined,
): { wanted: Wanted; keepNumber: boolean } => ({
  wanted: data?.values ?? {},
  keepNumber: (data?.sealed ?? null) !== null,
});

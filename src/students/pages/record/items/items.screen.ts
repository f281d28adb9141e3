/** 信息项修改: what a person has typed over the items of a record, and what of it has to be sent. */
import type { Item, StudentView, UpdateFinding } from '../../../api/students.api.ts';

/** Texts by path, of the items the person touched and no others. */
export type Typed = Readonly<Record<string, string>>;

/** Every item of a record by its path, the family's included. */
export function itemsByPath({
  groups,
  guardians,
}: Pick<StudentView, 'groups' | 'guardians'>): ReadonlyMap<string, Item> {
  return new Map([...groups, ...guardians].flatMap(({ items }) => items.map((item) => [item.path, item])));
}

/** What stands in the control of an item: what was typed, else what is held. Of a masked one nothing is held here. */
export const textAt = (path: string, typed: Typed, item: Item | undefined): string => typed[path] ?? item?.raw ?? '';

/**
 * The texts that differ from what is held. A masked item that was touched is always sent: what it held is not known
 * here, and an emptied one is to be emptied.
 */
export function changedValues(typed: Typed, items: ReadonlyMap<string, Item>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([path, text]) => {
      const item = items.get(path);
      return item?.masked === true || text.trim() !== (item?.raw ?? '');
    }),
  );
}

/** Where a finding is shown: the tab that holds its item. */
export const tabOf = (path: string): 'base' | 'family' => (path.startsWith('guardians.') ? 'family' : 'base');

/** The red findings, one sentence an item, with what to do. */
export function problemsByPath(findings: readonly UpdateFinding[]): ReadonlyMap<string, string> {
  const red = findings.filter(({ severity }) => severity === 'red').toReversed(); // the first one of an item wins
  return new Map(red.map(({ field, sentence, remedy }) => [field, `${sentence}${remedy}`]));
}

/** 是否留守儿童 → 留守儿童: beside an answer the question mark is noise. */
export const shownLabel = (label: string): string => label.replace(/^是否(需要|由)?/, '');

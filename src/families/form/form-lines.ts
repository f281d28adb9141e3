/** 基本信息表的内容: the lines a guardian checks and signs, in the order of the form, as they stand on the screen. */
import type { FamilyCaller } from '../../access/index.ts';
import type { BlindIndex } from '../../crypto/blind-index.ts';
import { columns, FIELD_GROUPS, type HeldRecord, rawOf, shownItem, textOf } from '../../students/index.ts';
import { isOwn } from '../record/reveal-own.ts';

export interface FormLine {
  path: string;
  label: string;
  value: string;
  /** Another guardian's own: shown masked, and signed as shown. */
  masked: boolean;
  /** Why it cannot simply be corrected; null where the school may accept another value. */
  fixed: string | null;
  keyData: boolean;
}

export interface FormGroup {
  key: string;
  title: string;
  lines: FormLine[];
}

/** What stands in the head of the page or is no text. */
const NOT_LINES = new Set(['photo', 'schoolCode']);

/** The form as this guardian signs it: everything in full but what is another guardian's. */
export function formLines(family: Pick<FamilyCaller, 'ordinal'>, { record }: Pick<HeldRecord, 'record'>): FormGroup[] {
  const values = rawOf(record);
  const groups = new Map<string, FormGroup>();
  for (const column of columns) {
    const { path, field } = column;
    const [, ordinal] = /^guardians\.(\d)\./.exec(path) ?? [];
    if (NOT_LINES.has(path) || (ordinal !== undefined && record.guardians[Number(ordinal)] === undefined)) continue;
    const key = ordinal === undefined ? field.group : `guardian.${ordinal}`;
    const title = ordinal === undefined ? FIELD_GROUPS[field.group] : `家庭成员${Number(ordinal) + 1}`;
    const shown = shownItem(column, values[path]);
    const masked = shown.masked && !isOwn(family, path);
    const value = values[path];
    const text = value === undefined || value === null || value === '' ? '' : textOf(field, value);
    const group = groups.get(key) ?? { key, title, lines: [] };
    group.lines.push({
      ...{ path, masked, label: field.label, value: masked ? shown.value : text },
      fixed: shown.fixed,
      keyData: field.keyData === true,
    });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Keyed digest of exactly what was shown: a plain one would give the numbers away to whoever tries them all. */
export const formDigest = (index: BlindIndex, groups: readonly FormGroup[]): Buffer =>
  index.blindIndex(
    'family-form',
    JSON.stringify(
      groups.map(({ title, lines }) => [title, lines.map(({ path, label, value }) => [path, label, value])]),
    ),
  );

/** Is what was signed what is held still? Compared as whoever signed saw it: another guardian's own was not theirs to check. */
export function stillHolds(signed: readonly FormGroup[], held: Pick<HeldRecord, 'record'>): boolean {
  const now = new Map(
    held.record.guardians
      .concat({})
      .flatMap((_, ordinal) =>
        formLines({ ordinal }, held).flatMap(({ lines }) =>
          lines.filter(({ masked }) => !masked).map(({ path, value }) => [path, value] as const),
        ),
      ),
  );
  return signed.every(({ lines }) => lines.every(({ path, value, masked }) => masked || now.get(path) === value));
}

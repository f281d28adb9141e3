/** 基本信息表的内容: the lines a guardian checks and signs, in the order of the form, as they stand on the screen. */
import type { FamilyCaller } from '../../access/index.ts';
import type { BlindIndex } from '../../crypto/blind-index.ts';
import {
  type Column,
  columnAt,
  columns,
  FIELD_GROUPS,
  KEY_DATA_PATHS,
  shownItem,
  textOf,
} from '../../students/index.ts';
import type { Child } from '../child/child.ts';
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
export function formLines(family: Pick<FamilyCaller, 'ordinal'>, child: Child): FormGroup[] {
  const groups = new Map<string, FormGroup>();
  for (const column of columns) {
    const { path, field } = column;
    const [, ordinal] = /^guardians\.(\d)\./.exec(path) ?? [];
    if (NOT_LINES.has(path) || (ordinal !== undefined && !isRow(child, Number(ordinal)))) continue;
    const key = ordinal === undefined ? field.group : `guardian.${ordinal}`;
    const title = ordinal === undefined ? FIELD_GROUPS[field.group] : `家庭成员${Number(ordinal) + 1}`;
    const shown = shownItem(column, child.items[path]);
    const masked = shown.masked && !isOwn(family, path);
    const group = groups.get(key) ?? { key, title, lines: [] };
    group.lines.push({
      ...{ path, masked, label: field.label, value: masked ? shown.value : fullText(column, child) },
      fixed: fixedFor(family, child, column),
      keyData: child.held !== undefined && field.keyData === true,
    });
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A family member who is on the form; before registration also the next row, which may still be filled in. */
const isRow = ({ guardians, draft }: Child, row: number): boolean =>
  guardians[row] !== undefined || (draft !== undefined && row === guardians.length);

/** The value in words; empty where nothing was filled in. */
function fullText({ path, field }: Column, { items }: Child): string {
  const value = items[path];
  return value === undefined || value === null || value === '' ? '' : textOf(field, value);
}

const BY_SCHOOL = '由学校填写';
const OWN_NAME = '您的姓名由学校更正，更正后重新开出链接';

/** Why an item is not the family's to fill in or correct; of a draft even key data is, for no case holds it yet. */
function fixedFor(family: Pick<FamilyCaller, 'ordinal'>, { held, items }: Child, column: Column): string | null {
  const { path, field } = column;
  const { fixed } = shownItem(column, undefined);
  if (held) return fixed;
  if (fixed !== null && !KEY_DATA_PATHS.includes(path)) return fixed;
  if (field.filledBy !== 'family') return BY_SCHOOL;
  if (path === `guardians.${family.ordinal}.name`) return OWN_NAME;
  const empty = items[path] === undefined || items[path] === '';
  return isOwn(family, path) || empty ? null : '由其本人核对';
}

/** Keyed digest of exactly what was shown: a plain one would give the numbers away to whoever tries them all. */
export const formDigest = (index: BlindIndex, groups: readonly FormGroup[]): Buffer =>
  index.blindIndex(
    'family-form',
    JSON.stringify(
      groups.map(({ title, lines }) => [title, lines.map(({ path, label, value }) => [path, label, value])]),
    ),
  );

/**
 * Is what was signed what is held still? Compared as whoever signed saw it: another guardian's own was not theirs to check;
 * nor is it what the school or the system places (number, class group, grade), which moves on by itself.
 */
export const stillHolds = (signed: readonly FormGroup[], child: Child): boolean =>
  differencesFrom(signed, child).length === 0;

/** The items of which something else is held than was signed. */
export const differencesFrom = (signed: readonly FormGroup[], child: Child): string[] =>
  signed.flatMap(({ lines }) =>
    lines.flatMap(({ path, value, masked, fixed, keyData }) => {
      const column = columnAt(path);
      if (masked || (column && isPlaced(column, { fixed, keyData }))) return [];
      return column && fullText(column, child) === value ? [] : [path];
    }),
  );

const isPlaced = ({ path, field }: Column, { fixed, keyData }: Pick<FormLine, 'fixed' | 'keyData'>): boolean =>
  fixed !== null && !keyData && !KEY_DATA_PATHS.includes(path) && field.group !== 'guardian';

/** What of the form this guardian may fill in or have corrected. */
export const proposable = (family: Pick<FamilyCaller, 'ordinal'>, child: Child): string[] =>
  formLines(family, child)
    .flatMap(({ lines }) => lines)
    .filter(({ path, fixed, keyData }) => (fixed === null || keyData) && (child.draft || isOwn(family, path)))
    .map(({ path }) => path);

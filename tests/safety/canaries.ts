/** 金丝雀: children whose numbers, addresses and telephones exist nowhere else, so that each place they turn up is known. */
import { randomBytes, randomInt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { addDays, type CivilDate, civilDate } from '../../src/kernel/civil-date.ts';
import { type Column, columns, makeIdentityNumber } from '../../src/students/index.ts';

export interface CanaryChild {
  /** Every item of the form as a family would fill it in, by path. */
  items: Record<string, string>;
  /** Values that may lie nowhere in the open, with the item they stand in. */
  canaries: Canary[];
}

export interface Canary {
  item: string;
  text: string;
}

const token = () => randomBytes(5).toString('hex');

/** A number that nobody bears: valid, of a child or of a grown-up. */
function numberOf(area: string, bornOn: CivilDate, male: boolean): string {
  return makeIdentityNumber({ area, bornOn, sequence: randomInt(100, 490) * 2 + (male ? 1 : 0) });
}

/** A child that is sound in every item; each classified item that takes free text holds a canary. */
export function canaryChild(name: string, classGroup: string): CanaryChild {
  const bornOn = addDays(civilDate('2020-01-01'), randomInt(0, 200));
  const grown = addDays(civilDate('1985-01-01'), randomInt(0, 2_000));
  const values = columns.map((column): [string, string, boolean] => {
    const { path: item, field } = column;
    const secret = secretFor(column, item.startsWith('guardians.') ? grown : bornOn);
    if (item.startsWith('guardians.1.') || field.filledBy === 'system' || field.kind === 'photo')
      return [item, '', false];
    return secret === undefined ? [item, field.example, false] : [item, secret, true];
  });
  const items = {
    ...Object.fromEntries(values.map(([item, text]) => [item, text])),
    name,
    gender: '男',
    bornOn,
    grade: '一年级',
    classGroup,
    schoolCode: '',
    identityValidity: '',
    studentSource: '正常入学',
  };
  const canaries = values.filter(([, , secret]) => secret).map(([item, text]) => ({ item, text }));
  return { items, canaries };
}

function secretFor({ field }: Column, bornOn: CivilDate): string | undefined {
  if (!field.classified) return undefined;
  switch (field.kind) {
    case 'identity-number':
      return numberOf('411082', bornOn, true);
    case 'phone':
      return `139${String(randomInt(10_000_000, 99_999_999))}`;
    case 'address':
      return `河南省许昌市长葛市和尚桥镇丝雀村${token()}号`;
    case 'email':
      return `${token()}@example.cn`;
    case 'text':
      return `丝雀${token()}`.slice(0, field.maxLength);
    default:
      return undefined; // a code, a yes or no, an amount: not to be told from chance
  }
}

/** Where in the database a text lies in the open: in any column of any table, or as bytes in one. */
export async function findInDatabase(client: pg.Client, canaries: readonly Canary[]): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select to_jsonb(t)::text as text from ${name} t`);
    const all = rows.map(({ text }) => text).join('\n');
    for (const { item, text } of canaries) {
      for (const written of waysToWrite(text)) if (all.includes(written)) found.push(`${name}: ${item}`);
    }
  }
  return [...new Set(found)].sort();
}

/** As text, as bytes in hex, as bytes in base64 (of which the last character may differ), and backwards. */
function waysToWrite(text: string): string[] {
  const bytes = Buffer.from(text);
  return [text, bytes.toString('hex'), bytes.toString('base64').replace(/.?=*$/, ''), [...text].reverse().join('')];
}

/** Which files below a folder hold a text in the open. */
export async function findInFiles(folder: string, canaries: readonly Canary[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    for (const { item, text } of canaries) if (bytes.includes(text)) found.push(`${entry.name}: ${item}`);
  }
  return found;
}

/** Which canaries a text holds. */
export const findInText = (text: string, canaries: readonly Canary[]): string[] =>
  canaries.filter((canary) => text.includes(canary.text)).map(({ item }) => item);

/** 填充: a row for any table, made from the catalogue alone, so that a table of tomorrow is filled without a word here. */
import { randomBytes, randomInt } from 'node:crypto';
import type pg from 'pg';
import { newId } from '../../src/kernel/ids.ts';

/** One column as the catalogue knows it. */
interface ColumnShape {
  name: string;
  type: string;
  needed: boolean;
  /** First of the words a check constraint allows; null where any will do. */
  word: string | null;
}

export interface TableShape {
  name: string;
  columns: ColumnShape[];
}

/** Columns whose text is the path by which a row policy decides. `counterpart_path` lets another side see: see there. */
export const isPath = (column: string): boolean => column.endsWith('path') && column !== 'counterpart_path';

/** Every table with row policies, in order of name. */
export async function guardedTables(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<ColumnShape & { table_name: string }>(`
    select c.relname as table_name, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and not a.atthasdef as needed,
      (select substring(pg_get_constraintdef(k.oid) from a.attname || ' = ANY \\(ARRAY\\[''([A-Z_]+)''')
       from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)
         and cardinality(k.conkey) = 1 limit 1) as word
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
    order by c.relname, a.attnum`);
  return [...Map.groupBy(rows, ({ table_name }) => table_name)].map(([name, columns]) => ({ name, columns }));
}

/** A row of a place: columns and values for an INSERT. What may be empty or has a preset is left out. */
export function rowOf({ columns }: TableShape, path: string): { names: string[]; values: unknown[] } {
  const filled = columns.filter(({ needed, name }) => needed || isPath(name));
  return { names: filled.map(({ name }) => name), values: filled.map((column) => fillingFor(column, path)) };
}

/** The INSERT of a row, with its values as parameters. */
export function insertOf(table: TableShape, path: string): { text: string; values: unknown[] } {
  const { names, values } = rowOf(table, path);
  const places = values.map((_, index) => `$${index + 1}`);
  return { text: `insert into ${table.name} (${names.join(', ')}) values (${places.join(', ')})`, values };
}

/** Puts one row of a place into every table, above row policies and without their foreign keys: needs a superuser. */
export async function fillTables(client: pg.Client, tables: readonly TableShape[], path: string): Promise<void> {
  await client.query('begin; set local session_replication_role = replica');
  for (const table of tables) await client.query(insertOf(table, path));
  await client.query('commit');
}

function fillingFor({ name, type, word }: ColumnShape, path: string): unknown {
  if (isPath(name)) return path;
  if (word) return word;
  if (name.endsWith('county') || name === 'place_code') return path.split('/').slice(0, 3).join('').padEnd(6, '0');
  if (type === 'uuid') return newId();
  if (type === 'bytea') return randomBytes(16);
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return false;
  if (type === 'date') return '2026-09-01';
  if (type.startsWith('timestamp')) return new Date('2026-09-01T02:00:00Z');
  if (type.endsWith('[]')) return '{}';
  if (/^(smallint|integer|numeric)/.test(type)) return 1;
  if (type === 'bigint') return randomInt(2 ** 40);
  if (type === 'text') return randomBytes(6).toString('hex');
  throw new Error(`${name}: nothing is known to fill ${type}`);
}

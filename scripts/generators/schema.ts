/** 数据库结构: every table with its columns, keys, indexes, row policies and rights, read from a freshly migrated database. */
import pg from 'pg';
import { APP_ROLE } from '../../src/db/migrate.ts';
import { testDatabase } from '../../tests/database.ts';

interface Table {
  name: string;
  comment: string;
  guarded: boolean;
}

/** What the catalogue says of one table, by kind of line; every query answers with lines that name their table. */
const QUERIES = {
  columns: `
    select c.relname as table_name, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull as needed, pg_get_expr(d.adbin, d.adrelid) as preset, a.attcollation = 'pg_catalog."C"'::regcollation as c,
      coalesce(col_description(c.oid, a.attnum), '') as comment
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname, a.attnum`,
  constraints: `
    select conrelid::regclass::text as table_name, conname as name, pg_get_constraintdef(oid) as text
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0
    order by 1, array_position(array['p', 'u', 'x', 'f', 'c'], contype::text), conname`,
  indexes: `
    select i.indrelid::regclass::text as table_name, pg_get_indexdef(i.indexrelid) as text
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
    order by 1, c.relname`,
  policies: `
    select tablename as table_name, policyname as name, cmd as command, qual as sees, with_check as writes
    from pg_policies where schemaname = 'public' order by 1, 2`,
  rights: `
    select table_name, privilege_type as privilege, null as column_name
    from information_schema.role_table_grants where grantee = $1 and table_schema = 'public'
    union all
    select g.table_name, g.privilege_type, g.column_name
    from information_schema.role_column_grants g
    where g.grantee = $1 and g.table_schema = 'public' and not exists (
      select from information_schema.role_table_grants t
      where t.grantee = $1 and t.table_schema = 'public'
        and t.table_name = g.table_name and t.privilege_type = g.privilege_type)
    order by 1, 2, 3`,
} as const;

type Line = Record<string, string | boolean | null>;

/** The page of all tables. */
export async function schemaPage(): Promise<string> {
  const { ownerUrl, drop } = await testDatabase();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<Table>(`
      select relname as name, coalesce(obj_description(oid, 'pg_class'), '') as comment,
        relrowsecurity and relforcerowsecurity as guarded
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname not like 'kysely%' order by relname`);
    const facts = new Map<string, Map<string, Line[]>>();
    for (const [kind, text] of Object.entries(QUERIES)) {
      const { rows } = await client.query<Line>(text, kind === 'rights' ? [APP_ROLE] : []);
      facts.set(
        kind,
        Map.groupBy(rows, (row) => String(row['table_name'])),
      );
    }
    const of = (kind: keyof typeof QUERIES, table: Table): Line[] => facts.get(kind)?.get(table.name) ?? [];
    return [
      '# Database (数据库结构)',
      '',
      'Every table as the migrations leave it: columns, keys, indexes, row policies, and what the application’s role may do.',
      'Made from `migrations/` by `npm run generate`; the meanings are comments in the database itself.',
      '',
      '| Table | Holds | Row policies |',
      '|---|---|---|',
      ...tables.map((table) => `| [${table.name}](#${table.name}) | ${cell(table.comment)} | ${guard(table)} |`),
      '',
      ...tables.flatMap((table) => sectionOf(table, of)),
    ].join('\n');
  } finally {
    await client.end();
    await drop();
  }
}

const guard = ({ guarded }: Table): string => (guarded ? 'forced' : '–');

function sectionOf(table: Table, of: (kind: keyof typeof QUERIES, table: Table) => Line[]): string[] {
  const keys = of('constraints', table).map(({ text }) => `- \`${text}\``);
  const indexes = of('indexes', table).map(
    ({ text }) => `- \`${String(text).replace(' USING btree', '').replace(' public.', ' ')}\``,
  );
  const policies = of('policies', table).map(policyOf);
  return [
    `## ${table.name}`,
    '',
    table.comment,
    '',
    '| Column | Type | May be empty | Preset | Meaning |',
    '|---|---|---|---|---|',
    ...of('columns', table).map(columnOf),
    '',
    ...listed('Keys and checks', keys),
    ...listed('Indexes', indexes),
    ...listed('Row policies', policies),
    `Rights of \`${APP_ROLE}\`: ${rightsOf(of('rights', table))}`,
    '',
  ];
}

const listed = (title: string, lines: string[]): string[] => (lines.length ? [`${title}:`, '', ...lines, ''] : []);

function columnOf({ name, type, needed, preset, c, comment }: Line): string {
  const full = c ? `${type}, C collation` : type;
  return `| ${name} | ${full} | ${needed ? '' : 'yes'} | ${preset ? `\`${cell(String(preset))}\`` : ''} | ${cell(String(comment))} |`;
}

function policyOf({ name, command, sees, writes }: Line): string {
  const readable = (text: unknown) => String(text).replaceAll('::text', '').replaceAll(/\s+/g, ' ');
  const parts = [
    ...(sees ? [`sees \`${readable(sees)}\``] : []),
    ...(writes ? [`writes \`${readable(writes)}\``] : []),
  ];
  return `- ${name} (${command}): ${parts.join('; ')}`;
}

/** SELECT, INSERT on the whole table; UPDATE of named columns in brackets. */
function rightsOf(lines: Line[]): string {
  const byPrivilege = Map.groupBy(lines, ({ privilege }) => String(privilege));
  const texts = [...byPrivilege].map(([privilege, rows]) => {
    const columns = rows.flatMap(({ column_name: name }) => (name === null ? [] : [String(name)]));
    return columns.length ? `${privilege} (${columns.join(', ')})` : privilege;
  });
  return texts.join(', ') || 'none';
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

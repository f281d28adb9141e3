/** 摘要: what stands in every table, as one line a table, so that "nothing changed" can be asked of the whole database. */
import type pg from 'pg';

/** By table: a digest of all its rows, and one of the rows that name a bystander. */
export type Digests = Map<string, { all: string; bystanders: string; size: number }>;

/** Noted by being there, not by acting: when a session was last used. */
const NOT_FACTS = ['login_sessions', 'kysely_migration', 'kysely_migration_lock'];

/** Makes the look at every table once; `bystander` is a text that stands in every row of a bystander, as its path does. */
export async function digestsOf(client: pg.Client, bystander: readonly string[]): Promise<() => Promise<Digests>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !NOT_FACTS.includes(name));
  // A sum of 64-bit hashes: whatever the order of the rows, and quick enough to be asked after every act.
  const digest = `coalesce(sum(hashtextextended(t::text, 0)), 0)::text`;
  const ofBystander = bystander.map((_, place) => `position($${place + 1} in t::text) > 0`).join(' or ');
  const parts = names.map(
    (name) => `select '${name}' as name, count(*)::int as size, ${digest} as all,
      coalesce(sum(hashtextextended(t::text, 0)) filter (where ${ofBystander}), 0)::text as bystanders
      from ${name} t`,
  );
  const text = parts.join(' union all ');
  return async () => {
    const prepared = { name: 'digests', text, values: [...bystander] };
    const answer = await client.query<{ name: string; all: string; bystanders: string; size: number }>(prepared);
    return new Map(answer.rows.map(({ name, ...row }) => [name, row]));
  };
}

/** The tables that differ. */
export const changedTables = (before: Digests, after: Digests): string[] =>
  [...after].filter(([name, { all }]) => before.get(name)?.all !== all).map(([name]) => name);

/** The tables in which a bystander's rows differ; reading about somebody leaves a row in the trail and is no change. */
export const touchedBystanders = (before: Digests, after: Digests): string[] =>
  [...after]
    .filter(([name, { bystanders }]) => name !== 'audit_events' && before.get(name)?.bystanders !== bystanders)
    .map(([name]) => name);

/** 回到起点: the tables as they were when the world was made, kept beside them and put back at will. */
import type pg from 'pg';

export type Rewind = () => Promise<void>;

/** Sessions outlast a sequence: to sign in is no part of what is tested. */
const STAYS = ['login_sessions', 'accounts', 'kysely_migration', 'kysely_migration_lock'];

/** Keeps every table as it is now; what is given back puts them back. Owner of the schema only. */
export async function rewindOf(owner: pg.Client): Promise<Rewind> {
  const { rows } = await owner.query<{ name: string; filled: boolean }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !STAYS.includes(name));
  await owner.query('create schema at_start');
  for (const name of names) await owner.query(`create table at_start.${name} as table public.${name}`);
  return async () => {
    const changed = await changedSince(owner, names);
    if (changed.length === 0) return;
    // Without the foreign keys: the tables are put back in any order, and all of them are as they were in the end.
    await owner.query('begin; set local session_replication_role = replica');
    for (const name of changed) await owner.query(`delete from public.${name}`);
    for (const name of changed) await owner.query(`insert into public.${name} select * from at_start.${name}`);
    await owner.query('commit');
    await owner.query(`vacuum ${changed.join(', ')}`);
  };
}

/** The tables whose rows are not what was kept, however they came to be. */
async function changedSince(owner: pg.Client, names: readonly string[]): Promise<string[]> {
  const digest = (table: string) =>
    `(select count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ${table} t)`;
  const parts = names.map(
    (name) => `select '${name}' as name where ${digest(`public.${name}`)} <> ${digest(`at_start.${name}`)}`,
  );
  const { rows } = await owner.query<{ name: string }>(parts.join(' union all '));
  return rows.map(({ name }) => name);
}

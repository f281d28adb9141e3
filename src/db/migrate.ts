/** 迁移: applies the forward-only SQL files of `migrations/` in order, each in a transaction of its own. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

export interface MigrateOptions {
  /** Connection of the role that owns the schema and may create roles. */
  ownerUrl: string;
  /** Password that the application's role gets; the role is made where it is absent. */
  appPassword: string;
  migrationsFolder?: string;
}

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));
/** The login role of the application: owns nothing, so row policies bind it. */
export const APP_ROLE = 'xueji_app';

/** Brings the database to this version. Throws the failing file's error; that file has then left no trace. */
export async function migrate({ ownerUrl, appPassword, migrationsFolder = MIGRATIONS }: MigrateOptions): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await ensureAppRole(db, appPassword);
    const migrator = new Migrator({ db, provider: { getMigrations: () => readMigrations(migrationsFolder) } });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const entries = files.map(async (file): Promise<[string, Migration]> => {
    const text = await readFile(path.join(folder, file), 'utf8');
    return [file, { up: async (db) => void (await sql.raw(text).execute(db)) }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function ensureAppRole(db: Kysely<unknown>, password: string): Promise<void> {
  const role = sql.id(APP_ROLE);
  const { rows } = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`.execute(db);
  if (rows.length === 0) await sql`create role ${role} login nosuperuser nobypassrls`.execute(db);
  await sql`alter role ${role} password ${sql.lit(password)}`.execute(db);
  // On a Citus cluster the scope set in a transaction must reach the workers; plain PostgreSQL keeps it as a placeholder.
  await sql`alter role ${role} set citus.propagate_set_commands = 'local'`.execute(db);
}

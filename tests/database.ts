/** 测试数据库: one server for all test processes, and for each test file a fresh database cloned from a migrated one. */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { startEmbedded } from '../src/db/embedded-server.ts';
import { migrate } from '../src/db/migrate.ts';
import { applicationAccess, databaseUrl } from '../src/db/provide-database.ts';

/** Where the server of the tests keeps its data; it may be deleted while the server does not run. */
export const TEST_DATA = path.resolve(import.meta.dirname, '../.cache/test-postgres');
const MIGRATIONS = path.resolve(import.meta.dirname, '../migrations');
const TEMPLATE = 'xueji_template_';
const CLONE = 'xueji_test_';

export interface TestDatabase {
  /** The role that owns the schema and is above row policies. */
  ownerUrl: string;
  /** The application's role, bound by row policies. */
  appUrl: string;
  /** Ends what is still connected and drops the database. */
  drop(): Promise<void>;
}

/**
 * Makes a migrated, empty database of its own. The server is the one named by TEST_DATABASE_SERVER (a superuser's
 * address), else one that is started on first use, served to every test process, and stopped when it has been idle.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = await testServer();
  const { appPassword } = applicationAccess(serverUrl);
  const name = `${CLONE}${randomBytes(6).toString('hex')}`;
  const template = await ensureTemplate(serverUrl, appPassword);
  await asSuperuser(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
  const ownerUrl = databaseUrl(serverUrl, name);
  const { appUrl } = applicationAccess(ownerUrl);
  const drop = () =>
    asSuperuser(serverUrl, async (client) => void (await client.query(`drop database if exists ${name} with (force)`)));
  return { ownerUrl, appUrl, drop };
}

let server: Promise<string> | undefined;

/** Address of the test server's superuser. */
export function testServer(): Promise<string> {
  server ??= findOrStart();
  return server;
}

async function findOrStart(): Promise<string> {
  const named = process.env['TEST_DATABASE_SERVER'];
  if (named) return named;
  const options = { dataDir: TEST_DATA, tenancy: 'GUEST', durability: 'NONE', log: () => {} } as const;
  const found = await startEmbedded(options).catch((cause) => {
    throw new Error(`The test server does not start; delete ${TEST_DATA} and try again`, { cause });
  });
  if (!found.started) return found.url;
  await dropRemains(found.url);
  const watcher = path.join(import.meta.dirname, 'stop-database.ts');
  spawn(process.execPath, [watcher, '--when-idle'], { detached: true, stdio: 'ignore' }).unref();
  return found.url;
}

/** Databases that were there before this start: of runs that were killed, and templates of earlier migrations. */
async function dropRemains(serverUrl: string): Promise<void> {
  const template = await templateName();
  await asSuperuser(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database
       where (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < pg_postmaster_start_time()`,
    );
    const names = rows.map(({ datname }) => datname).filter((name) => name !== template);
    for (const name of names.filter((name) => name.startsWith(CLONE) || name.startsWith(TEMPLATE))) {
      await client.query(`drop database if exists ${name} with (force)`);
    }
  });
}

/** The migrated database that is cloned; changed migrations make another one. */
async function ensureTemplate(serverUrl: string, appPassword: string): Promise<string> {
  const name = await templateName();
  await asSuperuser(serverUrl, async (client) => {
    if (await exists(client, name)) return;
    // Processes that come here together wait for the first; the lock ends with the connection.
    await client.query(`select pg_advisory_lock(hashtext('xueji test template'))`);
    if (await exists(client, name)) return;
    const draft = `${CLONE}${randomBytes(6).toString('hex')}`;
    await client.query(`create database ${draft}`);
    try {
      await migrate({ ownerUrl: databaseUrl(serverUrl, draft), appPassword });
      await client.query(`alter database ${draft} rename to ${name}`);
    } catch (error) {
      await client.query(`drop database ${draft} with (force)`);
      throw error;
    }
  });
  return name;
}

async function templateName(): Promise<string> {
  const digest = createHash('sha256');
  for (const file of (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql')).sort()) {
    digest.update(`${file}\n`).update(await readFile(path.join(MIGRATIONS, file)));
  }
  return `${TEMPLATE}${digest.digest('hex').slice(0, 16)}`;
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  return Boolean(rowCount);
}

async function asSuperuser<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Reads, and changes, what lies in the tables above row policies, as long as the file runs. Call it at the top. */
export async function ownersView({ ownerUrl }: Pick<TestDatabase, 'ownerUrl'>) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
  after(() => owner.end());
  return async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
}

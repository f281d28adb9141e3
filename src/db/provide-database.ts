/** 数据库的来处: the embedded server by default, an external one where an address is given. */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { SetupFault } from '../kernel/setup-fault.ts';
import { startEmbedded } from './embedded-server.ts';
import { APP_ROLE } from './migrate.ts';

/** Name of the product's database inside the embedded server. */
export const DATABASE_NAME = 'xueji';

/** Where the database comes from. */
export interface DatabaseSource {
  dataDir: string;
  /** Address of an external database, as the role that owns the schema; absent: the embedded server. */
  ownerUrl?: string | undefined;
  /** Address as the application's role, where it does not follow from the owner's. */
  appUrl?: string | undefined;
  log: (sentence: string) => void;
}

export interface ProvidedDatabase extends ApplicationAccess {
  /** Connection of the owner: migrations and backups only. */
  ownerUrl: string;
  /** Stops the embedded server; an external one is left alone. */
  stop(): Promise<void>;
}

/** How the application itself connects: as a role that owns nothing, so that row policies bind it. */
export interface ApplicationAccess {
  appUrl: string;
  /** Given to that role by migrate(). */
  appPassword: string;
}

/** Starts or names the database. Throws a SetupFault with what the operator must mend. */
export async function provideDatabase(source: DatabaseSource): Promise<ProvidedDatabase> {
  const { dataDir, ownerUrl, log } = source;
  if (ownerUrl !== undefined) {
    return { ownerUrl, ...applicationAccess(ownerUrl, source.appUrl), stop: async () => {} };
  }
  const server = await startEmbedded({ dataDir, log });
  const ownUrl = await makeDatabase(server.url, DATABASE_NAME);
  return { ownerUrl: ownUrl, ...applicationAccess(ownUrl), stop: server.stop };
}

/**
 * The application's access to the owner's database. Its password follows one-way from the owner's, so that it needs
 * no file of its own and every process of a site arrives at the same one.
 */
export function applicationAccess(ownerUrl: string, appUrl?: string): ApplicationAccess {
  if (appUrl !== undefined) {
    const appPassword = decodeURIComponent(new URL(appUrl).password);
    if (!appPassword) throw new SetupFault('XUEJI_APP_DATABASE_URL中没有密码，请补上应用角色的密码');
    return { appUrl, appPassword };
  }
  const url = new URL(ownerUrl);
  if (!url.password) {
    throw new SetupFault('DATABASE_URL中没有密码，应用角色的密码无从得出，请另设XUEJI_APP_DATABASE_URL');
  }
  const appPassword = createHmac('sha256', decodeURIComponent(url.password)).update(APP_ROLE).digest('base64url');
  url.username = APP_ROLE;
  url.password = appPassword;
  return { appUrl: url.href, appPassword };
}

/** Address of the named database on the server, made when absent. */
async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return databaseUrl(serverUrl, name);
}

/** The same server and role, another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** 恢复: puts a backup in the place of the data, after every file of it has been checked. */
import { chmod, chown, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { placeBinaries } from '../embedded/binaries.ts';
import { chooseIdentity } from '../embedded/identity.ts';
import type { Identity } from '../embedded/run-program.ts';
import { withStartLock } from '../embedded/start-lock.ts';
import { clusterFolder, findEmbedded, startEmbedded } from '../embedded-server.ts';
import { filesFolder, folderNameFor } from './back-up.ts';
import { copyFile } from './copy-file.ts';
import { damaged, type Manifest, readManifest, verifyFiles } from './manifest.ts';

export interface RestoreOptions {
  /** The folder of one backup. */
  from: string;
  dataDir: string;
  /** Whether present data may be moved aside; it is never deleted. */
  replace: boolean;
  now: Date;
  log: (sentence: string) => void;
}

/**
 * Restores the database and the uploaded files, and starts the database once to see that it comes up.
 * Returns where present data was moved to, if there was any. Throws a SetupFault before anything is changed when the
 * backup is damaged, data is in the way or the database is running.
 */
export async function restore(options: RestoreOptions): Promise<{ movedTo: string | undefined; manifest: Manifest }> {
  const { dataDir, log } = options;
  await stopForsaken(dataDir, log);
  const restored = await withStartLock(path.resolve(dataDir), () => putInPlace(options));
  log('正在启动恢复出的数据库，补做备份期间的日志');
  const server = await startEmbedded({ dataDir, log });
  try {
    await checkDatabases(server.url);
  } finally {
    await server.stop();
  }
  log('恢复完成，数据库可正常启动');
  log('备份不含字段加密的密钥，请确认当时的keys.json已放回原处再启动系统');
  return restored;
}

/** Stops a database whose application was killed; one whose application lives is refused by the tenancy. */
async function stopForsaken(dataDir: string, log: (sentence: string) => void): Promise<void> {
  if (!(await findEmbedded(dataDir))) return;
  const server = await startEmbedded({ dataDir, log });
  await server.stop();
}

async function putInPlace({ from, dataDir, replace, now, log }: RestoreOptions) {
  const root = path.resolve(dataDir);
  const manifest = await readManifest(from);
  const identity = await chooseIdentity(clusterFolder(dataDir));
  await refuseOtherVersion(manifest, identity);
  if (await findEmbedded(dataDir)) throw new SetupFault('数据库正在运行，请先停止学籍程序再恢复');
  const targets = [clusterFolder(dataDir), filesFolder(dataDir)];
  const present: string[] = [];
  for (const target of targets) if (await hasEntries(target)) present.push(target);
  if (present.length > 0 && !replace) {
    throw new SetupFault(`${present.join('、')}里已有数据，不予覆盖；确要替换请加--replace，现有数据会移到一旁保留`);
  }
  log(`正在核对备份，共${manifest.files.length}个文件`);
  await verifyFiles(from, manifest);
  const draft = path.join(root, 'restoring');
  await rm(draft, { recursive: true, force: true });
  await copyBack(from, draft, manifest, identity).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    throw error;
  });
  const movedTo = path.join(root, `replaced-${folderNameFor(now)}`);
  if (present.length > 0) await mkdir(movedTo, { mode: 0o700 });
  for (const target of targets) {
    if (present.includes(target)) await rename(target, path.join(movedTo, path.basename(target)));
    else await rm(target, { recursive: true, force: true });
    await rename(path.join(draft, path.basename(target)), target);
  }
  await rm(draft, { recursive: true });
  if (present.length > 0) log(`原有数据已移到${movedTo}`);
  return { movedTo: present.length > 0 ? movedTo : undefined, manifest };
}

async function refuseOtherVersion(manifest: Manifest, identity: Identity | undefined): Promise<void> {
  const { version } = await placeBinaries(identity);
  const [own, wanted] = [version, manifest.serverVersion].map((text) => text.split('.')[0]);
  if (own !== wanted) throw new SetupFault(`备份出自PostgreSQL ${wanted}，本程序自带${own}，请用作成备份的版本恢复`);
}

async function copyBack(from: string, to: string, manifest: Manifest, identity: Identity | undefined): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  const own = async (name: string, mode: number) => {
    await chmod(path.join(to, name), mode);
    if (identity && name.startsWith('postgres')) await chown(path.join(to, name), identity.uid, identity.gid);
  };
  for (const name of manifest.folders) {
    await mkdir(path.join(to, name), { recursive: true });
    await own(name, 0o700);
  }
  for (const { path: name, size, sha256 } of manifest.files) {
    const copied = await copyFile(path.join(from, name), path.join(to, name));
    if (copied?.size !== size || copied.sha256 !== sha256) throw damaged(name);
    await own(name, 0o600);
  }
}

/** Every database answers, and the server has left recovery. */
async function checkDatabases(serverUrl: string): Promise<void> {
  const ask = async (database: string, sql: string): Promise<Record<string, unknown>[]> => {
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const rows = await ask(
    'postgres',
    `select datname, pg_is_in_recovery() as recovering from pg_database where datallowconn`,
  );
  if (rows.some(({ recovering }) => recovering)) throw new SetupFault('恢复出的数据库停在恢复状态，请另选备份');
  for (const { datname } of rows) await ask(String(datname), 'select count(*) from pg_class');
}

async function hasEntries(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length > 0;
}

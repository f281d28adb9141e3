/** 数据库目录: made once, complete or not at all, and owned by the user the database runs as. */
import { randomBytes } from 'node:crypto';
import { appendFile, chmod, chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupFault } from '../../kernel/setup-fault.ts';
import type { Binaries } from './binaries.ts';
import { canEnter } from './identity.ts';
import { type Identity, runProgram } from './run-program.ts';

/** A place on disk that holds one PostgreSQL, and how to run its programs there. */
export interface Cluster {
  folder: string;
  identity: Identity | undefined;
  binaries: Binaries;
}

export const SUPERUSER = 'postgres';
const PASSWORD_FILE = 'superuser.password';
const SETTINGS_FILE = 'xueji.conf';
/** Chinese names give trigrams only where the C library knows their letters, so a UTF-8 locale comes first. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** The superuser's random password; throws when the folder holds no database of ours. */
export async function readPassword(folder: string): Promise<string> {
  return (await readFile(path.join(folder, PASSWORD_FILE), 'utf8')).trim();
}

/** Makes the database folder when there is none. Throws a SetupFault when it is of another major version. */
export async function prepareCluster(cluster: Cluster, log: (sentence: string) => void): Promise<void> {
  const { folder, binaries } = cluster;
  const found = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (found === undefined) {
    log('首次启动，正在建立数据库');
    return createCluster(cluster);
  }
  const major = binaries.version.split('.')[0];
  if (found.trim() !== major) {
    throw new SetupFault(
      `数据库目录${folder}是PostgreSQL ${found.trim()}的，本程序自带${major}，不能直接打开。请用原版本程序备份后再升级`,
    );
  }
}

/** Replaces the settings file; it takes effect at the next start. */
export async function writeSettings({ folder, identity }: Cluster, text: string): Promise<void> {
  await writeOwned(path.join(folder, SETTINGS_FILE), text, identity);
}

/** Runs one of the programs on the folder; a folder that its user cannot walk to is reached as the working folder. */
export async function runOnCluster({ folder, identity }: Cluster, program: string, args: string[], extra?: number) {
  const reachable = await canEnter(folder, identity);
  if (!reachable && process.platform !== 'linux') {
    throw new SetupFault(`数据库用户进不了目录${folder}，请将程序移到各用户均可进入的目录，或改用普通用户启动`);
  }
  // The working folder is inherited open, so the way to it is not walked again: Linux's own name for it leads there.
  const place = reachable ? path.resolve(folder) : '/proc/self/cwd';
  const descriptor = extra === undefined ? {} : { extraDescriptor: extra };
  return runProgram(program, [...args, '-D', place], { identity, cwd: folder, ...descriptor });
}

async function createCluster(cluster: Cluster): Promise<void> {
  const foreign = await readdir(cluster.folder).catch(() => []);
  if (foreign.length > 0) throw new SetupFault(`目录${cluster.folder}里有不属于数据库的文件，请移走后再启动`);
  await removeRemains(cluster.folder);
  const staging = { ...cluster, folder: await mkdtemp(`${cluster.folder}.new-`) };
  try {
    await giveTo(staging.folder, cluster.identity);
    const password = randomBytes(32).toString('base64url');
    await initialise(staging, password);
    await writeOwned(path.join(staging.folder, PASSWORD_FILE), `${password}\n`, cluster.identity);
    await writeSettings(staging, '');
    await appendFile(path.join(staging.folder, 'postgresql.conf'), `\ninclude '${SETTINGS_FILE}'\n`);
    await rename(staging.folder, cluster.folder);
  } finally {
    await rm(staging.folder, { recursive: true, force: true });
  }
}

/** Clears what an interrupted first start left beside the folder. */
async function removeRemains(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  for (const name of await readdir(parent)) {
    if (name.startsWith(`${path.basename(folder)}.new-`)) await rm(path.join(parent, name), { recursive: true });
  }
}

async function initialise(cluster: Cluster, password: string): Promise<void> {
  const passwordFile = `${cluster.folder}.password`;
  await writeOwned(passwordFile, `${password}\n`, cluster.identity);
  const handle = await open(passwordFile, 'r');
  try {
    let output = '';
    for (const locale of LOCALES) {
      // Under another identity the file may lie where that user cannot walk: it gets the open file instead.
      const pwfile = cluster.identity ? '/dev/fd/3' : passwordFile;
      const args = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${locale}`];
      args.push(`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${pwfile}`);
      const ran = await runOnCluster(cluster, cluster.binaries.initdb, args, handle.fd);
      if (ran.code === 0) return;
      output = ran.output;
      if (!output.includes('locale')) break;
    }
    throw new SetupFault(
      `数据库没有建成，请检查目录${path.dirname(cluster.folder)}的权限与空间：${output.slice(-600)}`,
    );
  } finally {
    await handle.close();
    await rm(passwordFile, { force: true });
  }
}

async function writeOwned(file: string, text: string, identity: Identity | undefined): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  await giveTo(file, identity, 0o600);
}

async function giveTo(file: string, identity: Identity | undefined, mode = 0o700): Promise<void> {
  await chmod(file, mode);
  if (identity) await chown(file, identity.uid, identity.gid);
}

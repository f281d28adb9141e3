/** 构建: builds the web page where its sources have changed since the last build. `npm run build`, and every start. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist/web');
const DIGEST = '.digest';
const SOURCE = /\.(ts|tsx|css|html|js|svg)$/;
const TEST = /\.test\.tsx?$/;

/** What a build came to: whether one was needed, and where the files lie. */
export interface WebBuild {
  built: boolean;
  folder: string;
}

/**
 * Builds into dist/web unless the last build was of the same sources. Safe while another process does the same:
 * each builds into a folder of its own, and whoever is done first puts it in place.
 */
export async function buildWebIfStale({ force = false } = {}): Promise<WebBuild> {
  const digest = digestOfSources();
  if (!force && digestOfBuild() === digest) return { built: false, folder: built };
  const { build } = await import('vite');
  const mine = `${built}-${process.pid}`;
  await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: mine },
  });
  writeFileSync(join(mine, DIGEST), digest);
  putInPlace(mine, digest);
  return { built: true, folder: built };
}

function putInPlace(mine: string, digest: string): void {
  const old = `${mine}-old`;
  try {
    if (existsSync(built)) renameSync(built, old);
    renameSync(mine, built);
  } catch (thrown) {
    // Another process was quicker: its build serves as well, if it is of the same sources.
    rmSync(mine, { recursive: true, force: true });
    if (digestOfBuild() !== digest) throw thrown;
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

function digestOfBuild(): string | undefined {
  const file = join(built, DIGEST);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Names and contents of all that a page may be made of, the versions of the packages included. */
function digestOfSources(): string {
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name) && !TEST.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...files, join(root, 'vite.config.ts'), join(root, 'package-lock.json')].sort()) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  const { built: fresh, folder } = await buildWebIfStale({ force: process.argv.includes('--force') });
  console.log(`${relative(root, folder)} ${fresh ? 'built' : 'is up to date'}`);
}

/**
 * 锁文件: `npm run lock` completes package-lock.json for every platform; `npm run lock -- --check` only looks.
 *
 * npm leaves a platform package of an optional dependency out of the lock file when the registry at hand does not
 * hold it, and then `npm ci` refuses the lock file elsewhere ("Missing: … from lock file"). Here the missing entry is
 * written from what the name tells (system, processor, C library). Digests are not known for these: npm fetches such
 * a package by name and version on the platform that wants it. Download addresses must not stand in the file at all,
 * so that it installs from any registry. A path after the command names another lock file.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Entry = {
  version?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openbsd', 'netbsd', 'openharmony', 'sunos', 'aix'];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32', 'mips64el'];

const words = process.argv.slice(2);
const path = words.find((word) => !word.startsWith('--')) ?? 'package-lock.json';
const lock: Lock = JSON.parse(readFileSync(path, 'utf8'));
const faults = Object.entries(lock.packages)
  .filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''))
  .map(([place]) => `${place} has a download address: take it out, the file must install from any registry`);

for (const [place, name, range, owner] of missing(lock)) {
  const taken = lock.packages[`node_modules/${name}`] !== undefined && place !== '';
  const target = `${taken ? `${place}/` : ''}node_modules/${name}`;
  const version = range.replace(/^[\^~]/, '');
  if (words.includes('--check')) faults.push(`${name} ${range}, optional for ${place || 'this project'}, has no entry`);
  else if (!/^\d+\.\d+\.\d+/.test(version)) faults.push(`${name} ${range}: which version is meant cannot be told`);
  else {
    lock.packages[target] = entryOf(name, version, owner.dev === true);
    console.log(`added ${name} ${version}`);
  }
}
if (!words.includes('--check')) writeFileSync(path, `${JSON.stringify(sorted(lock), null, 2)}\n`);
console.log(faults.length ? faults.join('\n') : 'The lock file is complete and names no registry');
process.exitCode = faults.length ? 1 : 0;

/** Every optional dependency that resolves to no entry, with the place that asks for it. */
function missing({ packages }: Lock): [place: string, name: string, range: string, owner: Entry][] {
  return Object.entries(packages).flatMap(([place, owner]) =>
    Object.entries(owner.optionalDependencies ?? {})
      .filter(([name, range]) => !resolves(packages, place, name, range))
      .map(([name, range]): [string, string, string, Entry] => [place, name, range, owner]),
  );
}

/** As Node looks for it: in the asking package's own folder, then in each folder above. An exact version must match. */
function resolves(packages: Lock['packages'], place: string, name: string, range: string): boolean {
  for (let folder: string | undefined = place; folder !== undefined; folder = above(folder)) {
    const entry = packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`];
    if (entry) return entry.link === true || !/^\d/.test(range) || entry.version === range;
  }
  return false;
}

function above(folder: string): string | undefined {
  if (folder === '') return undefined;
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')));
}

/** `@img/sharp-linuxmusl-arm64` is for Linux on arm64 with musl: the name tells what npm must know to leave it out. */
function entryOf(name: string, version: string, dev: boolean): Entry {
  const parts = name.split(/[-./]/);
  const named = (word: string) => parts.some((part) => part === word || part.startsWith(word));
  const os = SYSTEMS.filter((system) => named(system) || (system === 'win32' && /\bwin(dows)?\b/.test(name)));
  const cpu = PROCESSORS.filter((processor) => parts.includes(processor));
  const libc = os[0] !== 'linux' ? [] : /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : [];
  return {
    version,
    ...(cpu.length ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length ? { libc } : {}),
    optional: true,
    ...(os.length ? { os } : {}),
  };
}

/** npm keeps the entries in order of their places, the project itself first. */
function sorted(file: Lock): Lock {
  const places = Object.keys(file.packages).sort();
  return { ...file, packages: Object.fromEntries(places.map((place) => [place, file.packages[place] ?? {}])) };
}

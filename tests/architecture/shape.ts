/** 形状: names and sizes of files and folders, so that a newcomer finds a thing by its domain word. */
import { isTest } from './sources.ts';

/** Words that say nothing about what is inside: some anywhere in a name, some when they are the whole or its end. */
const EMPTY = /(^|[-.])(utils?|helpers?|managers?)([-.]|$)|^([^.]+-)?(common|shared|misc|base|new|v\d+)(\.|$)/;

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Kebab-case throughout, no empty word in any part of a name; law lives in `code-place` folders. */
export function nameFaults(paths: readonly string[]): string[] {
  const names = new Map(
    paths.flatMap((path) => prefixesOf(path).map((prefix) => [prefix, prefix.split('/').at(-1) ?? ''])),
  );
  return [...names].flatMap(([path, name]) => {
    if (EMPTY.test(name)) return [`${path}: this name says nothing; call it by what it is about`];
    if (!KEBAB.test(name)) return [`${path}: write names in kebab-case`];
    if (/^policies\/[^/.]+$/.test(path) && !/^policies\/(\d{6}-[a-z]+|schools|clauses)$/.test(path)) {
      return [`${path}: a folder of law is called by its GB/T 2260 code and place, as in 411082-changge`];
    }
    return [];
  });
}

function prefixesOf(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** A file that must be scrolled for long hides what it does: 300 lines, a test 400. Data is not counted. */
export function lengthFault(path: string, lines: number): string[] {
  const limit = isTest(path) ? 400 : 300;
  return isCounted(path) && lines > limit ? [`${path}: ${lines} lines, at most ${limit}; split it by domain word`] : [];
}

/**
 * Most source entries of a folder: what is read at a glance. src/ and tests/ are contents pages, scripts/ holds one file a
 * command of package.json.
 */
const LIMITS: Record<string, number> = { src: 46, tests: 36, scripts: 16 };
const USUAL_LIMIT = 12;
const limitOf = (folder: string): number => LIMITS[folder] ?? USUAL_LIMIT;

/** What is over its limit. Tests, data and generated files are not counted. */
export function folderFaults(paths: readonly string[]): string[] {
  const entries = new Map<string, Set<string>>();
  for (const path of paths.filter((path) => isCounted(path) && !/\.test\.tsx?$/.test(path))) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  return [...entries]
    .filter(([folder, { size }]) => size > limitOf(folder))
    .map(([folder, { size }]) => `${folder}: ${size} entries, at most ${limitOf(folder)}; split it by domain word`);
}

function isCounted(path: string): boolean {
  return /\.(ts|tsx|mjs|css)$/.test(path) && !path.split('/').some((part) => part === 'generated' || part === 'data');
}

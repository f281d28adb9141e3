/** 浏览器端: what pages may load. The order is kernel → web → feature parts and pages → src/browser. */
import { isFeature, partOf, rankOf } from './layers.ts';
import { type Import, isTest, type Source } from './sources.ts';

/** Everything that runs in the browser besides the kernel: pages, their parts, the frame, and the API's shapes. */
export function isBrowserSide(path: string): boolean {
  if (isTest(path) || !path.startsWith('src/')) return false;
  return path.endsWith('.tsx') || path.startsWith('src/web/') || isApi(path) || isScreen(path);
}

/** `work-groups.screen.ts` is what a page works out before it draws: without markup, so that Node can test it. */
export function isScreen(path: string): boolean {
  return path.endsWith('.screen.ts');
}

/** `transfer.api.ts` holds the shapes that page and route share; it loads nothing but the kernel and other shapes. */
function isApi(path: string): boolean {
  return path.endsWith('.api.ts');
}

/** What the direct imports of one browser-side file break. */
export function browserFaults(source: Source): string[] {
  if (!isBrowserSide(source.path)) return [];
  return source.imports
    .map((entry) => ({ entry, why: faultOf(source.path, entry) }))
    .filter(({ why }) => why !== undefined)
    .map(({ entry, why }) => `${source.path} imports ${entry.target ?? entry.specifier}: ${why}`);
}

function faultOf(from: string, { specifier, target, typeOnly }: Import): string | undefined {
  if (specifier.startsWith('node:')) return 'there is no Node in a browser';
  if (target === undefined) return undefined;
  if (isTest(target) || !target.startsWith('src/')) return 'a page loads from src/ only; law is asked through the API';
  if (target.endsWith('.store.ts'))
    return 'a page never sees a store, not even its types; the API says what it may know';
  const [part, to] = [partOf(from), partOf(target)];
  if (to === 'kernel') return undefined;
  if (part === 'web') return to === 'web' ? undefined : 'the frame knows no domain words; pages bring them';
  if (part === 'browser')
    return target.endsWith('.tsx') || to === 'web' ? undefined : 'the shell joins pages, nothing else';
  if (to === 'web') return isApi(from) ? 'the API knows nothing of screens' : undefined;
  if (part === to)
    return typeOnly || /\.(tsx|css)$/.test(target) || isApi(target) || isScreen(target) ? undefined : SERVER_CODE;
  return otherFeatureFault(part, to, target, typeOnly);
}

const SERVER_CODE = 'server code does not run in a browser: import its types, or put the shape into an .api.ts file';

/** Another feature lends its types through index.ts and pieces of screen as `…-parts.tsx`, both only downwards. */
function otherFeatureFault(part: string, to: string, target: string, typeOnly: boolean): string | undefined {
  const [fromRank, toRank] = [rankOf(part), rankOf(to)];
  if (fromRank === undefined || toRank === undefined) return `${toRank === undefined ? to : part} stands in no order`;
  if (toRank >= fromRank) return `${to} does not lie below ${part}`;
  if (target.endsWith('-parts.tsx') || isApi(target)) return undefined;
  if (!typeOnly) return SERVER_CODE;
  return isFeature(to) && target !== `src/${to}/index.ts`
    ? `${to} is entered through src/${to}/index.ts only`
    : undefined;
}

/**
 * Follows what really loads (type imports vanish) from every screen and reports the way to the shapes' library: it would
 * be fetched with the page, and it makes code at run time, which the policy of the pages' content forbids.
 */
export function reachedShapes(sources: readonly Source[]): string[] {
  const roots = sources.filter(({ path }) => !isTest(path) && (path.endsWith('.tsx') || isScreen(path)));
  return reached(sources, roots, (specifier) => specifier === 'zod');
}

/**
 * Follows what really loads (type imports vanish) from every browser-side file and reports the way to anything
 * of Node's: such a page would build and then fail in the office.
 */
export function reachedNode(sources: readonly Source[]): string[] {
  const roots = sources.filter(({ path }) => isBrowserSide(path));
  return reached(sources, roots, (specifier) => specifier.startsWith('node:'));
}

function reached(
  sources: readonly Source[],
  roots: readonly Source[],
  isFault: (specifier: string) => boolean,
): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const faults: string[] = [];
  const seen = new Set<string>();
  const follow = (path: string, way: readonly string[]): void => {
    const source = byPath.get(path);
    if (!source || seen.has(path)) return;
    seen.add(path);
    for (const { specifier, target, typeOnly } of source.imports) {
      if (typeOnly) continue;
      if (isFault(specifier)) faults.push(`${[...way, path].join(' → ')} → ${specifier}`);
      else if (target) follow(target, [...way, path]);
    }
  };
  for (const { path } of roots) follow(path, []);
  return faults;
}

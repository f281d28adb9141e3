/** 层次: who may import whom on the server side: only downwards in this order, and a feature only through its door. */
import { isScreen } from './browser-side.ts';
import { type Import, isTest, type Source } from './sources.ts';

/** From the ground up. Folders on one line are peers and do not import each other. */
const ORDER: readonly (readonly string[])[] = [
  ['kernel'],
  ['crypto', 'policy', 'workflow', 'workbooks'],
  ['db'],
  ['jobs'],
  ['files'],
  ['audit', 'feed'],
  ['access'],
  ['authorities'],
  ['students'],
  ['cases'],
  ['evidence'],
  ['local-settings', 'numbering'],
  ['changes', 'reversals', 'hand-over'],
  ['school-life'],
  [
    ...['duplicates', 'admissions', 'transfers', 'leave', 'departures', 'study-elsewhere'],
    ...['key-data', 'progression', 'placements', 'restructuring', 'graduation'],
  ],
  ['archives'],
  ['documents', 'disclosure', 'supervision', 'exchange', 'statistics', 'regulations', 'notices'],
  ['families'],
  ['http'],
  ['demo'],
  ['features.ts'],
  ['main.ts'],
];

/** What the browser's side is made of has an order of its own: see browser-side.ts. */
const BROWSER = ['web', 'browser'];

/** Folders of the ground are tool boxes: each file is its own door. From here on up `index.ts` is the only one. */
const FIRST_FEATURE = rankOf('authorities');

/** Names the part of the house a path below src/ belongs to: a folder, or a file that lies in src/ itself. */
export function partOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Height in the order; undefined for what stands in no order. */
export function rankOf(part: string): number | undefined {
  const rank = ORDER.findIndex((peers) => peers.includes(part));
  return rank < 0 ? undefined : rank;
}

/** Is this folder a feature, entered only through its index.ts? */
export function isFeature(part: string): boolean {
  const rank = rankOf(part);
  return rank !== undefined && rank >= (FIRST_FEATURE ?? 0) && part !== 'http' && part !== 'main.ts';
}

/** What the imports of one server file break, one sentence each. Tests may look anywhere. */
export function layerFaults(source: Source): string[] {
  if (isTest(source.path) || source.path.endsWith('.tsx') || isScreen(source.path)) return [];
  return source.imports
    .map((entry) => ({ entry, why: faultOf(source.path, entry) }))
    .filter(({ why }) => why !== undefined)
    .map(({ entry, why }) => `${source.path} imports ${entry.target ?? entry.specifier}: ${why}`);
}

function faultOf(from: string, entry: Import): string | undefined {
  const { target } = entry;
  if (from.startsWith('policies/')) return policyFault(entry);
  if (!from.startsWith('src/')) return undefined;
  if (target === undefined) return undefined;
  const part = partOf(from);
  if (BROWSER.includes(part)) return undefined;
  if (isTest(target)) return 'a test is no part of the product';
  if (target.startsWith('policies/')) {
    return part === 'main.ts' ? undefined : 'only src/main.ts knows which packs of law exist; ask src/policy';
  }
  if (!target.startsWith('src/')) return 'the product consists of src/ and policies/ only';
  if (target.endsWith('.tsx') || isScreen(target) || BROWSER.includes(partOf(target)))
    return 'pages run in the browser, Node cannot load them';
  if (part === 'main.ts') return undefined;
  if (part === 'config.ts') {
    return partOf(target) === 'kernel' ? undefined : 'the settings are read before anything else exists';
  }
  return downwardFault(part, target);
}

function policyFault({ specifier, target }: Import): string | undefined {
  if (target?.startsWith('policies/')) return undefined;
  if (target !== undefined && /^src\/(kernel|policy|workflow)\//.test(target)) return undefined;
  return `law sees only src/kernel, src/policy and src/workflow, so that it can be read and run anywhere (${specifier})`;
}

function downwardFault(part: string, target: string): string | undefined {
  const to = partOf(target);
  if (part === to) return undefined;
  if (to === 'config.ts') return 'settings are handed in by src/main.ts, so that a test can choose them';
  const [fromRank, toRank] = [rankOf(part), rankOf(to)];
  if (fromRank === undefined)
    return `src/${part} stands in no order; give it its place in tests/architecture/layers.ts`;
  if (toRank === undefined) return `src/${to} stands in no order; give it its place in tests/architecture/layers.ts`;
  if (toRank === fromRank) return `${part} and ${to} are peers; what both need lies below them`;
  if (toRank > fromRank) return `${to} lies above ${part}; turn the dependency round or hand in a function`;
  if (isFeature(to) && target !== `src/${to}/index.ts`) return `${to} is entered through src/${to}/index.ts only`;
  return undefined;
}

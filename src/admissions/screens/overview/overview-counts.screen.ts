/** 概况计数: sums and groups for the overview of admissions. */
import type { StateKind } from '../../../web/parts/state/state-icon.tsx';
import type { ImportItem } from '../../importing/importing.api.ts';
import type { OverviewView } from '../../overview/overview.api.ts';

type Counts = Pick<OverviewView['classGroups'][number], 'registered' | 'inProcess' | 'draft'>;

/** The sums over class groups or schools. */
export function sumOf(rows: readonly Counts[]): Counts {
  const sum = { registered: 0, inProcess: 0, draft: 0 };
  for (const row of rows) {
    sum.registered += row.registered;
    sum.inProcess += row.inProcess;
    sum.draft += row.draft;
  }
  return sum;
}

/** What an import's state means to the registrar: one still to be mended waits for the school, not for others. */
export function importKind(state: ImportItem['state']): StateKind {
  return IMPORT_KINDS[state];
}

const IMPORT_KINDS: Record<ImportItem['state'], StateKind> = {
  QUEUED: 'IN_PROCESS',
  READING: 'IN_PROCESS',
  CHECKED: 'JUDGEMENT',
  SUBMITTED: 'DONE',
  CANCELLED: 'DRAFT',
  UNDONE: 'DRAFT',
  FAILED: 'REFUSED',
};

/** 未办完 and 已办完, each in the order given. */
export function groupImports(items: readonly ImportItem[]) {
  const open = items.filter(({ state }) => OPEN.has(state));
  const closed = items.filter(({ state }) => !OPEN.has(state));
  return [
    { key: 'open', words: '未办完', count: open.length, items: open },
    { key: 'closed', words: '已办完', count: closed.length, items: closed },
  ];
}

const OPEN = new Set<ImportItem['state']>(['QUEUED', 'READING', 'CHECKED']);

/** How much of the plan is registered, 0 to 100, rounded down; undefined without a plan. */
export function shareRegistered({
  planned,
  registered,
}: {
  planned: number | null;
  registered: number;
}): number | undefined {
  if (planned === null || planned === 0) return undefined;
  return Math.min(100, Math.floor((registered / planned) * 100));
}

/** Schools in the order asked for; equal ones by name. */
export function orderSchools(
  schools: readonly OverviewView['schools'][number][],
  order: { key: string; descending: boolean } | undefined,
): OverviewView['schools'] {
  const sign = order?.descending ? -1 : 1;
  const key = order?.key as keyof OverviewView['schools'][number] | undefined;
  return [...schools].sort((a, b) => {
    const by = key === undefined || key === 'name' ? 0 : Number(a[key] ?? -1) - Number(b[key] ?? -1);
    return by === 0 ? (key === 'name' ? sign : 1) * a.name.localeCompare(b.name, 'zh') : sign * by;
  });
}

/** Has any of them been given a plan? */
export const hasPlan = (rows: readonly { planned: number | null }[]): boolean =>
  rows.some(({ planned }) => planned !== null);

/** 材料清单: what is asked for beside what was handed in, line by line. Pure. */
import type { HandedIn } from '../evidence.api.ts';
import { OTHER } from '../limits.api.ts';

/** 所需材料: one paper that the law of a case asks for. */
export interface AskedPaper {
  /** Code under which it is kept; the words themselves where there is none. At most 60 characters. */
  paper: string;
  /** 居民户口簿 */
  what: string;
  /** Who hands it in: 转入学校. */
  by?: string | undefined;
  /** 四川·第十五条 */
  chip?: string | undefined;
  /** Where it is asked only of some: 跨省转学的. */
  when?: string | undefined;
}

export interface PaperLine {
  key: string;
  what: string;
  /** Absent for what nobody asked for. */
  asked: AskedPaper | undefined;
  state: 'MISSING' | 'IN' | 'RETURNED';
  /** What counts or waits to be replaced; first handed in first. */
  items: readonly HandedIn[];
}

/** Asked papers in their order, then whatever else was handed in; and what no longer counts, apart. */
export function linesOf(
  asked: readonly AskedPaper[],
  items: readonly HandedIn[],
): { lines: PaperLine[]; withdrawn: readonly HandedIn[] } {
  const counting = items.filter(({ state }) => state !== 'WITHDRAWN');
  const codes = new Set(asked.map(({ paper }) => paper));
  const others = [
    ...Map.groupBy(
      counting.filter(({ paper }) => !codes.has(paper)),
      ({ what }) => what,
    ),
  ];
  return {
    lines: [
      ...asked.map((one) =>
        lineOf(
          one.paper,
          one.what,
          one,
          counting.filter(({ paper }) => paper === one.paper),
        ),
      ),
      ...others.map(([what, some]) => lineOf(`${OTHER}-${what}`, what, undefined, some)),
    ],
    withdrawn: items.filter(({ state }) => state === 'WITHDRAWN'),
  };
}

const lineOf = (key: string, what: string, asked: AskedPaper | undefined, items: readonly HandedIn[]): PaperLine => ({
  key,
  what,
  asked,
  items,
  // One sheet that does not do is what must be seen, however many others there are.
  state: items.some(({ state }) => state === 'RETURNED') ? 'RETURNED' : items.length > 0 ? 'IN' : 'MISSING',
});

/** 3项材料，还差1项; nothing where none is asked for. */
export function sumWords(lines: readonly PaperLine[]): string {
  const wanting = lines.filter(({ state, asked }) => asked && state !== 'IN').length;
  if (lines.length === 0) return '';
  return wanting > 0 ? `${lines.length}项，还差${wanting}项` : `${lines.length}项，已交齐`;
}

/** The item to show first: what must be mended, else the first there is. */
export function firstShown(lines: readonly PaperLine[]): string | undefined {
  const items = lines.flatMap((line) => line.items);
  return (items.find(({ state }) => state === 'RETURNED') ?? items[0])?.id;
}

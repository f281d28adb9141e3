/** 条款落实: every clause of every text with what has become of it, for the page and for the command. */
import type { CoverageState } from '../../policies/clauses/law-book.ts';
import { lawLibrary } from '../../policies/clauses/law-library.ts';

/** Each state with its words, in the order in which the columns stand. */
export const STATES = {
  EXECUTED: '执行',
  DUTY: '职责',
  RECORD: '载于表册',
  NOT_APPLIED: '不适用',
  PLANNED: '待建',
  NOT_COMPUTABLE: '不可计算',
  UNLISTED: '未登记',
} as const satisfies Record<CoverageState, string>;

const ALL_STATES = Object.keys(STATES) as CoverageState[];

export interface TextCounts {
  id: string;
  title: string;
  counts: Record<CoverageState, number>;
  total: number;
}

/** Per text how many clauses stand in which state, in the order of the list of clauses; the last line is the sum. */
export function countClauses(): TextCounts[] {
  const { clauses, packs } = lawLibrary;
  const titles = new Map(packs.flatMap(({ instruments }) => instruments.map(({ id, title }) => [id, title])));
  const texts = [...Map.groupBy(clauses, ({ instrument }) => instrument)].map(([id, own]) =>
    counted(id, titles.get(id) ?? '序', own),
  );
  return [...texts, counted('合计', '', clauses)];
}

function counted(id: string, title: string, clauses: readonly { state: CoverageState }[]): TextCounts {
  const numberOf = (state: CoverageState) => clauses.filter((clause) => clause.state === state).length;
  const counts = Object.fromEntries(ALL_STATES.map((state) => [state, numberOf(state)])) as TextCounts['counts'];
  return { id, title, counts, total: clauses.length };
}

/** The page of all clauses. */
export function clausesPage(): string {
  const { clauses } = lawLibrary;
  const heads = ALL_STATES.map((state) => `${STATES[state]} \`${state}\``);
  return [
    '# Clauses (条款落实)',
    '',
    'What has become of every clause of the texts: `EXECUTED` by a rule, a parameter or a workflow; `DUTY` with a clock;',
    '`RECORD`: a form, a record or a part of the product carries it; `NOT_APPLIED`: it speaks, but a better text stands',
    'against it; `PLANNED`: later work, by capability; `NOT_COMPUTABLE`: nothing that a program could check; `UNLISTED`:',
    'in nobody’s list yet. Made from `policies/` by `npm run generate`; `npm run clauses` prints the first table.',
    '',
    `| Text | Title | ${heads.join(' | ')} | 合计 |`,
    `|---|---|${'--:|'.repeat(heads.length + 1)}`,
    ...countClauses().map(
      ({ id, title, counts, total }) =>
        `| ${id} | ${title} | ${ALL_STATES.map((state) => counts[state]).join(' | ')} | ${total} |`,
    ),
    '',
    ...[...Map.groupBy(clauses, ({ instrument }) => instrument)].flatMap(([id, own]) => [
      `## ${id}`,
      '',
      '| Clause | Article | State | By what |',
      '|---|---|---|---|',
      ...own.map(
        ({ id, article, state, by }) => `| ${id} | ${article} | \`${state}\` | ${by.map(cell).join('<br>')} |`,
      ),
      '',
    ]),
  ].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

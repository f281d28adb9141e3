/**
 * 条款落实: `npm run clauses` prints for each text how many of its clauses are executed, kept as a duty or a record, do not
 * count, are later work, or cannot be computed; `npm run clauses -- --json` gives every clause for machines.
 */
import { parseArgs } from 'node:util';
import type { CoverageState } from '../policies/clauses/law-book.ts';
import { lawLibrary } from '../policies/clauses/law-library.ts';
import { countClauses, STATES } from './generators/clauses.ts';

const USAGE = '命令写法有误，应为：npm run clauses -- [--json]';

/** Han characters take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
const padded = (text: string, width: number): string => `${' '.repeat(Math.max(0, width - widthOf(text)))}${text}`;

function print(): void {
  const states = Object.entries(STATES) as [CoverageState, string][];
  console.log(`${'文本'.padEnd(6)}${states.map(([, words]) => padded(words, 10)).join('')}${padded('合计', 8)}`);
  for (const { id, title, counts, total } of countClauses()) {
    const first = `${id}${' '.repeat(Math.max(1, 8 - widthOf(id)))}`;
    const numbers = states.map(([state]) => padded(String(counts[state] || '·'), 10)).join('');
    console.log(`${first}${numbers}${padded(String(total), 8)}  ${title}`);
  }
}

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  if (values.json) console.log(JSON.stringify(lawLibrary.clauses, null, 2));
  else print();
} catch (error) {
  if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error;
  console.error(USAGE);
  process.exitCode = 1;
}

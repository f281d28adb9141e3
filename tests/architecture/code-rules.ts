/** 代码规则: what may be written only in one kind of place. No list of exceptions: a place is named by the rule or not. */
import { isTest, type Source } from './sources.ts';

type Rule = {
  /** Says the rule and why it exists; printed above the faults. */
  why: string;
  /** The files it holds for. */
  holdsFor: (path: string) => boolean;
  forbids: readonly RegExp[];
};

/** What runs in an office: src/ and policies/ without their tests. */
const isProduct = (path: string) => /^(src|policies)\//.test(path) && !isTest(path);

const BUILDERS = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\s*\(/;
const STATEMENT =
  /['"`]\s*(select\s[\s\S]{1,400}?\sfrom\s|insert\s+into\s|update\s+[\w."]+\s+set\s|delete\s+from\s|merge\s+into\s|copy\s+[\w."]+[^'"`]*\s(from|to)\s|(create|alter|drop)\s+(table|index|role|policy|schema|database)\s)/i;

/** Every rule of this kind, by the name the test gives it. */
export const RULES: Readonly<Record<string, Rule>> = {
  'SQL stands in stores': {
    why: 'SQL stands only in *.store.ts, src/db and migrations: there row policies, plans and the shard key are reviewed, and a feature shows every query it makes in one file.',
    holdsFor: (path) => isProduct(path) && !path.endsWith('.store.ts') && !path.startsWith('src/db/'),
    forbids: [/\bsql\s*(<[^`]*>)?\s*`/, BUILDERS, STATEMENT],
  },
  'the environment is read once': {
    why: 'process.env is read only in src/config.ts: every setting is parsed at the start and a wrong one stops the start, not a case three weeks later.',
    holdsFor: (path) => isProduct(path) && path !== 'src/config.ts',
    forbids: [/\bprocess\s*\.\s*env\b/, /\bfrom\s+['"](node:)?process['"]/],
  },
  'the clock and chance are handed in': {
    why: 'The time of day and chance come in as arguments; only src/main.ts and src/browser/index.tsx read the clock, src/kernel/ids.ts makes ids, and a file named clock.ts is where a clock is made: else no test can stand on the last hour of a deadline.',
    holdsFor: (path) =>
      isProduct(path) &&
      !/^src\/(main\.ts|browser\/index\.tsx|kernel\/ids\.ts)$/.test(path) &&
      !/\/clock\.tsx?$/.test(path),
    forbids: [/\bnew\s+Date\s*(\(\s*\)|(?![\s\w(]))/, /\bDate\s*\.\s*now\b/, /\bMath\s*\.\s*random\b/],
  },
  'nothing is left half done': {
    why: 'Marks of unfinished work and switched-off checks do not come into the house: finish it, or write an issue.',
    holdsFor: (path) => !path.endsWith('.css'),
    // The brackets keep the rule from finding itself.
    forbids: [
      /\b([T]ODO|[F]IXME|[X]XX)\b/,
      /@[t]s-(ignore|expect-error|nocheck)/,
      /[b]iome-ignore/,
      /\b(test|it|describe)\.(only|skip|todo)\(/,
    ],
  },
};

/** Where a rule is broken, as `path:line  text`. Comments do not count, except for the marks of unfinished work. */
export function ruleFaults(rule: Rule, source: Source): string[] {
  if (!rule.holdsFor(source.path)) return [];
  const text = rule === RULES['nothing is left half done'] ? source.text : source.code;
  return rule.forbids.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((match) => {
      const line = text.slice(0, match.index).split('\n').length;
      return `${source.path}:${line}  ${match[0].replace(/\s+/g, ' ').trim().slice(0, 60)}`;
    }),
  );
}

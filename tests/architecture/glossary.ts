/** 词汇表: reads docs/glossary.md and finds the synonyms it rules out. */
import { isTest, type Source } from './sources.ts';

/** One line of the glossary; `not` holds the words in backticks of the column "not", each as its parts. */
export type Term = { english: string; chinese: string; meaning: string; clause: string; not: string[][] };

/** The lines of the table. A word in backticks in the column "not" is held by the test, the rest is advice. */
export function termsOf(markdown: string): Term[] {
  return markdown
    .split('\n')
    .filter((line) => /^\|(?! *(English|-))/.test(line))
    .map((line) => {
      const cells = line.split('|').slice(1, -1);
      const [english = '', chinese = '', meaning = '', not = '', clause = ''] = cells.map((cell) => cell.trim());
      const held = [...not.matchAll(/`([^`]+)`/g)].map(([, word = '']) => wordsOf(word));
      return { english, chinese, meaning, clause, not: held };
    });
}

/** `listLearnersOf` and `learner_id` alike become words in lower case. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

const EXPORTED = /^export\s+(?:default\s+)?(?:async\s+)?(?:const|let|function\*?|class|type|interface)\s+([\w$]+)/gm;

/** What of a file others see: its exported identifiers and its own name. Ordinary English inside is left alone. */
export function namesIn(source: Source): string[] {
  if (isTest(source.path) || !/^(src|policies)\//.test(source.path)) return [];
  return [
    ...[...source.code.matchAll(EXPORTED)].map(([, name = '']) => name),
    source.path.split('/').slice(1).join('/'),
  ];
}

/** Names of tables, columns, indexes and constraints in a migration; its comments and string literals are left alone. */
export function namesInSql(sql: string): string[] {
  const bare = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ');
  return [...new Set(bare.match(/[a-z_][a-z0-9_]*/gi) ?? [])];
}

/** The term whose ruled-out synonym stands in this name, with that synonym; plural counts too. */
export function synonymIn(name: string, terms: readonly Term[]): { term: Term; synonym: string } | undefined {
  const words = wordsOf(name).map(singular);
  for (const term of terms) {
    for (const synonym of term.not) {
      const at = words.findIndex((_, index) =>
        synonym.every((word, offset) => words[index + offset] === singular(word)),
      );
      if (at >= 0) return { term, synonym: synonym.join(' ') };
    }
  }
  return undefined;
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

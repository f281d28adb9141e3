/** The order of the house. There is no list of exceptions: a rule that does not fit is changed in the open, with its reason. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { browserFaults, reachedNode, reachedShapes } from './architecture/browser-side.ts';
import { RULES, ruleFaults } from './architecture/code-rules.ts';
import { namesIn, namesInSql, synonymIn, termsOf } from './architecture/glossary.ts';
import { layerFaults } from './architecture/layers.ts';
import { folderFaults, lengthFault, nameFaults } from './architecture/shape.ts';
import { isGenerated, isTest, listFiles, readSources, readText } from './architecture/sources.ts';

const sources = readSources();
const written = sources.filter((source) => !isGenerated(source));
const paths = listFiles();
const terms = termsOf(readText('docs/glossary.md'));

test('the house was found: a wrong folder would make every other rule hold', () => {
  for (const path of ['src/kernel/refusal.ts', 'scripts/test.ts', 'tests/architecture.test.ts']) {
    assert.ok(paths.includes(path), `${path} was not read`);
  }
  assert.ok(sources.some(({ imports }) => imports.some(({ target }) => target?.startsWith('src/kernel/'))));
});

test('imports go downwards, and into a feature through its index.ts', () => {
  holds(
    sources.flatMap(layerFaults),
    'A part may know only what lies below it, and of a feature only its door: so each can be read, tested and changed alone.',
  );
});

test('pages load the kernel, the frame and their own parts', () => {
  holds(
    sources.flatMap(browserFaults),
    'What a page loads is sent to every office: server code there would break the page and could show what it must not.',
  );
});

test('nothing of Node is reached from a page by any way', () => {
  holds(reachedNode(sources), 'These chains end in Node itself; the page would build and then fail in the browser.');
  holds(
    reachedShapes(sources),
    'These chains load the shapes with a page. Import types only; words that a page shows stand in a `…-words.api.ts` of their own.',
  );
});

for (const [name, rule] of Object.entries(RULES)) {
  test(name, () => {
    holds(
      sources.flatMap((source) => ruleFaults(rule, source)),
      rule.why,
    );
  });
}

test('names are kebab-case and say what is inside', () => {
  holds(nameFaults(paths), 'The listing of a folder is read more often than any page about it.');
});

test('files and folders stay small', () => {
  holds(
    [
      ...written.flatMap(({ path, text }) => lengthFault(path, text.trimEnd().split('\n').length)),
      ...folderFaults(paths),
    ],
    'Small files with domain names are found without searching.',
  );
});

test('every file of the product opens with what it is about', () => {
  const silent = sources.filter(
    ({ path, text }) => /^(src|policies)\/.*\.tsx?$/.test(path) && !isTest(path) && !/^\/\*\*/.test(text),
  );
  holds(
    silent.map(({ path }) => path),
    'The first line is a doc comment, opened by the Chinese term where there is one: officials and developers meet there.',
  );
});

test('the glossary has one line per idea', () => {
  assert.ok(terms.length > 30, 'the table of docs/glossary.md was not found');
  for (const column of ['english', 'chinese'] as const) {
    const words = terms.map((term) => term[column]);
    assert.deepEqual(words, [...new Set(words)], `${column}: a word stands twice`);
  }
  holds(
    terms.filter(({ english, chinese, meaning }) => !english || !chinese || !meaning).map(({ english }) => english),
    'Each line needs the English word, the Chinese word and the meaning.',
  );
});

test('one word per idea: no synonym that the glossary rules out', () => {
  const named = [
    ...sources.flatMap((source) => namesIn(source).map((name) => ({ name, where: source.path }))),
    ...globSync('migrations/*.sql').flatMap((file) =>
      namesInSql(readText(file)).map((name) => ({ name, where: file })),
    ),
  ];
  const faults = named.flatMap(({ name, where }) => {
    const found = synonymIn(name, terms);
    return found
      ? [`${where}: ${name} says "${found.synonym}"; the word is ${found.term.english} ${found.term.chinese}`]
      : [];
  });
  holds(faults, 'Two words for one idea make a newcomer look for two things; see docs/glossary.md.');
});

function holds(faults: readonly string[], why: string): void {
  if (faults.length) assert.fail(`${why}\n\n${faults.join('\n')}\n`);
}

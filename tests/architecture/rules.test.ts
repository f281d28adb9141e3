/** The rules themselves: each is shown a house that breaks it and one that keeps it, or it might hold for nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserFaults, reachedNode } from './browser-side.ts';
import { RULES, ruleFaults } from './code-rules.ts';
import { namesIn, namesInSql, synonymIn, termsOf, wordsOf } from './glossary.ts';
import { layerFaults } from './layers.ts';
import { folderFaults, lengthFault, nameFaults } from './shape.ts';
import { sourceOf } from './sources.ts';

const importing = (path: string, target: string) => sourceOf(path, `import { a } from '${target}';\n`);
const kept = (path: string, target: string) => assert.deepEqual(layerFaults(importing(path, target)), []);
const broken = (path: string, target: string, why: RegExp) =>
  assert.match(layerFaults(importing(path, target)).join('\n'), why);

test('imports are found in every form, and not in comments', () => {
  const { imports } = sourceOf(
    'src/leave/leave.ts',
    `// import { x } from './commented.ts';
/* export * from './commented-too.ts'; */
import './side-effect.ts';
import type { A } from '../kernel/a.ts';
import b, { type C } from './b.ts';
import * as d from 'node:fs';
export {
  e,
} from "./e.ts";
export const s = 'no import from here';
const f = await import('./f.ts');
`,
  );
  assert.deepEqual(
    imports.map(({ specifier, typeOnly }) => `${typeOnly ? 'type ' : ''}${specifier}`),
    ['./side-effect.ts', 'type ../kernel/a.ts', './b.ts', 'node:fs', './e.ts', './f.ts'],
  );
  assert.equal(imports[1]?.target, 'src/kernel/a.ts');
});

test('a feature may know what lies below it, and neither a peer nor what lies above', () => {
  kept('src/leave/apply.ts', '../cases/index.ts');
  kept('src/leave/apply.ts', '../kernel/refusal.ts');
  kept('src/leave/apply.ts', './numbers/leave.store.ts');
  broken('src/leave/apply.ts', '../transfers/index.ts', /peers/);
  broken('src/cases/engine/advance.ts', '../../leave/index.ts', /lies above/);
  broken('src/kernel/ids.ts', '../db/pool.ts', /lies above/);
  broken('src/leave/apply.ts', '../misplaced/index.ts', /stands in no order/);
});

test('a feature is entered through its door, the ground by its files', () => {
  broken('src/leave/apply.ts', '../cases/advance.ts', /through src\/cases\/index\.ts only/);
  kept('src/leave/apply.ts', '../policy/rule.ts');
  kept('src/main.ts', './cases/case.routes.ts');
});

test('law sees the kernel, the questions and the workflows, nothing else', () => {
  kept('policies/410000-henan/pack.ts', '../../src/policy/rule.ts');
  kept('policies/410000-henan/pack.ts', '../000000-national/entry-age.ts');
  broken('policies/410000-henan/pack.ts', '../../src/db/pool.ts', /law sees only/);
  broken('policies/410000-henan/pack.ts', 'node:fs', /law sees only/);
  broken('src/cases/engine/advance.ts', '../../../policies/410000-henan/pack.ts', /only src\/main\.ts/);
  kept('src/main.ts', '../policies/410000-henan/pack.ts');
});

test('server code loads no page, no test and no setting', () => {
  broken('src/leave/leave.routes.ts', './leave.page.tsx', /Node cannot load/);
  broken('src/leave/apply.ts', '../../tests/builders.ts', /no part of the product/);
  broken('src/leave/apply.ts', '../../scripts/demo.ts', /product consists/);
  broken('src/leave/apply.ts', '../config.ts', /handed in/);
  kept('src/leave/apply.test.ts', '../../tests/builders.ts');
});

test('a page loads screens and shapes, and of the server only types', () => {
  const faults = (path: string, text: string) => browserFaults(sourceOf(path, text)).join('\n');
  const page = 'src/leave/leave.page.tsx';
  assert.equal(faults(page, `import type { Leave } from './leave.ts';`), '');
  assert.match(faults(page, `import { leave } from './leave.ts';`), /does not run in a browser/);
  assert.match(faults(page, `import type { Row } from './leave.store.ts';`), /never sees a store/);
  assert.match(faults(page, `import { join } from 'node:path';`), /no Node/);
  assert.equal(faults(page, `import { CaseHead } from '../cases/case-parts.tsx';`), '');
  assert.match(faults(page, `import { CaseHead } from '../transfers/transfer-parts.tsx';`), /does not lie below/);
  assert.match(faults('src/web/frame.tsx', `import type { Leave } from '../leave/index.ts';`), /no domain words/);
  assert.equal(faults('src/browser/pages.tsx', `import { LeavePage } from '../leave/leave.page.tsx';`), '');
});

test('what a page works out is browser-side: it may use the frame, and neither store nor server code', () => {
  const faults = (path: string, text: string) => browserFaults(sourceOf(path, text)).join('\n');
  const screen = 'src/leave/leave-days.screen.ts';
  assert.equal(faults('src/leave/leave.page.tsx', `import { daysOf } from './leave-days.screen.ts';`), '');
  assert.equal(faults(screen, `import { dayWords } from '../web/format.ts';`), '');
  assert.match(faults(screen, `import { leave } from './leave.ts';`), /does not run in a browser/);
  kept(screen, '../web/format.ts');
  broken('src/leave/apply.ts', './leave-days.screen.ts', /Node cannot load|run in the browser/);
});

test('Node is found behind a kernel file, but a type is no way there', () => {
  const ids = sourceOf('src/kernel/ids.ts', `import { randomBytes } from 'node:crypto';`);
  const loads = sourceOf('src/leave/leave.page.tsx', `import { newId } from '../kernel/ids.ts';`);
  const names = sourceOf('src/leave/leave.page.tsx', `import type { NewId } from '../kernel/ids.ts';`);
  assert.deepEqual(reachedNode([ids, loads]), ['src/leave/leave.page.tsx → src/kernel/ids.ts → node:crypto']);
  assert.deepEqual(reachedNode([ids, names]), []);
});

test('SQL, environment, clock and chance are seen where they do not belong', () => {
  const faults = (name: string, path: string, text: string) => ruleFaults(RULES[name]!, sourceOf(path, text)).length;
  const use = 'src/leave/apply.ts';
  for (const text of [
    'sql`select 1`',
    'sql<{ n: number }>`x`',
    `tx\n  .selectFrom('cases')`,
    `q('update cases set a = 1')`,
  ]) {
    assert.equal(faults('SQL stands in stores', use, text), 1, text);
    assert.equal(faults('SQL stands in stores', 'src/leave/leave.store.ts', text), 0);
  }
  assert.equal(faults('SQL stands in stores', use, `const hint = 'select a school from the list';`), 1);
  assert.equal(faults('the environment is read once', use, 'process.env.PORT'), 1);
  assert.equal(faults('the environment is read once', 'src/config.ts', 'process.env.PORT'), 0);
  const clock = 'the clock and chance are handed in';
  for (const text of ['new Date()', 'new Date;', 'Date.now()', 'Math.random()'])
    assert.equal(faults(clock, use, text), 1, text);
  for (const text of ['new Date(at)', '// new Date()', 'toDate.nowhere'])
    assert.equal(faults(clock, use, text), 0, text);
  assert.equal(faults(clock, 'src/main.ts', 'new Date()'), 0);
  assert.equal(faults(clock, 'src/leave/apply.test.ts', 'new Date()'), 0);
});

test('marks of unfinished work are seen in comments too', () => {
  const mark = ['TO', 'DO'].join('');
  assert.equal(
    ruleFaults(RULES['nothing is left half done']!, sourceOf('src/leave/a.ts', `// ${mark} later`)).length,
    1,
  );
});

test('empty names, camel case and law without a place code are refused', () => {
  const refused = (path: string) => nameFaults([path]).length;
  for (const name of [
    'utils.ts',
    'case-helpers.ts',
    'case-manager.ts',
    'base.ts',
    'v2.ts',
    'new.test.ts',
    'transferCase.ts',
  ]) {
    assert.equal(refused(`src/leave/${name}`), 1, name);
  }
  assert.equal(refused('src/common/a.ts'), 1);
  assert.equal(refused('policies/henan/pack.ts'), 1);
  for (const name of [
    'base-information.ts',
    'database.ts',
    'new-term.ts',
    'leave.store.db.test.ts',
    '0001-tables.sql',
  ]) {
    assert.equal(refused(`src/leave/${name}`), 0, name);
  }
  assert.equal(refused('policies/411082-changge/pack.ts'), 0);
});

test('a file has 300 lines and a folder 12 entries, not one more', () => {
  assert.equal(lengthFault('src/leave/apply.ts', 300).length, 0);
  assert.equal(lengthFault('src/leave/apply.ts', 301).length, 1);
  assert.equal(lengthFault('src/leave/apply.test.ts', 400).length, 0);
  assert.equal(lengthFault('src/leave/apply.test.ts', 401).length, 1);
  assert.equal(lengthFault('src/students/data/codes.ts', 5000).length, 0);
  const twelve = Array.from({ length: 12 }, (_, index) => `src/leave/step-${index}.ts`);
  assert.deepEqual(folderFaults([...twelve, 'src/leave/step-0.test.ts', 'src/leave/form.json']), []);
  assert.equal(folderFaults([...twelve, 'src/leave/papers/paper.ts']).length, 1);
});

test('a synonym is found in identifiers, file names and tables, in the plural too, and not inside other words', () => {
  const terms = termsOf(
    '| English | 中文 |\n|---|---|\n| student | 学生 | a child | `learner`, `pupil id`, kid | X-1 |\n',
  );
  assert.deepEqual(terms[0]?.not, [['learner'], ['pupil', 'id']]);
  assert.deepEqual(wordsOf('listHTTPLearners_by-id'), ['list', 'http', 'learners', 'by', 'id']);
  const source = sourceOf(
    'src/students/find-learner.ts',
    'export const listLearners = () => local;\nconst learner = 1;\n',
  );
  assert.deepEqual(namesIn(source), ['listLearners', 'students/find-learner.ts']);
  for (const name of namesIn(source)) assert.equal(synonymIn(name, terms)?.synonym, 'learner');
  assert.equal(synonymIn('pupil_id', terms)?.synonym, 'pupil id');
  for (const name of ['relearner', 'kid', 'pupil', 'idPupil']) assert.equal(synonymIn(name, terms), undefined, name);
  assert.deepEqual(
    namesInSql(`create table a_b ( -- learner\n c text check (c in ('learner')))`).includes('learner'),
    false,
  );
});

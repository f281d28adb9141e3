import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inRows } from './form-paper.ts';
import { applicationAt, FORMS, formAt, formsAt, rosterAt } from './form-registry.ts';

const annexesOf = (province: string) =>
  Object.values(FORMS).flatMap(({ annexes }) => annexes.filter((one) => one.province === province));

test('every annex of the two provincial texts is in the directory, each once', () => {
  const numbers = (province: string) =>
    annexesOf(province)
      .map(({ annex }) => Number(annex.replace('附件', '')))
      .sort((a, b) => a - b);
  const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
  assert.deepEqual(numbers('51'), upTo(14));
  assert.deepEqual(numbers('14'), upTo(12));
});

test('the clauses that name the annexes are those of the texts', async () => {
  const text = await readFile(new URL('../../../policies/clauses/clauses.json', import.meta.url), 'utf8');
  const known = new Set((JSON.parse(text) as { id: string }[]).map(({ id }) => id));
  for (const { clauses, title } of [...annexesOf('51'), ...annexesOf('14')]) {
    assert.ok(clauses.length > 0, title);
    for (const clause of clauses) assert.ok(known.has(clause), `${title} ${clause}`);
  }
});

test('the application of a case is called as its place calls it, and plainly where no text names it', () => {
  assert.deepEqual(
    ['TRANSFER', 'RETURN', 'WITHDRAWAL', 'GRADE_CHANGE'].map((kind) => applicationAt(kind, '510107')?.title),
    [
      '四川省中小学生转学申请表',
      '四川省中小学生休学复学申请表',
      '四川省中小学生退学申请表',
      '四川省中小学生留级跳级申请表',
    ],
  );
  assert.equal(applicationAt('GUEST_STUDY', '140802')?.annex, '附件9');
  assert.equal(applicationAt('GUEST_STUDY', '510107'), undefined);
  assert.equal(applicationAt('TRANSFER', '411082'), undefined);
  assert.equal(applicationAt('DEATH', '510107'), undefined);
});

test('a form of senior schools is none of a primary school of the same province', () => {
  assert.equal(formAt('quality-interim', '510107', ['PRIMARY']), undefined);
  assert.equal(formAt('quality-interim', '510107', ['SENIOR'])?.annex, '附件10');
  assert.equal(formAt('fitness-card', '510107', ['PRIMARY'])?.title, '学生体质健康标准登记卡');
  assert.ok(formsAt('411082', ['PRIMARY']).every(({ annex }) => annex === ''));
});

test('the report of compulsory education is none of a senior school, wherever it is', () => {
  assert.equal(formAt('quality-compulsory', '140802', ['JUNIOR'])?.title, '学生综合素质发展报告');
  assert.equal(formAt('quality-compulsory', '411082', ['PRIMARY'])?.of, 'STUDENT');
  assert.equal(formAt('quality-compulsory', '510107', ['SENIOR']), undefined);
});

test('the roster bears the annex of its place', () => {
  assert.deepEqual(rosterAt('140802', ['JUNIOR']), { title: '在校生分班名册', annex: '附件3' });
  assert.equal(rosterAt('411082', ['JUNIOR']), undefined);
});

test('items fill their rows, the last of a row taking what is left of it', () => {
  const item = (label: string, span: 1 | 2 | 3 = 1) => ({ label, value: '', span });
  const spans = inRows([item('一'), item('二', 2), item('三', 3), item('四'), item('五'), item('六', 2)]).map((row) =>
    row.map(({ label, span }) => `${label}${span}`),
  );
  assert.deepEqual(spans, [['一1', '二2'], ['三3'], ['四1', '五2'], ['六3']]);
});

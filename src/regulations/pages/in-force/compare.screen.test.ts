import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InForceView } from '../../regulations.api.ts';
import { compared, subjectsOf } from './compare.screen.ts';

type Rule = InForceView['questions'][number]['rules'][number];

const cited = (chip: string) => ({ chip, instrumentId: null, clauses: [] });
const rule = (id: string, values: Record<string, string | null>): Rule => ({
  ...{ id, title: id, says: `${id}之规定`, force: 'MUST' },
  ...cited('国家·第一条'),
  parameters: Object.entries(values).map(([name, value]) => ({
    ...{ name, label: name, value, notApplied: [] },
    ...cited('甲县·第二条'),
  })),
});
const place = (name: string, ...rules: Rule[]): InForceView => ({
  place: { code: '990101', name, level: 'COUNTY', ownText: true },
  day: '2026-09-10',
  instruments: [],
  notices: [],
  questions: [{ id: 'transfer', title: '转学', subject: '转学', rules, notApplied: [] }],
});
const differing = (a: InForceView, b: InForceView) =>
  compared(a, b).flatMap(({ items }) => items.filter(({ differs }) => differs).map(({ key }) => key));

test('values that are alike do not differ, whoever set them; others do', () => {
  const a = place('甲县', rule('window', { days: '14天', grounds: '户籍迁移' }));
  const b = place('乙县', rule('window', { days: '5个工作日', grounds: '户籍迁移' }));
  assert.deepEqual(differing(a, b), ['window/days']);
});

test('a value that one place leaves open differs from one that is set', () => {
  assert.deepEqual(
    differing(place('甲县', rule('age', { cutoff: null })), place('乙县', rule('age', { cutoff: '8月31日' }))),
    ['age/cutoff'],
  );
});

test('a rule that only one place has is one difference, not one for each of its values', () => {
  const [question] = compared(place('甲县', rule('window', { days: '14天', grounds: '户籍迁移' })), place('乙县'));
  assert.equal(question!.differences, 1);
  const [item] = question!.items;
  assert.deepEqual([item!.a?.value, item!.b], ['window之规定', undefined]);
});

test('a subject stands once, in the order of the questions', () => {
  assert.deepEqual(subjectsOf([place('甲县'), place('乙县')]), ['转学']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../kernel/civil-date.ts';
import {
  allow,
  cite,
  deny,
  fixed,
  type Instrument,
  leftOpen,
  makeLaw,
  pack,
  rule,
  setting,
  silent,
  weigh,
} from './index.ts';

const instrument = (id: string, short: string, placeCode: string): Instrument => ({
  id,
  title: `${short}试行办法`,
  short,
  issuer: short,
  placeCode,
  inForce: { from: civilDate('2020-01-01') },
});
const nation = instrument('N', '国家', '000000');
const county = instrument('C', '甲县', '990101');

const classSize = rule('class-size')({
  id: 'class-size',
  title: '班额',
  basis: cite(nation, '第一条', 'N-1'),
  force: 'MUST',
  parameters: {
    primaryMost: leftOpen<number>('SMALLER', '小学班额'),
    juniorPreferred: fixed(50, 'SMALLER', '初中班额'),
    juniorMost: fixed(55, 'SMALLER', '初中班额最大'),
  },
  decide: ({ stage, size }, law) => {
    if (stage === 'SENIOR') return silent;
    if (stage === 'PRIMARY') return size > law.primaryMost ? deny('TOO_LARGE') : allow();
    if (size > law.juniorMost) return weigh('TOO_LARGE');
    return size > law.juniorPreferred ? weigh('OVER_PREFERRED', {}, 'PRINCIPLE') : allow();
  },
  sentences: { COMPLIES: '符合', TOO_LARGE: '超过', OVER_PREFERRED: '原则上超过' },
  examples: [],
});
const law = makeLaw([
  pack({ placeCode: '000000', instruments: [nation], rules: [classSize], settings: [] }),
  pack({
    placeCode: '990101',
    instruments: [county],
    rules: [],
    settings: [setting(classSize, { juniorMost: 54 }, cite(county, '二', 'C-2'))],
  }),
]);
const at = { placeCode: '990101', day: civilDate('2026-09-01') };
const finding = (stage: 'PRIMARY' | 'JUNIOR' | 'SENIOR', size: number) =>
  law.ask('class-size', at, { stage, grade: 1, size }).findings[0];

test('a parameter that nobody set matters only where the decision comes to need it', () => {
  assert.equal(finding('PRIMARY', 40)?.code, 'PARAMETER_NOT_SET');
  assert.equal(finding('PRIMARY', 40)?.sentence, '本地尚未规定“小学班额”，由学籍主管部门酌定');
  assert.equal(finding('SENIOR', 40), undefined);
  assert.equal(finding('JUNIOR', 40)?.verdict, 'ALLOW');
});

test('what is to be weighed is never refused, and keeps the force in which its text speaks', () => {
  const hard = finding('JUNIOR', 55)!;
  assert.deepEqual([hard.verdict, hard.force], ['DISCRETIONARY', 'MUST']);
  const soft = finding('JUNIOR', 51)!;
  assert.deepEqual([soft.verdict, soft.force], ['DISCRETIONARY', 'PRINCIPLE']);
});

test('a finding cites a lower text only where its value was looked at', () => {
  assert.equal(finding('JUNIOR', 50)?.chip, '甲县·二');
  assert.equal(finding('PRIMARY', 50)?.chip, '国家·第一条');
});

test('a mistake inside a rule is no answer of the law', () => {
  const broken = { ...classSize, decide: () => allow('COMPLIES', { at: civilDate('2026-02-30') }) };
  const wrong = makeLaw([pack({ placeCode: '000000', instruments: [nation], rules: [broken], settings: [] })]);
  assert.throws(() => wrong.ask('class-size', at, { stage: 'JUNIOR', grade: 7, size: 1 }), RangeError);
});

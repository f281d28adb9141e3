import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactView, QuestionView } from '../../regulations.api.ts';
import { distanceOf, factsOf, givenIn, isInAddress, numberProblem, withFact } from './case-address.screen.ts';

const fact = (name: string, kind: FactView['kind'], optional = false): FactView => ({
  ...{ name, kind, optional },
  ...{ label: name, unit: null, options: [], least: 0, most: 12 },
});
const question: QuestionView = {
  ...{ id: 'transfer', title: '转学', subject: '转学', twoPlaces: true },
  facts: [
    fact('grade', 'NUMBER'),
    fact('onLeave', 'FLAG'),
    fact('signed', 'CHOICES'),
    fact('papers', 'CHOICES', true),
    fact('number', 'TEXT', true),
  ],
};
const read = (address: string) => factsOf(question, givenIn(new URLSearchParams(address), question));

test('what the address says is what is asked', () => {
  const { facts, wanting } = read('f.grade=7&f.onLeave=0&f.signed=STUDENT&f.signed=GUARDIAN');
  assert.deepEqual(facts, { grade: 7, onLeave: false, signed: ['STUDENT', 'GUARDIAN'] });
  assert.deepEqual(wanting, []);
});

test('what is not given, or is no number, is still wanted; what may be left out is not', () => {
  const { wanting } = read('f.grade=seven');
  assert.deepEqual(
    wanting.map(({ name }) => name),
    ['grade', 'onLeave'],
  );
});

test('a number outside its range is told, and not asked about', () => {
  const [grade] = question.facts;
  assert.equal(numberProblem(grade!, '13'), '不能大于12');
  assert.equal(numberProblem(grade!, '-1'), '不能小于0');
  assert.equal(numberProblem(grade!, '12'), undefined);
  assert.ok(read('f.grade=13').wanting.some(({ name }) => name === 'grade'));
});

test('a list that must be answered and has nothing ticked says: none; one that may be left out says nothing', () => {
  assert.deepEqual(read('').facts, { signed: [] });
  const none = withFact(new URLSearchParams(), 'papers', []);
  assert.deepEqual(read(none.toString()).facts, { signed: [], papers: [] });
});

test('a fact of the form takes no name away that the address has already', () => {
  const search = withFact(new URLSearchParams('day=2026-10-12&f.grade=7'), 'grade', '8');
  assert.equal(search.toString(), 'day=2026-10-12&f.grade=8');
  assert.equal(withFact(search, 'grade', '').toString(), 'day=2026-10-12');
});

test('free text never stands in the address', () => {
  assert.deepEqual(
    question.facts.filter((one) => !isInAddress(one)).map(({ name }) => name),
    ['number'],
  );
});

test('how far apart two schools lie is read from their places where these tell it', () => {
  assert.equal(distanceOf('411082', '411082'), 'SAME_COUNTY');
  assert.equal(distanceOf('411082', '411002'), 'SAME_CITY');
  assert.equal(distanceOf('411082', '410105'), 'SAME_PROVINCE');
  assert.equal(distanceOf('411082', '510107'), 'OTHER_PROVINCE');
  assert.equal(distanceOf('410000', '510000'), 'OTHER_PROVINCE');
  assert.equal(distanceOf('411000', '411082'), undefined);
});

/** 旷课核对: from the marks of the roll to the word of the law of the place, on both sides of each edge. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs } from '../../../../policies/index.ts';
import { addDays, type CivilDate, civilDate, weekdayOf } from '../../../kernel/civil-date.ts';
import { makeLaw, type Stage } from '../../../policy/index.ts';
import { askTruancy } from './ask-truancy.ts';
import { countTruancy } from './count-truancy.ts';

const law = makeLaw(packs);
const SICHUAN = { placeCode: '510107', schoolCode: null, state: 'ENROLLED' };
const SHANXI = { ...SICHUAN, placeCode: '140106' };

/** So many days of school on end, from Monday, 7 September 2026. */
function schoolDays(count: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = civilDate('2026-09-07'); days.length < count; day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5) days.push(day);
  }
  return days;
}

/** The roll was called on all of them; the student was truant but on those that are left out. */
function asked(
  place: typeof SICHUAN,
  stage: Stage,
  {
    days,
    present = [],
    contacts = 3,
    last = 7,
  }: { days: number; present?: number[]; contacts?: number; last?: number },
) {
  const called = schoolDays(days);
  const marks = called.flatMap((on, at) =>
    present.includes(at) ? [] : [{ on, periods: at === called.length - 1 ? last : 7, offered: 7 }],
  );
  const truancy = countTruancy(marks, called)!;
  const today = called.at(-1)!;
  const { level, findings } = askTruancy({ law }, { student: { ...place, stage }, truancy, contacts, told: [], today });
  return { level, codes: findings.map(({ code }) => code) };
}

test('Sichuan, compulsory education: five days of a week are to be told to the township, four are not', () => {
  assert.equal(asked(SICHUAN, 'JUNIOR', { days: 5 }).level, 'DUE');
  assert.equal(asked(SICHUAN, 'JUNIOR', { days: 4 }).level, 'WATCH');
  assert.equal(asked(SICHUAN, 'JUNIOR', { days: 5, present: [2] }).level, 'WATCH', 'a day at school breaks the week');
});

test('Sichuan, senior: 140 periods of a term are due, 139 are not, however many days they lie over', () => {
  assert.deepEqual(asked(SICHUAN, 'SENIOR', { days: 20 }).codes.includes('STAYED_AWAY'), true);
  assert.equal(asked(SICHUAN, 'SENIOR', { days: 20 }).level, 'DUE');
  assert.equal(asked(SICHUAN, 'SENIOR', { days: 20, last: 6 }).level, 'WATCH');
  assert.equal(asked(SICHUAN, 'SENIOR', { days: 25, present: [3, 8, 13, 18, 23] }).level, 'DUE');
});

test('Shanxi, senior: more than eight weeks on end are due: forty days are eight weeks, forty-one are more', () => {
  assert.equal(asked(SHANXI, 'SENIOR', { days: 40 }).level, 'WATCH');
  assert.equal(asked(SHANXI, 'SENIOR', { days: 41 }).level, 'DUE');
});

test('Shanxi, senior: ten weeks in all are due though never eight on end, forty-nine days are not ten weeks', () => {
  const broken = { present: [25] };
  assert.equal(asked(SHANXI, 'SENIOR', { days: 50, ...broken }).level, 'WATCH');
  assert.equal(asked(SHANXI, 'SENIOR', { days: 51, ...broken }).level, 'DUE');
});

test('three contacts are wanted before a senior student counts as gone, two are not enough', () => {
  assert.ok(asked(SHANXI, 'SENIOR', { days: 41, contacts: 3 }).codes.includes('STAYED_AWAY'));
  assert.ok(asked(SHANXI, 'SENIOR', { days: 41, contacts: 2 }).codes.includes('NOT_CONTACTED'));
});

/** 分班试算. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClassGroupView, UnplacedView } from '../placements.api.ts';
import {
  becomingWords,
  chosenOf,
  countSelected,
  gradesOf,
  keyOfUnplaced,
  scaleOf,
  sizeState,
} from './placing.screen.ts';

const JUNIOR = { usual: 50, most: 55, chip: '山西·第十三条' };
const group = (name: string, more: Partial<ClassGroupView> = {}): ClassGroupView => ({
  id: name,
  name,
  code: name,
  stage: 'JUNIOR',
  grade: 7,
  gradeWords: '七年级',
  intakeYear: 2026,
  intakeWords: '2026级',
  multiGrade: null,
  ordinal: 1,
  teacherName: null,
  total: 48,
  boys: 25,
  girls: 23,
  others: 0,
  bounds: JUNIOR,
  findings: [],
  ...more,
});
const unplaced = (more: Partial<UnplacedView> = {}): UnplacedView => ({
  ...group('', {}),
  classGroupIds: [],
  review: null,
  ...more,
});

test('the tip says what both class groups become, in number and gender', () => {
  const girl = countSelected([{ gender: '2' }]);
  assert.equal(becomingWords(group('七(4)班'), girl, 1), '七(4)班48→49人，女23→24，在限内');
  const full = group('七(3)班', { total: 51, boys: 24, girls: 27 });
  assert.equal(becomingWords(full, girl, -1), '七(3)班51→50人，女27→26，不再超限');
  assert.match(becomingWords({ ...full, total: 57 }, girl, -1), /57→56人.*仍超过最多55人$/);
  assert.match(becomingWords({ ...full, total: 56 }, girl, -1), /56→55人.*仍超过原则上的50人$/);
  assert.equal(becomingWords(group('七(1)班'), girl, -1), '七(1)班48→47人，女23→22');
});

test('past the usual number the tip asks for a reason, past the greatest it says no', () => {
  const some = (count: number) => countSelected(Array.from({ length: count }, () => ({ gender: '1' })));
  assert.match(becomingWords(group('a'), some(2), 1), /48→50人.*在限内/);
  assert.match(becomingWords(group('a'), some(3), 1), /48→51人.*超过原则上的50人，须写明理由/);
  assert.match(becomingWords(group('a'), some(7), 1), /48→55人.*须写明理由/);
  assert.match(becomingWords(group('a'), some(8), 1), /48→56人.*超过最多55人，不能编入/);
  assert.equal(becomingWords(group('a', { bounds: null }), some(30), 1), 'a48→78人，男25→55');
});

test('a size stands within, over the usual or over the greatest number', () => {
  const states = [50, 51, 55, 56].map((size) => sizeState(JUNIOR, size));
  assert.deepEqual(states, ['WITHIN', 'OVER_USUAL', 'OVER_USUAL', 'OVER_MOST']);
  assert.equal(sizeState({ ...JUNIOR, most: null }, 90), 'OVER_USUAL');
  assert.deepEqual(scaleOf({ usual: 50, most: 55 }), { from: 40, to: 58 });
});

test('the address names a class group or the unplaced of an intake; what is gone gives way to the first', () => {
  const all = { classGroups: [group('a'), group('b')], unplaced: [unplaced({ total: 3 })] };
  const key = keyOfUnplaced(all.unplaced[0]!);
  assert.deepEqual(chosenOf('b', all), { kind: 'GROUP', id: 'b' });
  assert.deepEqual(chosenOf(key, all), { kind: 'UNPLACED', key });
  assert.deepEqual(chosenOf('gone', all), { kind: 'GROUP', id: 'a' });
  assert.deepEqual(chosenOf('', { ...all, classGroups: [] }), { kind: 'UNPLACED', key });
  assert.equal(chosenOf('', { classGroups: [], unplaced: [] }), undefined);
});

test('grades stand in order, with their class groups and their unplaced', () => {
  const parts = gradesOf(
    [group('八(1)班', { grade: 8, intakeYear: 2025, gradeWords: '八年级', intakeWords: '2025级' }), group('七(1)班')],
    [
      unplaced({ total: 3 }),
      unplaced({ total: 1, grade: 9, intakeYear: 2024, gradeWords: '九年级', intakeWords: '2024级' }),
    ],
  );
  assert.deepEqual(
    parts.map(({ words, total, classGroups, unplaced: waiting }) => [words, total, classGroups.length, waiting.length]),
    [
      ['七年级2026级', 51, 1, 1],
      ['八年级2025级', 48, 1, 0],
      ['九年级2024级', 1, 0, 1],
    ],
  );
});

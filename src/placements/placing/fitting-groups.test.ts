/** 可编班级. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClassGroup } from '../../authorities/index.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { fittingGroups } from './fitting-groups.ts';

const group = (id: string, intakeYear: number, more: Partial<ClassGroup> = {}): ClassGroup => ({
  id,
  schoolId: 's',
  path: '14/01/06/s/',
  county: '140106',
  stage: 'JUNIOR',
  intakeYear,
  firstGrade: 7,
  ordinal: 1,
  code: id,
  kind: '10',
  teacherId: null,
  validFrom: civilDate('2020-09-01'),
  validTo: null,
  ...more,
});
const groups = [group('old', 2025), group('new', 2026), group('primary', 2026, { stage: 'PRIMARY', firstGrade: 1 })];
const SUMMER = civilDate('2026-08-28');
const fit = (student: Parameters<typeof fittingGroups>[0], day = SUMMER) =>
  fittingGroups(student, groups, day).map(({ id }) => id);

test('a multi-grade class group takes every intake year that it was opened for', () => {
  const together = group('together', 2024, { otherIntakes: [2025, 2026] });
  for (const intakeYear of [2024, 2025, 2026]) {
    const student = { stage: 'JUNIOR', grade: 7, intakeYear } as const;
    assert.deepEqual(
      fittingGroups(student, [together], SUMMER).map(({ id }) => id),
      ['together'],
    );
  }
  const older = { stage: 'JUNIOR', grade: 9, intakeYear: 2023 } as const;
  assert.deepEqual(
    fittingGroups(older, [together], civilDate('2026-10-01')).length,
    1,
    'of its grade, where there is no other',
  );
});

test('in summer, when two intake years stand in one grade, each goes into class groups of its own', () => {
  assert.deepEqual(fit({ stage: 'JUNIOR', grade: 7, intakeYear: 2026 }), ['new']);
  assert.deepEqual(fit({ stage: 'JUNIOR', grade: 7, intakeYear: 2025 }), ['old']);
});

test('where the school has no class group of the intake year, the grade decides', () => {
  const repeating = { stage: 'JUNIOR', grade: 7, intakeYear: 2024 } as const;
  assert.deepEqual(fit(repeating, civilDate('2026-09-01')), ['new']);
  assert.deepEqual(fit({ ...repeating, grade: 8 }, civilDate('2026-09-01')), ['old']);
});

test('a stage is never crossed, and for a grade that is not taught there is none', () => {
  assert.deepEqual(fit({ stage: 'PRIMARY', grade: 1, intakeYear: 2026 }), ['primary']);
  assert.deepEqual(fit({ stage: 'SENIOR', grade: 10, intakeYear: 2026 }), []);
});

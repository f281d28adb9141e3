import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths, ageOn, civilDate, dayOf, isCivilDate, schoolYearOf, weekdayOf } from './civil-date.ts';
import { newId } from './ids.ts';
import { chainOf, holds, levelOf, pathOf, rangeOf } from './place-codes.ts';
import { listRefusals, refuse } from './refusal.ts';

test('the thirtieth of February is not a day, the leap day of 2024 is', () => {
  assert.equal(isCivilDate('2026-02-30'), false);
  assert.equal(isCivilDate('2024-02-29'), true);
  assert.equal(isCivilDate('2023-02-29'), false);
  assert.equal(isCivilDate('2026-2-3'), false);
});

test('a day in China begins while it is still yesterday in Greenwich', () => {
  assert.equal(dayOf(new Date('2026-08-31T16:00:00Z')), '2026-09-01');
  assert.equal(dayOf(new Date('2026-08-31T15:59:59Z')), '2026-08-31');
});

test('a child is six on the birthday itself and five the day before', () => {
  const born = civilDate('2020-08-31');
  assert.equal(ageOn(born, civilDate('2026-08-31')), 6);
  assert.equal(ageOn(born, civilDate('2026-08-30')), 5);
});

test('a month after the last of January is the last of February', () => {
  assert.equal(addMonths(civilDate('2026-01-31'), 1), '2026-02-28');
  assert.equal(addMonths(civilDate('2026-09-01'), 1), '2026-10-01');
  assert.equal(addDays(civilDate('2026-12-31'), 1), '2027-01-01');
});

test('the school year turns on the first of September', () => {
  assert.equal(schoolYearOf(civilDate('2026-08-31')), 2025);
  assert.equal(schoolYearOf(civilDate('2026-09-01')), 2026);
  assert.equal(weekdayOf(civilDate('2026-09-01')), 2);
});

test('ids of one process sort in the order they were made', () => {
  const ids = Array.from({ length: 10_000 }, () => newId());
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, ids.length);
  assert.match(ids[0]!, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('a county lies in its city, its province and the nation, and in no other county', () => {
  assert.deepEqual(chainOf('411082'), ['000000', '410000', '411000', '411082']);
  assert.deepEqual(['000000', '410000', '411000', '411082'].map(pathOf), ['', '41/', '41/10/', '41/10/82/']);
  assert.equal(levelOf('411000'), 'CITY');
  assert.equal(holds(pathOf('411000'), pathOf('411082')), true);
  assert.equal(holds(pathOf('411082'), pathOf('411002')), false);
  const { lo, hi } = rangeOf('41/10/82/');
  assert.equal('41/10/82/2141000001/' >= lo && '41/10/82/2141000001/' < hi, true);
  assert.equal('41/10/83/' >= lo && '41/10/83/' < hi, false);
});

test('a refusal carries its sentence with the holes filled and its status', () => {
  const refusal = refuse('NOT_FOUND', { what: '学生' });
  assert.equal(refusal.message, '没有找到学生，或不在您的管理范围');
  assert.equal(refusal.status, 404);
  for (const { sentence } of listRefusals()) assert.match(sentence, /[\u4e00-\u9fff]/);
});

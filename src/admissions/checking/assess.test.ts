import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Institution } from '../../authorities/index.ts';
import { makeBlindIndex } from '../../crypto/blind-index.ts';
import { international } from '../../crypto/international.ts';
import { makeKeyRing } from '../../crypto/key-ring.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { assessAlone, type Intake } from './assess.ts';
import { placingInto } from './class-placement.ts';

const today = civilDate('2026-09-10');
const index = makeBlindIndex(makeKeyRing(international, randomBytes));

/** Where a child comes to be by its grade alone, at a school of these stages. */
function placed(grade: string, stages: Institution['stages'], years: Institution['years']) {
  const school = { id: 'school', code: '2141000001', placeCode: '411082', stages, years } as Institution;
  const intake: Intake = { school, place: placingInto([], today), entryAge: () => [], today };
  const { stage, grade: read, intakeYear, findings } = assessAlone({ index }, intake, { id: 'child', raw: { grade } });
  return { stage, grade: read, intakeYear, taught: findings.every(({ code }) => code !== 'STAGE_NOT_TAUGHT') };
}

test('who comes into grade seven of a nine-year school is of this year’s intake of the junior stage', () => {
  const nine = { PRIMARY: 6, JUNIOR: 3 };
  assert.deepEqual(placed('七年级', ['PRIMARY', 'JUNIOR'], nine), {
    ...{ stage: 'JUNIOR', grade: 7, intakeYear: 2026, taught: true },
  });
  assert.deepEqual(placed('九年级', ['PRIMARY', 'JUNIOR'], nine).intakeYear, 2024);
  assert.deepEqual(placed('六年级', ['PRIMARY', 'JUNIOR'], nine).intakeYear, 2021);
  const fiveFour = { PRIMARY: 5, JUNIOR: 4 };
  assert.deepEqual(placed('六年级', ['PRIMARY', 'JUNIOR'], fiveFour).intakeYear, 2026);
  assert.deepEqual(placed('五年级', ['PRIMARY', 'JUNIOR'], fiveFour).intakeYear, 2022);
});

test('a junior school begins with grade seven, a senior school with grade ten; nobody is put where nothing is taught', () => {
  assert.deepEqual(placed('', ['JUNIOR'], { JUNIOR: 3 }), {
    ...{ stage: 'JUNIOR', grade: 7, intakeYear: 2026, taught: true },
  });
  assert.deepEqual(placed('', ['SENIOR'], { SENIOR: 3 }).grade, 10);
  assert.equal(placed('七年级', ['PRIMARY'], { PRIMARY: 6 }).taught, false);
});

/** 签字步骤: what the law of a place asks for, and whose turn it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs } from '../../../policies/index.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { makeLaw } from '../../policy/index.ts';
import type { Signature } from './signature.store.ts';
import { signingOf, stepsByLaw } from './signing-steps.ts';

const law = makeLaw(packs);
const at = (placeCode: string) =>
  stepsByLaw({ law }, { school: { placeCode, code: '2100000001' }, stage: 'PRIMARY', day: civilDate('2026-09-17') });
const [shanxi, sichuan] = [at('140106'), at('510107')];

const signed = (step: Signature['step'], minute: number, more: Partial<Signature> = {}): Signature => ({
  ...{ id: `${step}${minute}`, studentId: 'one', path: '', guardianName: '李建国', step, fileId: 'f' },
  ...{ digest: Buffer.alloc(32), sealed: Buffer.alloc(0), signedAt: new Date(Date.UTC(2026, 8, 17, 2, minute)) },
  ...{ teacher: null, leader: null, ...more },
});
const half = { name: '周志强', at: new Date(Date.UTC(2026, 8, 17, 3)) };

test('Shanxi: filled in and signed, class teacher, leader, signed again, each with its article', () => {
  assert.deepEqual(
    shanxi.map(({ by, chip }) => `${by} ${chip}`),
    ['GUARDIAN 山西·第十一条', 'CLASS_TEACHER 山西·第十一条', 'SCHOOL 山西·第十一条', 'GUARDIAN 山西·第十一条'],
  );
});

test('Sichuan: once, without an article, for no text of the place orders it', () => {
  assert.deepEqual(
    sichuan.map(({ by, chip }) => [by, chip]),
    [['GUARDIAN', null]],
  );
  assert.equal(signingOf(sichuan, []).toSign, 'FILLED');
  const done = signingOf(sichuan, [signed('FILLED', 1)]);
  assert.deepEqual([done.toSign, done.waiting], [null, null]);
});

test('the second signature waits for class teacher and leader, in that order', () => {
  const turns = [
    [],
    [signed('FILLED', 1)],
    [signed('FILLED', 1, { teacher: half })],
    [signed('FILLED', 1, { teacher: half, leader: half })],
    [signed('FILLED', 1, { teacher: half, leader: half }), signed('FINAL', 5)],
  ].map((signatures) => {
    const { toSign, waiting, steps } = signingOf(shanxi, signatures);
    return [toSign, waiting?.for ?? null, steps.filter(({ state }) => state === 'DONE').length];
  });
  assert.deepEqual(turns, [
    ['FILLED', null, 0],
    [null, 'TEACHER', 1],
    [null, 'LEADER', 2],
    ['FINAL', null, 3],
    [null, null, 4],
  ]);
});

test('a form filled in anew makes an earlier last signature worth nothing', () => {
  const earlier = [signed('FILLED', 1, { teacher: half, leader: half }), signed('FINAL', 5), signed('FILLED', 9)];
  const { toSign, waiting, steps } = signingOf(shanxi, earlier);
  assert.deepEqual([toSign, waiting?.for, steps.at(-1)!.state], [null, 'TEACHER', 'LATER']);
});

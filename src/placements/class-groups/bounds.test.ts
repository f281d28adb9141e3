/** 班额界限: the numbers of the texts themselves, found by asking. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs } from '../../../policies/index.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { type Law, makeLaw, type Stage } from '../../policy/index.ts';
import { boundsOf } from './bounds.ts';
import { countGenders } from './gender-counts.ts';

const law = makeLaw(packs);
const day = civilDate('2026-09-01');
const at = (placeCode: string, stage: Stage, grade: number) => boundsOf(law, { placeCode, day }, { stage, grade });

test('Shanxi: primary 45 and 50, junior 50 and 55, senior one 50, senior two 56, with the article', () => {
  assert.deepEqual(at('140106', 'PRIMARY', 1), { usual: 45, most: 50, chip: '山西·第十三条' });
  assert.deepEqual(at('140106', 'JUNIOR', 7), { usual: 50, most: 55, chip: '山西·第十三条' });
  assert.deepEqual(at('140106', 'SENIOR', 10), { usual: 50, most: 50, chip: '山西·第十三条' });
  assert.deepEqual(at('140106', 'SENIOR', 11), { usual: 56, most: 56, chip: '山西·第十三条' });
});

test('a place whose law names no number has no bounds', () => {
  assert.equal(at('411082', 'JUNIOR', 7), null);
});

const weighing = (usual: number): Pick<Law, 'ask'> => ({
  ask: (question, { placeCode, day: on }, facts) => {
    const verdict = (facts as { size: number }).size > usual ? 'DISCRETIONARY' : 'ALLOW';
    const finding = { ruleId: 'r', verdict, force: 'PRINCIPLE', code: 'C', sentence: '', chip: '区·六' } as const;
    return {
      question,
      verdict,
      placeCode,
      day: on,
      findings: [{ ...finding, instrument: '', clauses: [], facts: {} }],
      requirements: [],
      notApplied: [],
    };
  },
});

test('a number that may be passed with a reason has no upper bound; one that every class passes is no number', () => {
  const where = { placeCode: '000000', day };
  const junior = { stage: 'JUNIOR', grade: 7 } as const;
  assert.deepEqual(boundsOf(weighing(50), where, junior), { usual: 50, most: null, chip: '区·六' });
  assert.equal(boundsOf(weighing(0), where, junior), null);
});

test('boys, girls and whoever is on record as neither add up', () => {
  assert.deepEqual(countGenders([{ gender: '1' }, { gender: '2', count: 3 }, { gender: '' }]), {
    total: 5,
    boys: 1,
    girls: 3,
    others: 1,
  });
});

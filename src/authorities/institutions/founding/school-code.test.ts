import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCHOOL_TYPES, type SchoolType } from '../school-types.api.ts';
import { sameCategory, schoolCodeFaults } from './school-code.ts';

const faults = (code: string, type: SchoolType = 'PRIMARY') =>
  schoolCodeFaults(code, type, '411082').map((fault) => fault.code);

test('ten digits whose first four say category and province', () => {
  assert.deepEqual(faults('2141000123'), []);
  assert.deepEqual(faults('214100012'), ['CODE_FORM']);
  assert.deepEqual(faults('21410001234'), ['CODE_FORM']);
  assert.deepEqual(faults('21410A0123'), ['CODE_FORM']);
  assert.deepEqual(faults('3113000123'), ['CODE_CATEGORY', 'CODE_PROVINCE']);
});

test('every type of school has a category that fits it', () => {
  for (const type of Object.keys(SCHOOL_TYPES) as SchoolType[]) {
    const fitting = ['21', '31', '34', '36', '37', '51'].filter(
      (category) => faults(`${category}41000123`, type).length === 0,
    );
    assert.equal(fitting.length, 1, type);
  }
  assert.equal(sameCategory('JUNIOR', 'NINE_YEAR'), true);
  assert.equal(sameCategory('JUNIOR', 'COMPLETE_SECONDARY'), false);
});

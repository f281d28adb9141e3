/** 转学填报: what is not filled in is not sent, and what must be is said. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BLANK, filledFrom, formOf, missingIn } from './form-state.screen.ts';

test('without a ground there is nothing to ask the law about', () => {
  assert.equal(formOf(BLANK, 4), undefined);
  assert.deepEqual(Object.keys(missingIn(BLANK)), ['ground', 'moved', 'underSanction']);
});

test('the grade is the child’s own, and what nobody answered stays unanswered', () => {
  const form = formOf({ ...BLANK, ground: 'JOB_MOVED', underSanction: 'NO', papers: ['FORM'] }, 4);
  assert.deepEqual(form, {
    ground: 'JOB_MOVED',
    forTerm: 'RUNNING',
    targetGrade: 4,
    guardianApplies: false,
    underSanction: false,
    papers: ['FORM'],
  });
});

test('mending begins with what was said and keeps every answer', () => {
  const before = {
    ...formOf({ ...BLANK, ground: 'OTHER', moved: 'ACROSS_CITIES', atNewPlace: 'YES', underSanction: 'NO' }, 8)!,
    proficiencyExamTaken: true,
    ...{ registrationStays: false, registrationAgreed: true, kilometres: 4.5, stops: 9 },
  };
  assert.deepEqual(formOf(filledFrom(before), 8, before), before);
});

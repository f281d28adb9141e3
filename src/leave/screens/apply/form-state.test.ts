import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../kernel/civil-date.ts';
import { BLANK, filledFrom, matterOf, missingIn } from './form-state.screen.ts';

const dated = { ...BLANK, beginsOn: civilDate('2026-10-08'), endsOn: civilDate('2027-09-10') };
const ill = { ...dated, reason: 'ILLNESS', termHours: '600', hoursMissed: '300', hospital: 'COUNTY' };

test('nothing is asked of the law before reason and days are there', () => {
  assert.deepEqual(Object.keys(missingIn('LEAVE', BLANK)), ['reason', 'beginsOn', 'endsOn']);
  assert.equal(matterOf('LEAVE', BLANK), undefined);
  assert.deepEqual(Object.keys(missingIn('RETURN', BLANK)), ['returnsOn', 'gradeWanted']);
});

test('an illness sends its hospital and hours, and nothing that belongs to another ground', () => {
  const matter = matterOf('LEAVE', { ...ill, leaveWeeks: '9', otherProof: 'OFFICE' });
  assert.deepEqual(Object.keys(matter!.form), [
    ...['reason', 'orderedBySchool', 'beginsOn', 'endsOn'],
    ...['termHours', 'hoursMissed', 'hospital', 'hospitalPapers'],
  ]);
  assert.equal('hospital' in matterOf('LEAVE', { ...ill, reason: 'OTHER' })!.form, false);
});

test('hours that are no whole number are told at their field', () => {
  assert.deepEqual(missingIn('LEAVE', { ...ill, hoursMissed: '一百' }), { hoursMissed: '请填整数' });
});

test('what came back for mending is filled in as it was', () => {
  const matter = matterOf('LEAVE', ill)!;
  assert.deepEqual(matterOf('LEAVE', filledFrom(matter)), matter);
  const back = { ...BLANK, returnsOn: civilDate('2027-09-01'), gradeWanted: '5', leaveCertificate: 'NO' };
  const matterBack = matterOf('RETURN', back)!;
  assert.deepEqual(matterOf('RETURN', filledFrom(matterBack)), matterBack);
});

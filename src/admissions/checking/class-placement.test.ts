import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClassGroup } from '../../authorities/index.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { placingInto } from './class-placement.ts';

const group = (ordinal: number, intakeYear = 2026): ClassGroup => ({
  id: `${intakeYear}-${ordinal}`,
  schoolId: 'school',
  path: '41/10/82/2141000001/',
  county: '411082',
  stage: 'PRIMARY',
  intakeYear,
  firstGrade: 1,
  ordinal,
  code: `${intakeYear}10${ordinal}`,
  kind: '10',
  teacherId: null,
  validFrom: civilDate(`${intakeYear}-09-01`),
  validTo: null,
});
const place = placingInto([group(1), group(2), group(1, 2025)], civilDate('2026-09-10'));

test('a class group is found by every usual spelling and by its code', () => {
  for (const text of [
    '一(1)班',
    '一（1）班',
    '一年级1班',
    '1年级(1)班',
    '一年1班',
    '一年级一班',
    '一(01)班',
    ' 一(1) ',
    '2026101',
  ]) {
    assert.equal(place(text, 1).classGroupId, '2026-1', text);
    assert.deepEqual(place(text, undefined).findings, []);
  }
  assert.equal(place('二(1)班', 2).classGroupId, '2025-1');
  assert.equal(place('一(2)班', 1).intakeYear, 2026);
});

test('who is to be placed later says so, and nothing is found against it', () => {
  for (const text of ['待分班', '未编班', ' 待编班 '])
    assert.deepEqual(place(text, 1), { classGroupId: null, findings: [] }, text);
});

test('where the grade says otherwise, the grade or the class group is wrong', () => {
  const { findings, name } = place('一(1)班', 2);
  assert.equal(name, '一(1)班');
  assert.deepEqual(
    findings.map(({ code, field }) => [code, field]),
    [['CLASS_OF_OTHER_GRADE', 'grade']],
  );
});

test('a class group that is not there is told with those that are', () => {
  const [finding] = place('一(9)班', 1).findings;
  assert.equal(finding?.code, 'CLASS_NOT_HERE');
  assert.match(finding!.sentence, /一\(1\)班、一\(2\)班/);
  assert.equal(finding?.proposal, undefined);
  assert.match(place('七(1)班', 7).findings[0]!.remedy, /建班/);
});

test('a bare ordinal is completed from the grade, never without it', () => {
  for (const text of ['2班', '(2)', '二班', '２']) assert.equal(place(text, 1).findings[0]?.proposal, '一(2)班', text);
  assert.equal(place('2班', undefined).findings[0]?.proposal, undefined);
  assert.equal(place('9班', 1).findings[0]?.proposal, undefined);
});

test('what a person would read is put forward as a cure, and taken only by a person', () => {
  for (const text of ['1.2班', '1-2', '102班', '小学一年级2班', '小学部一(2)班', '2026级2班', '2026级(二)班']) {
    const { classGroupId, findings } = place(text, undefined);
    assert.deepEqual(
      [classGroupId, findings[0]?.code, findings[0]?.proposal],
      [null, 'CLASS_NOT_HERE', '一(2)班'],
      text,
    );
  }
  for (const text of ['1.9班', '109班', '2031级1班', '12月', '实验班', '第2组']) {
    assert.equal(place(text, 1).findings[0]?.proposal, undefined, text);
  }
});

test('an empty cell is for the record’s own check to tell', () => {
  assert.deepEqual(place('  ', 1), { classGroupId: null, findings: [] });
});

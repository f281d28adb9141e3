/** 学籍经历与变动. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import type { CoursePart } from './card-course.store.ts';
import { changesOf, historyOf, type KeyDataVersion } from './card-course.ts';

const part = (schoolName: string, grade: number, from: string, to: string | null): CoursePart => ({
  stage: grade > 6 ? 'JUNIOR' : 'PRIMARY',
  grade,
  state: 'ENROLLED',
  schoolName,
  from: civilDate(from),
  to: to as CivilDate | null,
});

test('years at one school and stage are one line; what came after tells how it ended', () => {
  const course = [
    part('一小', 1, '2019-09-01', '2020-09-01'),
    part('一小', 2, '2020-09-01', '2021-03-01'),
    part('二小', 2, '2021-03-01', '2025-09-01'),
    part('九年一贯学校', 7, '2025-09-01', '2026-09-01'),
    part('九年一贯学校', 8, '2026-09-01', null),
  ];
  assert.deepEqual(
    historyOf(course).map(({ from, to, grades, outcome }) => [from, to, grades, outcome]),
    [
      ['2019-09-01', '2021-03-01', '小学一年级至二年级', '转出'],
      ['2021-03-01', '2025-09-01', '小学二年级', '升学'],
      ['2025-09-01', '', '初中七年级至八年级', '在读'],
    ],
  );
});

test('who left and came nowhere has left; who comes back to a school has two lines there', () => {
  const course = [part('一小', 1, '2019-09-01', '2020-09-01'), part('二小', 2, '2020-09-01', '2021-09-01')];
  const back = [...course, part('一小', 3, '2021-09-01', '2022-07-01')];
  assert.deepEqual(
    historyOf(back).map(({ schoolName, outcome }) => [schoolName, outcome]),
    [
      ['一小', '转出'],
      ['二小', '转出'],
      ['一小', '离校'],
    ],
  );
});

const version = (more: Partial<KeyDataVersion> = {}): KeyDataVersion => ({
  name: '林方磊',
  gender: '1',
  bornOn: civilDate('2013-06-08'),
  identity_type: '1',
  validFrom: civilDate('2019-09-01'),
  case_id: 'first',
  ...more,
});

test('a change is told item by item with who decided it; a number is only named', () => {
  const renamed = version({ name: '林芳磊', bornOn: civilDate('2013-06-09'), case_id: 'known' });
  const deciders = new Map([['known', { number: '2024-变-000032', authority: '长葛市教育局' }]]);
  const [first, second] = changesOf([version(), renamed, { ...renamed, case_id: 'unseen' }], deciders);
  assert.equal(first!.content, '姓名由“林方磊”变更为“林芳磊”；出生日期由“2013-06-08”变更为“2013-06-09”');
  assert.deepEqual([first!.decidedBy, first!.caseNumber], ['长葛市教育局', '2024-变-000032']);
  assert.deepEqual([second!.content, second!.decidedBy], ['身份证件号变更', '']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { courseOf } from './course.ts';

const registration = (
  school_name: string,
  grade: number,
  valid_from: string,
  valid_to: string | null,
  state = 'ENROLLED',
) => ({
  school_name,
  grade,
  state,
  valid_from,
  valid_to,
  begun_by: `${school_name} ${valid_from}`,
  ...{ intake_year: 2024, end_reason: null as string | null, ended_by: null },
});
const nothing = { registrations: [], keyData: [], numbers: [] };

test('years at one school are one band, with a band for each grade', () => {
  const registrations = [
    registration('双洎河小学', 1, '2026-09-01', '2027-09-01'),
    registration('双洎河小学', 2, '2027-09-01', null),
  ];
  const { bands } = courseOf({ ...nothing, registrations });
  assert.deepEqual(
    bands.map(({ kind, label, from, to }) => [kind, label, from, to]),
    [
      ['SCHOOL', '双洎河小学', '2026-09-01', null],
      ['GRADE', '一年级', '2026-09-01', '2027-09-01'],
      ['GRADE', '二年级', '2027-09-01', null],
    ],
  );
});

test('another school, a leave and a return each begin a band of their own', () => {
  const registrations = [
    registration('文峰里小学', 1, '2021-09-01', '2023-02-01'),
    registration('葛天路小学', 2, '2023-02-01', '2024-03-01'),
    registration('葛天路小学', 3, '2024-03-01', '2025-03-01', 'ON_LEAVE'),
    registration('葛天路小学', 3, '2025-03-01', null),
  ];
  const schools = courseOf({ ...nothing, registrations }).bands.filter(({ kind }) => kind === 'SCHOOL');
  assert.deepEqual(
    schools.map(({ label, state }) => [label, state]),
    [
      ['文峰里小学', 'ENROLLED'],
      ['葛天路小学', 'ENROLLED'],
      ['葛天路小学', 'ON_LEAVE'],
      ['葛天路小学', 'ENROLLED'],
    ],
  );
});

test('a grade goes on over a change of school, and has a gap where the child was on leave', () => {
  const registrations = [
    registration('文峰里小学', 2, '2022-09-01', '2023-02-01'),
    registration('葛天路小学', 2, '2023-02-01', '2023-09-01'),
    registration('葛天路小学', 3, '2023-09-01', '2024-03-01'),
    registration('葛天路小学', 3, '2024-03-01', '2025-03-01', 'ON_LEAVE'),
    registration('葛天路小学', 3, '2025-03-01', null),
  ];
  const grades = courseOf({ ...nothing, registrations }).bands.filter(({ kind }) => kind === 'GRADE');
  assert.deepEqual(
    grades.map(({ label, from, to }) => [label, from, to]),
    [
      ['二年级', '2022-09-01', '2023-09-01'],
      ['三年级', '2023-09-01', '2024-03-01'],
      ['三年级', '2025-03-01', null],
    ],
  );
});

test('marks stand in the order of their days: registered, numbered, renamed', () => {
  const { marks } = courseOf({
    registrations: [registration('双洎河小学', 1, '2026-09-01', null)],
    keyData: [
      { version: 1, name: '李晨', valid_from: '2026-09-01', case_id: 'one' },
      { version: 2, name: '李沐辰', valid_from: '2026-12-05', case_id: 'two' },
      { version: 3, name: '李沐辰', valid_from: '2027-01-08', case_id: 'three' },
    ],
    numbers: [
      { kind: 'L', from: '2026-09-01' },
      { kind: 'G', from: '2026-10-12' },
    ],
  });
  assert.deepEqual(
    marks.map(({ on, title, note, caseId }) => [on, title, note, caseId]),
    [
      ['2026-09-01', '入学注册', '编临时学籍号', null],
      ['2026-10-12', '赋学籍号', '正式学籍号', null],
      ['2026-12-05', '关键数据变更', '李晨→李沐辰', 'two'],
      ['2027-01-08', '关键数据变更', '关键数据更正', 'three'],
    ],
  );
});

test('a number that comes later than the registration has a mark of its own', () => {
  const { marks } = courseOf({
    ...nothing,
    registrations: [registration('双洎河小学', 1, '2026-09-01', null)],
    numbers: [{ kind: 'J', from: '2026-09-02' }],
  });
  assert.deepEqual(
    marks.map(({ title, note }) => [title, note]),
    [
      ['入学注册', '双洎河小学'],
      ['赋学籍号', '无证件学籍号'],
    ],
  );
});

test('who was never registered has no course', () => {
  assert.deepEqual(courseOf(nothing), { bands: [], marks: [] });
});

test('a leave, its extension and the return are marked with the case that brought them', () => {
  const registrations = [
    registration('双洎河小学', 4, '2026-09-01', '2026-10-10'),
    registration('双洎河小学', 4, '2026-10-10', '2027-08-30', 'ON_LEAVE'),
    registration('双洎河小学', 4, '2027-08-30', '2028-09-01', 'ON_LEAVE'),
    registration('双洎河小学', 5, '2028-09-01', null),
  ];
  const { marks } = courseOf({ ...nothing, registrations });
  assert.deepEqual(
    marks.slice(1).map(({ on, title, note, caseId }) => [on, title, note, caseId]),
    [
      ['2026-10-10', '休学', '保留学籍', '双洎河小学 2026-10-10'],
      ['2027-08-30', '延长休学', '保留学籍', '双洎河小学 2027-08-30'],
      ['2028-09-01', '复学', '编入五年级', '双洎河小学 2028-09-01'],
    ],
  );
});

test('what was taken back is told as such, not as another transfer, and leads to the reversal', () => {
  const before = registration('葛天路小学', 4, '2023-09-01', '2026-09-03');
  const registrations = [
    before,
    { ...registration('双洎河小学', 4, '2026-09-03', '2026-09-08'), ended_by: 'reversal' as never },
    { ...before, valid_from: '2026-09-08', valid_to: null },
  ];
  const { marks } = courseOf({ ...nothing, registrations });
  assert.deepEqual(
    marks.slice(1).map(({ on, title, note, caseId }) => [on, title, note, caseId]),
    [
      ['2026-09-03', '转学', '葛天路小学→双洎河小学', '双洎河小学 2026-09-03'],
      ['2026-09-08', '撤销变动', '恢复为葛天路小学四年级', 'reversal'],
    ],
  );
});

/** 档案来源: what other features record stands in the file by their doors, and leaves it where the law says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { writing } from '../../../../tests/builders.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import {
  insertDiscipline,
  type NewDiscipline,
  revokeDiscipline,
} from '../../../school-life/conduct/discipline.store.ts';
import type { FileView, GroupGapsView } from '../heads.api.ts';
import type { HeadCode } from './file-source.ts';

const { app, shanxi, bystander } = await attendanceDesks('2027-01-18T09:00:00+08:00');
const [first = '', second = ''] = shanxi.students;
const itemsOf = async (studentId: string, head: HeadCode) => {
  const { body } = await shanxi.registrar.get<FileView>(`/api/students/${studentId}/file`);
  return body.heads.find(({ code }) => code === head)!.items;
};
const whats = async (studentId: string, head: HeadCode) => (await itemsOf(studentId, head)).map(({ what }) => what);
const lacking = async (head: HeadCode) => {
  const path = `/api/class-groups/${shanxi.group.id}/file-gaps`;
  const { students } = (await shanxi.teacher.get<GroupGapsView>(path)).body;
  return students.filter((one) => one.lacking.includes(head)).map(({ studentId }) => studentId);
};

test('an award that the law files stands in the file once it is granted, and one of the class group only does not', async () => {
  const award = (title: string, level: string) =>
    shanxi.teacher.post('/api/awards', {
      ...{ studentIds: [first], category: 'TITLE', level, title, givenOn: '2026-12-20', giver: '本校' },
    });
  assert.equal((await award('三好学生', 'SCHOOL')).status, 200);
  await award('劳动之星', 'CLASS');
  assert.deepEqual(await whats(first, 'AWARDS'), [], 'nobody has decided');
  type Awards = { items: { id: string }[] };
  const { items } = (await shanxi.registrar.get<Awards>('/api/awards?schoolYear=2026')).body;
  const decided = { ids: items.map(({ id }) => id), grant: true };
  assert.equal((await shanxi.leader.post('/api/awards/decisions', decided)).status, 200);
  assert.deepEqual(await whats(first, 'AWARDS'), ['三好学生']);
  assert.deepEqual([(await lacking('AWARDS')).length, (await lacking('AWARDS')).includes(first)], [9, false]);
});

test('a report is a paper of the file once the class teacher has signed it', async () => {
  const path = `/api/class-groups/${shanxi.group.id}/quality-reports`;
  const term = { schoolYear: 2026, term: 1, occasion: 'INTERIM' };
  const ratings = { MORAL: 'A', LEARNING: 'B', HEALTH: 'A', ART: 'B', PRACTICE: 'C' };
  const reports = [{ studentId: first, seenVersion: 0, ratings, teacherWords: '勤学守纪，乐于助人' }];
  const written = await shanxi.teacher.put(path, { ...term, reports });
  assert.equal(written.status, 200, written.detail);
  assert.ok((await lacking('DEVELOPMENT')).includes(first));
  await shanxi.teacher.post(`${path}/signatures`, { ...term, studentIds: [first] });
  const [report] = await itemsOf(first, 'DEVELOPMENT');
  assert.match(report!.what, /^2026学年第一学期普通高中学生综合素质/);
  assert.equal(report!.to, `/students/${first}?tab=assessments`);
  assert.ok(!(await lacking('DEVELOPMENT')).includes(first));
});

test('discipline that is filed stands in the file until it is revoked, and then stays with the school only', async () => {
  const one: NewDiscipline = {
    studentId: second,
    caseId: newId(),
    schoolId: shanxi.school.id,
    path: shanxi.school.path,
    stage: 'SENIOR',
    kind: 'WARNING',
    level: 'SCHOOL',
    filed: true,
    givenOn: civilDate('2026-11-02'),
    untilOn: null,
  };
  await writing(app, (tx) => insertDiscipline(tx, one));
  assert.deepEqual(await whats(second, 'DEVELOPMENT'), ['处分决定']);
  assert.ok((await lacking('DEVELOPMENT')).includes(second), 'discipline is no report');
  await writing(app, (tx) => revokeDiscipline(tx, one, { by: newId(), on: civilDate('2027-01-11') }));
  assert.deepEqual(await whats(second, 'DEVELOPMENT'), []);
});

test('nothing of it shows in another school', async () => {
  assert.equal((await bystander.registrar.get(`/api/students/${first}/file`)).status, 404);
});

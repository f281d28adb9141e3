/** 凭证: a picture is added to what it is shown for, opened by who may see the student, and never by anybody else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import type { Caller } from '../../../tests/access/caller.ts';
import { attendanceDesks } from '../../../tests/attendance-desks.ts';
import { aReadablePdf } from '../../../tests/sample-pdf.ts';
import type { AwaysView } from '../attendance/attendance.api.ts';
import type { AwardList } from '../awards/awards.api.ts';

const { app, junior, senior } = await attendanceDesks('2026-09-18T09:00:00+08:00');
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());
const kept = async () => (await owner.query('select * from school_life_papers order by student_id, id')).rows;

const [first = '', second = ''] = junior.students;
const askFor = async (studentId: string) => {
  const { body } = await junior.teacher.post<{ id: string }>('/api/leaves-of-absence', {
    ...{ studentId, reason: 'ILLNESS', beginsOn: '2026-09-18', endsOn: '2026-09-18' },
    ...{ guardianProof: false, diagnosis: true },
  });
  return body.id;
};
const show = (by: Caller, entryKind: string, entryId: string, paper: string, bytes = aReadablePdf(1)) =>
  by.upload<{ id: string }>(`/api/shown-papers?${new URLSearchParams({ entryKind, entryId, paper })}`, {
    ...{ name: '凭证.pdf', bytes },
  });
const leave = await askFor(first);
const away = async () =>
  (await junior.teacher.get<AwaysView>('/api/leaves-of-absence')).body.items.find(({ id }) => id === leave)!;

test('what was only said to be there is said not to be uploaded; its picture opens for the class teacher', async () => {
  assert.equal((await away()).proofWords, '医院诊断书（未上传）');
  const { body, detail } = await show(junior.teacher, 'LEAVE_OF_ABSENCE', leave, 'DIAGNOSIS');
  assert.ok(body.id, detail);
  const { proofWords, papers } = await away();
  assert.deepEqual([proofWords, papers.map(({ words }) => words)], ['医院诊断书', ['医院诊断书']]);
  const opened = await junior.leader.get(`/api/shown-papers/${body.id}`);
  assert.deepEqual([opened.status, opened.headers['content-type']], [200, 'application/pdf']);
  const { rows } = await owner.query(`select detail from audit_events where action = 'VIEW_SHOWN_PAPER'`);
  assert.equal(rows.length, 1, 'who looked stands in the trail');
  assert.equal((await senior.registrar.get(`/api/shown-papers/${body.id}`)).status, 404);
});

test('what is no such paper, of no such entry, or another school’s is refused and nothing is kept', async () => {
  const before = await kept();
  assert.match((await show(junior.teacher, 'LEAVE_OF_ABSENCE', leave, 'CERTIFICATE')).detail ?? '', /不用这种凭证/);
  assert.equal((await show(junior.teacher, 'AWARD', leave, 'CERTIFICATE')).status, 404);
  assert.equal((await show(senior.teacher, 'LEAVE_OF_ABSENCE', leave, 'DIAGNOSIS')).status, 404);
  assert.equal((await show(junior.leader, 'LEAVE_OF_ABSENCE', leave, 'DIAGNOSIS')).status, 403);
  const text = new TextEncoder().encode('诊断：感冒');
  assert.ok((await show(junior.teacher, 'LEAVE_OF_ABSENCE', leave, 'DIAGNOSIS', text as never)).status >= 400);
  assert.deepEqual(await kept(), before);
});

test('a seventh picture of one entry is one too many', async () => {
  const other = await askFor(second);
  for (let count = 0; count < 6; count++) {
    assert.equal((await show(junior.registrar, 'LEAVE_OF_ABSENCE', other, 'GUARDIAN_PROOF')).status, 200);
  }
  assert.match((await show(junior.registrar, 'LEAVE_OF_ABSENCE', other, 'DIAGNOSIS')).detail ?? '', /最多上传6份/);
});

test('an award shows its certificate', async () => {
  await junior.teacher.post('/api/awards', {
    ...{ studentIds: [first], category: 'TITLE', level: 'SCHOOL', title: '三好学生' },
    ...{ givenOn: '2026-09-10', giver: '本校' },
  });
  const list = async () => (await junior.teacher.get<AwardList>('/api/awards')).body.items[0]!;
  const { id } = await list();
  assert.equal((await show(junior.teacher, 'AWARD', id, 'CERTIFICATE')).status, 200);
  assert.deepEqual(
    (await list()).papers.map(({ words }) => words),
    ['奖状证书'],
  );
});

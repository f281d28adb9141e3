/** 健康记录: entered for a class group at once, replaced and not overwritten, sealed, and open to the own school only. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusing } from '../../../../tests/access/caller.ts';
import { attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { anAccount } from '../../../../tests/builders.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import type { FileView } from '../heads.api.ts';
import type { HealthGrid, StudentHealth } from './health.api.ts';

const { app, senior, junior, bystander, authorities } = await attendanceDesks();
const officer = app.as(await anAccount(app, { at: authorities.wuhou, role: 'AUTHORITY_REGISTRAR' }));
const at = (desk: typeof senior) => `/api/class-groups/${desk.group.id}/health`;
const gridOf = async (desk: typeof senior, kind = 'FITNESS') =>
  (await desk.teacher.get<HealthGrid>(`${at(desk)}?kind=${kind}`)).body;
const rows = () =>
  app.db.read(NODE_SCOPE, (tx) => tx.sql.selectFrom('health_records').selectAll().orderBy('id').execute());
const enter = (desk: typeof senior, entries: unknown[], more: object = {}) =>
  desk.teacher.put<{ recorded: number }>(at(desk), { kind: 'FITNESS', measuredOn: '2026-09-17', entries, ...more });
const refused = refusing(rows);
const [first = '', second = ''] = senior.students;

test('the fitness card of a grade has the items of the national standard for it', async () => {
  const names = async (desk: typeof senior) => (await gridOf(desk)).items.map(({ name }) => name);
  const body = ['height', 'weight', 'lungCapacity', 'run50', 'reach'];
  assert.deepEqual(await names(bystander), [...body, 'rope', 'sitUpsPrimary', 'total'], 'fourth grade');
  assert.deepEqual(await names(senior), [...body, 'jump', 'pullUps', 'sitUps', 'run1000', 'run800', 'total']);
});

test('a class group is entered at once; values are sealed, the body mass index is worked out, the total is as entered', async () => {
  const grid = await gridOf(senior);
  const values = { height: '172.4', weight: '61', lungCapacity: '4020', run50: '7.6', total: '84.5' };
  const [one, two] = grid.students;
  const own = (gender: string) => (gender === '1' ? { run1000: '3′58″' } : { run800: '3:41' });
  const entries = [one!, two!].map(({ studentId, gender }) => ({
    ...{ studentId, seenId: null },
    values: { ...values, ...own(gender) },
  }));
  const answer = await enter(senior, entries);
  assert.deepEqual([answer.status, answer.body?.recorded], [200, 2], answer.detail);
  const kept = await rows();
  assert.deepEqual([kept.length, kept.every(({ sealed }) => !sealed.toString('latin1').includes('172.4'))], [2, true]);
  const { records } = (await senior.teacher.get<StudentHealth>(`/api/students/${one!.studentId}/health`)).body;
  const shown = Object.fromEntries(records[0]!.values.map(({ label, value }) => [label, value]));
  assert.deepEqual([shown['体重指数'], shown['等级'], shown['总分']], ['20.5', '良好', '84.5']);
  assert.ok(Object.values(shown).includes(one!.gender === '1' ? '3′58″' : '3′41″'));
});

test('the file says that there are records, never what they say; the authority gets no values', async () => {
  const { body } = await officer.get<FileView>(`/api/students/${first}/file`);
  const health = body.heads.find(({ code }) => code === 'HEALTH')!;
  assert.deepEqual(
    [health.items.map(({ what }) => what), health.missing, JSON.stringify(body).includes('172.4')],
    [['2026学年体质健康测试'], [], false],
  );
  assert.equal((await officer.get(`/api/students/${first}/health`)).status, 403);
  assert.equal((await bystander.registrar.get(`/api/students/${first}/health`)).status, 404);
});

test('recording again in the same school year replaces; whoever did not see the last record is told', async () => {
  const before = await gridOf(senior);
  const seen = before.students.find(({ studentId }) => studentId === first)!.recordId;
  const values = { height: '173', weight: '61' };
  await refused(() => enter(senior, [{ studentId: first, seenId: null, values }]), /已被他人更新/);
  const answer = await enter(senior, [{ studentId: first, seenId: seen, values }]);
  assert.equal(answer.status, 200, answer.detail);
  const all = (await rows()).filter(({ student_id }) => student_id === first);
  assert.deepEqual(
    all.map(({ replaced_at }) => replaced_at === null),
    [false, true],
  );
});

test('what is no value is refused with the name and the bounds, and nothing of the class group is written', async () => {
  const one = (values: object) => [{ studentId: second, seenId: null, values }];
  const fresh = { measuredOn: '2026-09-16', kind: 'EXAMINATION' };
  await refused(() => enter(senior, one({ height: '1.72' }), fresh), /身高应在80至230之间/);
  await refused(() => enter(senior, one({ hearing: '还行' }), fresh), /听力须填正常、下降之一/);
  await refused(() => enter(senior, one({ rope: '120' })), /没有这一项/);
  await refused(() => enter(senior, one({ height: '160' }), { ...fresh, measuredOn: '2026-09-19' }), /还没有到/);
  await refused(
    () => enter(senior, [{ ...one({ height: '160' })[0], studentId: junior.students[0]! }], fresh),
    /不在本班/,
  );
  await refused(() => junior.teacher.put(at(senior), { ...fresh, entries: one({ height: '160' }) }), /没有找到此班级/);
  await refused(
    () => senior.leader.put(at(senior), { ...fresh, entries: one({ height: '160' }) }),
    /您的岗位不能办理此事/,
  );
});

test('the grid leaves as a workbook, and what comes back is rows for the screen; nothing is written by reading', async () => {
  const before = await rows();
  const query = new URLSearchParams({ kind: 'FITNESS' });
  const { bytes, status } = await senior.teacher.get(`${at(senior)}.xlsx?${query}`);
  assert.equal(status, 200);
  const read = await senior.teacher.upload<{ rows: string[][] }>(`${at(senior)}/readings?${query}`, {
    ...{ name: '体质健康.xlsx', bytes: bytes! },
  });
  assert.equal(read.status, 200, read.detail);
  const [head, ...lines] = read.body.rows;
  assert.deepEqual([head!.slice(0, 4), lines.length], [['座号', '姓名', '身高', '体重'], 10]);
  assert.ok(lines.some((line) => line.includes('173')));
  assert.deepEqual(await rows(), before);
  assert.equal(
    (await junior.teacher.upload(`${at(senior)}/readings?${query}`, { name: 'a.xlsx', bytes: bytes! })).status,
    404,
  );
});

test('vaccination is checked by choice, and each kind stands for itself', async () => {
  const entries = [{ studentId: first, seenId: null, values: { state: '需补种', due: '麻腮风第2剂' } }];
  assert.equal((await enter(senior, entries, { kind: 'VACCINATION' })).status, 200);
  const { records } = (await senior.registrar.get<StudentHealth>(`/api/students/${first}/health`)).body;
  assert.deepEqual(records.map(({ kind }) => kind).sort(), ['FITNESS', 'VACCINATION']);
});

/** 学籍档案七部分: what a file holds and lacks by the law of each place, what is put in, and that nothing is taken out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { attendanceDesks } from '../../../tests/attendance-desks.ts';
import { aClassGroup, writing } from '../../../tests/builders.ts';
import { aReadablePdf } from '../../../tests/sample-pdf.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { newId } from '../../kernel/ids.ts';
import { transferRegistration } from '../../students/index.ts';
import type { FileView, GapsView, GroupGapsView } from './heads.api.ts';

const { app, junior, senior, shanxi, bystander } = await attendanceDesks('2026-09-16T16:30:00+08:00');
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());

const rows = async (text: string, ...values: unknown[]) => (await owner.query(text, values)).rows;
const kept = async (path: string) => [
  await rows('select * from file_papers where path = $1 order by id', path),
  await rows('select * from file_notes where path = $1 order by id', path),
];
const fileOf = async (desk: typeof junior, studentId: string) => {
  const { status, body, detail } = await desk.teacher.get<FileView>(`/api/students/${studentId}/file`);
  assert.equal(status, 200, detail);
  return body;
};
const gapsOf = async (desk: typeof junior) =>
  (await desk.teacher.get<GroupGapsView>(`/api/class-groups/${desk.group.id}/file-gaps`)).body;
const [first = '', second = '', third = ''] = junior.students;

test('V1: a new file has the base form; what else is missing is said head by head with the article of the place', async () => {
  const lines = async (desk: typeof junior) => {
    const { heads } = await fileOf(desk, desk.students[0]!);
    return heads.map(({ code, items, missing }) => [code, items.length > 0, missing[0]?.chip ?? '']);
  };
  const six = ['PROOFS', 'DEVELOPMENT', 'HEALTH', 'AWARDS', 'AID'];
  const of = (chip: string) => [['BASICS', true, ''], ...six.map((code) => [code, false, chip])];
  assert.deepEqual(await lines(senior), [...of('四川·第十七条'), ['FURTHER', false, '']], 'seven in Sichuan');
  assert.deepEqual(await lines(shanxi), of('山西·第十一条'), 'six in Shanxi');
  assert.deepEqual(
    await lines(bystander),
    [...of('国家·第七条'), ['FURTHER', false, '']],
    'Changge follows the nation',
  );
});

test('V1: the text of a school adds its eight papers, and none of a neighbour', async () => {
  const missing = async (desk: typeof junior) =>
    (await gapsOf(desk)).students[0]!.missing.filter(({ sentence }) => sentence.startsWith('校定'));
  const own = await missing(junior);
  assert.deepEqual([own.length, own[0]!.sentence.split('、').length], [1, 8]);
  assert.match(own[0]!.chip, /二、2$/);
  assert.deepEqual(await missing(senior), []);
});

test('V1.1: in Shanxi a file is in time on the fifteenth day and overdue from the sixteenth; a month elsewhere', async () => {
  const overdue = async (desk: typeof junior) => (await gapsOf(desk)).students.filter((one) => one.overdue).length;
  assert.equal(await overdue(shanxi), 0);
  app.clock.set('2026-09-17T08:00:00+08:00');
  assert.equal(await overdue(shanxi), 10);
  assert.match((await gapsOf(shanxi)).students[0]!.due ?? '', /入学后15天内应建档，9月16日到期，已晚1天/);
  app.clock.set('2026-10-01T08:00:00+08:00');
  assert.deepEqual([await overdue(junior), await overdue(bystander)], [0, 0]);
  app.clock.set('2026-10-02T08:00:00+08:00');
  assert.deepEqual([await overdue(junior), await overdue(bystander)], [10, 10]);
});

test('a paper is filed for a whole class group as paper, for one student as a scan; nobody else moves', async () => {
  const untouched = await kept(bystander.school.path);
  const paper = { paper: 'HOUSEHOLD', datedOn: '2026-09-01' };
  const all = await junior.registrar.post<{ students: number }>('/api/file-papers', {
    ...{ ...paper, studentIds: junior.students },
  });
  assert.deepEqual([all.status, all.body?.students], [200, 10], all.detail);
  const query = new URLSearchParams({ paper: 'SIGNED_FORM', datedOn: '2026-09-01' });
  const scan = { name: '信息表.pdf', bytes: aReadablePdf(2) };
  const filed = await junior.teacher.upload<{ id: string }>(`/api/students/${first}/file/papers?${query}`, scan);
  assert.equal(filed.status, 200, filed.detail);
  const { heads } = await fileOf(junior, first);
  const [basics, proofs] = heads;
  assert.deepEqual(
    proofs!.items.map(({ what, source }) => [what, source]),
    [['户籍证明（居民户口簿）', '归档材料，纸质在档']],
  );
  assert.ok(basics!.items.some(({ paperId, source }) => paperId === filed.body.id && source.endsWith('扫描件2页')));
  assert.deepEqual(
    proofs!.missing.filter(({ sentence }) => !sentence.startsWith('校定')),
    [],
  );
  assert.equal((await junior.teacher.get(`/api/students/${first}/file/papers/${filed.body.id}`)).status, 200);
  assert.equal((await bystander.registrar.get(`/api/students/${first}/file/papers/${filed.body.id}`)).status, 404);
  assert.deepEqual(await kept(bystander.school.path), untouched);
});

test('V1.3: nothing is taken out of a file, says the law of the place; a wrong paper is corrected by another', async () => {
  const { heads } = await fileOf(junior, first);
  const paper = heads.flatMap(({ items }) => items).find(({ paperId }) => paperId)!;
  const before = await kept(junior.school.path);
  const at = `/api/students/${first}/file/papers/${paper.paperId}`;
  const refused = await junior.registrar.delete(at);
  assert.equal(refused.status, 422);
  assert.match(refused.detail ?? '', /学籍档案永久保存，1份归档材料不得撤出.*另附更正说明，原件仍留在档案内/);
  assert.deepEqual(await kept(junior.school.path), before);
  const query = new URLSearchParams({
    ...{ paper: 'OTHER', head: 'BASICS', what: '住址更正说明', datedOn: '2026-09-20', corrects: paper.paperId! },
  });
  const scan = { name: '更正.pdf', bytes: aReadablePdf(1) };
  const corrected = await junior.registrar.upload(`/api/students/${first}/file/papers?${query}`, scan);
  assert.equal(corrected.status, 200, corrected.detail);
  const [basics] = (await fileOf(junior, first)).heads;
  const said = basics!.items.map(({ what, source }) => [what, source.split('，')[0]]);
  assert.ok(said.some(([what]) => what === '学生基本信息表（已签字）（已有更正说明）'));
  assert.ok(said.some(([what, source]) => what === '住址更正说明' && source === '更正说明'));
});

test('what does not exist is said: no awards for the school year, no report for the term, and then it is due again', async () => {
  const note = (head: string, studentIds: string[]) => junior.teacher.post('/api/file-notes', { head, studentIds });
  for (const head of ['DEVELOPMENT', 'AWARDS', 'AID']) assert.equal((await note(head, [first, second])).status, 200);
  const lacking = async (studentId: string) =>
    (await gapsOf(junior)).students.find((one) => one.studentId === studentId)!;
  assert.deepEqual(
    (await lacking(first)).missing.filter(({ sentence }) => !sentence.startsWith('校定')).map(({ head }) => head),
    ['HEALTH'],
  );
  assert.equal((await lacking(first)).overdue, true, 'nothing was ever said of health');
  assert.deepEqual((await lacking(third)).noted, []);
  app.clock.set('2027-03-05T08:00:00+08:00');
  assert.deepEqual((await lacking(first)).noted, ['AWARDS', 'AID']);
  app.clock.set('2026-10-02T08:00:00+08:00');
});

test('there is no saying “none” where there is something', async () => {
  const query = new URLSearchParams({ paper: 'AWARD', what: '校级三好学生奖状', datedOn: '2026-09-20' });
  const scan = { name: '奖状.pdf', bytes: aReadablePdf(1) };
  assert.equal((await junior.teacher.upload(`/api/students/${third}/file/papers?${query}`, scan)).status, 200);
  const before = await kept(junior.school.path);
  const { status, detail } = await junior.teacher.post('/api/file-notes', { head: 'AWARDS', studentIds: [third] });
  assert.deepEqual([status, /已有在校期间获奖信息，不能注明无/.test(detail ?? '')], [409, true]);
  assert.deepEqual(await kept(junior.school.path), before);
});

test('a class teacher reaches the own class group only; another school nothing; the authority sees counts and names', async () => {
  const other = await aClassGroup(app, { school: junior.school, grade: 7, ordinal: 2 });
  assert.equal((await junior.teacher.get(`/api/class-groups/${other.id}/file-gaps`)).status, 404);
  assert.equal((await bystander.teacher.get(`/api/students/${first}/file`)).status, 404);
  assert.equal((await bystander.registrar.get(`/api/class-groups/${junior.group.id}/file-gaps`)).status, 404);
  const stranger = bystander.students[0]!;
  const before = await kept(bystander.school.path);
  const wrong = { paper: 'HOUSEHOLD', datedOn: '2026-09-01', studentIds: [first, stranger] };
  assert.equal((await junior.registrar.post('/api/file-papers', wrong)).status, 404);
  assert.equal((await junior.leader.post('/api/file-papers', wrong)).status, 403);
  assert.deepEqual(await kept(bystander.school.path), before);
  const { body } = await junior.leader.get<GapsView>('/api/file-gaps');
  assert.deepEqual([body.total, body.complete, body.overdue], [10, 0, 10]);
  assert.equal(body.heads.find(({ code }) => code === 'PROOFS')!.lacking, 10, 'the school’s own papers are proofs');
  assert.deepEqual(
    body.classGroups.map(({ total }) => total),
    [10],
  );
});

test('the file goes with the child: the new school reads all of it, the former one up to the day on which the child left', async () => {
  const moving = senior.students.at(-1)!;
  const put = (desk: typeof junior, paper: string, datedOn: string) =>
    desk.registrar.post('/api/file-papers', { paper, datedOn, studentIds: [moving] });
  assert.equal((await put(senior, 'HOUSEHOLD', '2026-09-03')).status, 200);
  app.clock.set('2026-10-12T08:00:00+08:00');
  await writing(app, (tx) =>
    transferRegistration(tx, {
      ...{ studentId: moving, caseId: newId(), on: civilDate('2026-10-12') },
      ...{ from: senior.school, to: shanxi.school },
    }),
  );
  assert.equal((await put(shanxi, 'TRANSFER_FORM', '2026-10-12')).status, 200);
  assert.equal((await put(shanxi, 'LEAVE_FORM', '2026-09-02')).status, 200, 'an old paper that comes in later');
  const proofsAt = async (desk: typeof junior) => {
    const { body } = await desk.registrar.get<FileView>(`/api/students/${moving}/file`);
    const proofs = body.heads.find(({ code }) => code === 'PROOFS')!;
    return { closed: body.closed, asOf: body.asOf, whats: proofs.items.map(({ what }) => what), body };
  };
  const after = await proofsAt(shanxi);
  assert.deepEqual([after.closed, after.whats], [false, ['转学申请表', '户籍证明（居民户口簿）', '休学申请表']]);
  assert.ok(after.body.heads[0]!.items.some(({ what }) => what === '转入高一'));
  const former = await proofsAt(senior);
  assert.deepEqual([former.closed, former.asOf, former.whats], [true, '2026-10-12', ['户籍证明（居民户口簿）']]);
  assert.ok(
    former.body.heads.every(({ missing }) => missing.length === 0),
    'what is missing is the next school’s',
  );
  assert.deepEqual([(await put(senior, 'LEAVE_FORM', '2026-10-12')).status, former.body.mayAdd], [409, false]);
});

/** 各校档案缺项: counted where files lie, for whole counties; the same as each school and each student is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendanceDesks } from '../../../../tests/attendance-desks.ts';
import { aCentreSchool, anAccount, anAuthority } from '../../../../tests/builders.ts';
import { aReadablePdf } from '../../../../tests/sample-pdf.ts';
import type { GapOverview, GapsView, GroupGapsView } from '../heads.api.ts';

const { app, junior, senior, shanxi, bystander, authorities } = await attendanceDesks('2026-10-16T16:30:00+08:00');
const office = async (at: typeof authorities.wuhou) =>
  app.as(await anAccount(app, { at, role: 'AUTHORITY_REGISTRAR' }));
const wuhou = await office(authorities.wuhou);
const yingze = await office(authorities.yingze);
const [first = '', second = '', third = ''] = junior.students;
const overview = async (by = wuhou, placeId?: string) => {
  const { status, body, detail } = await by.get<GapOverview>(
    `/api/file-gaps/overview${placeId ? `?placeId=${placeId}` : ''}`,
  );
  assert.equal(status, 200, detail);
  return body;
};
const must = async (answer: Promise<{ status: number; detail?: string | undefined }>) => {
  const { status, detail } = await answer;
  assert.equal(status, 200, detail);
};

/** Some files of the county get something, each in another way. */
async function fill() {
  const paper = (of: object) => junior.registrar.post('/api/file-papers', { datedOn: '2026-09-01', ...of });
  await must(paper({ paper: 'HOUSEHOLD', studentIds: junior.students.slice(0, 6) }));
  const scan = { name: '材料.pdf', bytes: aReadablePdf(1) };
  await must(junior.registrar.upload(`/api/students/${second}/file/papers?paper=SIGNED_FORM&datedOn=2026-09-02`, scan));
  await must(junior.registrar.post('/api/file-notes', { head: 'AWARDS', studentIds: [first, second] }));
  await must(junior.registrar.post('/api/file-notes', { head: 'DEVELOPMENT', studentIds: [third] }));
  const aid = { scheme: 'GRANT', term: 1, givenOn: '2026-10-10', amounts: [{ studentId: third, amount: 800 }] };
  await must(junior.registrar.post('/api/aids', aid));
  const health = { kind: 'FITNESS', measuredOn: '2026-09-17' };
  const entries = [{ studentId: first, seenId: null, values: { height: '150', weight: '40' } }];
  await must(junior.teacher.put(`/api/class-groups/${junior.group.id}/health`, { ...health, entries }));
  const field = { kind: 'FILE_FIELD', title: '家庭常用语言', valueKind: 'TEXT', stages: ['JUNIOR'], required: true };
  const notice = { title: '补充信息采集通知', issuedOn: '2026-10-10' };
  const body = { notice, from: '2026-10-16', items: [field] };
  const { body: made } = await wuhou.post<{ caseId: string }>('/api/local-settings', body);
  const leader = app.as(await anAccount(app, { at: authorities.wuhou, role: 'AUTHORITY_LEADER' }));
  await must(leader.post(`/api/cases/${made.caseId}/acts`, { action: 'SET' }));
  const values = { '510107 家庭常用语言': '普通话' };
  const put = { entries: [{ studentId: second, values }] };
  await must(junior.teacher.put(`/api/class-groups/${junior.group.id}/file-fields`, put));
}

test('each school of the county counts what its own page counts, and its class groups name', async () => {
  await fill();
  const { schools, total, place } = await overview();
  assert.equal(place.name, authorities.wuhou.name);
  assert.deepEqual(new Set(schools.map(({ id }) => id)), new Set([junior.school.id, senior.school.id]));
  for (const desk of [junior, senior]) {
    const counted = schools.find(({ id }) => id === desk.school.id)!;
    const { body: own } = await desk.registrar.get<GapsView>('/api/file-gaps');
    assert.deepEqual(
      [counted.total, counted.complete, counted.overdue],
      [own.total, own.complete, own.overdue],
      desk.school.name,
    );
    const path = `/api/class-groups/${desk.group.id}/file-gaps`;
    const { students } = (await desk.teacher.get<GroupGapsView>(path)).body;
    for (const { code, title } of own.heads) {
      const wanting = students.filter(({ missing }) => missing.some((gap) => gap.sentence === `缺${title}`)).length;
      const item = counted.items.find(({ head, whole }) => head === code && whole);
      assert.equal(item?.lacking ?? 0, wanting, `${desk.school.name} ${title}`);
    }
  }
  assert.equal(total, 20);
});

test('what is missing is told head by head, field by field and paper by paper, each with its article', async () => {
  const { items, schools } = await overview();
  const told = (words: string) => items.find((one) => one.words === words);
  assert.equal(told('家庭常用语言')?.lacking, 9, 'ten of the junior school, one filled in');
  assert.match(told('家庭常用语言')!.chip, /^四川·第/);
  assert.equal(told('学生体格检查表')?.lacking, 10, 'by the text of the one school only');
  assert.equal(told('体育合格标准登记卡')?.lacking, 9, 'the values that were entered are the card');
  const own = schools.find(({ id }) => id === senior.school.id)!;
  assert.ok(!own.items.some(({ words }) => words === '学生体格检查表' || words === '家庭常用语言'));
  assert.ok(items.every(({ chip, lacking }) => chip !== '' && lacking > 0));
});

test('a wide place opens level by level; nobody looks beside the own place', async () => {
  const city = await overview(await office(await anAuthority(app, { placeCode: '510100' })));
  assert.deepEqual([city.schools, city.below.map(({ id }) => id)], [[], [authorities.wuhou.id]]);
  const asCity = await office(await anAuthority(app, { placeCode: '510100' }));
  const opened = await overview(asCity, authorities.wuhou.id);
  assert.deepEqual([opened.total, opened.upper !== null], [20, true]);
  const beside = await yingze.get(`/api/file-gaps/overview?placeId=${authorities.wuhou.id}`);
  assert.equal(beside.status, 404);
  assert.equal((await overview(yingze)).schools.length, 1);
  assert.equal((await bystander.registrar.get('/api/file-gaps/overview')).status, 403);
  const centre = await aCentreSchool(app, { under: authorities.wuhou });
  const town = app.as(await anAccount(app, { at: centre, role: 'SCHOOL_REGISTRAR' }));
  assert.equal((await overview(town)).total, 0, 'a town counts the schools under it, and has none');
  assert.equal((await wuhou.get(`/api/file-gaps/overview?placeId=${junior.school.id}`)).code, 'BAD_INPUT');
  assert.equal(shanxi.students.length, (await overview(yingze)).total);
});

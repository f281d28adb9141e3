/** 档案包异地接收: a file with something in each of its seven heads leaves one node and is the same at another, part by part. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAttendanceDesk } from '../../../tests/attendance-desks.ts';
import { anAuthority, aSchool, writing } from '../../../tests/builders.ts';
import { aDesk, carryOut, type Town } from '../../../tests/change-desks.ts';
import { queriesOf } from '../../../tests/counted-queries.ts';
import { aReadablePdf } from '../../../tests/sample-pdf.ts';
import { someStudents } from '../../../tests/students.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { civilDate } from '../../kernel/civil-date.ts';
import { newId } from '../../kernel/ids.ts';
import { beginMembership, readRecord, transferRegistration } from '../../students/index.ts';
import type { FileView } from '../heads/heads.api.ts';
import type { HealthGrid, StudentHealth } from '../heads/health/health.api.ts';
import type { GivenPackages, NodeKeys, ReceivedView } from './packages.api.ts';

const NOW = '2027-01-18T09:00:00+08:00';
const [app, there] = [await testApplication({ now: NOW }), await testApplication({ now: NOW })];
const province = await aDesk(app, await anAuthority(app, { placeCode: '140000' }));
const yingze = await aDesk(app, await anAuthority(app, { placeCode: '140106' }));
const desk = await anAttendanceDesk(app, { under: yingze.at, schoolType: 'SENIOR', grade: 11, size: 2 });
const former = await aSchool(app, { under: yingze.at, schoolType: 'SENIOR', name: '并州路高级中学' });
const wuhou = await aDesk(there, await anAuthority(there, { placeCode: '510107' }));
const receiving = await aDesk(there, await aSchool(there, { under: wuhou.at, schoolType: 'SENIOR' }));

const place: Town = {
  school: { at: desk.school, registrar: desk.registrar, leader: desk.leader },
  above: [yingze],
  student: async () => desk.students[0]!,
};
const [studentId = '', bystander = ''] = desk.students;
const RATINGS = { MORAL: 'A', LEARNING: 'B', HEALTH: 'A', ART: 'B', PRACTICE: 'C' };
const scan = { name: '材料.pdf', bytes: aReadablePdf(2) };
const must = async <T>(answer: Promise<{ status: number; body: T; detail?: string | undefined }>): Promise<T> => {
  const { status, body, detail } = await answer;
  assert.equal(status, 200, detail);
  return body;
};

/** Something in each head, and a history of two schools. */
async function fillFile() {
  await writing(app, (tx) =>
    transferRegistration(tx, {
      ...{ studentId, caseId: newId(), on: civilDate('2026-10-12'), from: desk.school, to: former },
    }),
  );
  await writing(app, async (tx) => {
    const back = { studentId, caseId: newId(), on: civilDate('2026-12-01'), from: former, to: desk.school };
    await transferRegistration(tx, back);
    const { county, path } = desk.school;
    await beginMembership(tx, { ...back, county, path, classGroupId: desk.group.id });
  });
  const query = new URLSearchParams({ paper: 'HOUSEHOLD', datedOn: '2026-12-02' });
  await must(desk.registrar.upload(`/api/students/${studentId}/file/papers?${query}`, scan));
  const reports = [{ studentId, seenVersion: 0, ratings: RATINGS, teacherWords: '勤学守纪，乐于助人' }];
  const term = { schoolYear: 2026, term: 1, occasion: 'INTERIM' };
  const quality = `/api/class-groups/${desk.group.id}/quality-reports`;
  await must(desk.teacher.put(quality, { ...term, reports }));
  await must(desk.teacher.post(`${quality}/signatures`, { ...term, studentIds: [studentId] }));
  const health = `/api/class-groups/${desk.group.id}/health`;
  const { students } = await must(desk.teacher.get<HealthGrid>(`${health}?kind=FITNESS`));
  const { recordId: seenId } = students.find((one) => one.studentId === studentId)!;
  const entries = [{ studentId, seenId, values: { height: '172.4', weight: '61', run50: '7.6', total: '84.5' } }];
  await must(desk.teacher.put(health, { kind: 'FITNESS', measuredOn: '2027-01-12', entries }));
  const award = { category: 'TITLE', level: 'SCHOOL', title: '三好学生', givenOn: '2026-12-20', giver: '本校' };
  await must(desk.teacher.post('/api/awards', { studentIds: [studentId], ...award }));
  const awards = await must(desk.registrar.get<{ items: { id: string }[] }>('/api/awards?schoolYear=2026'));
  await must(desk.leader.post('/api/awards/decisions', { ids: awards.items.map(({ id }) => id), grant: true }));
  const aid = { scheme: 'GRANT', term: 1, givenOn: '2026-12-10', amounts: [{ studentId, amount: 1000 }] };
  await must(desk.registrar.post('/api/aids', aid));
  const field = { kind: 'FILE_FIELD', title: '家庭常用语言', valueKind: 'TEXT', stages: ['SENIOR'], required: true };
  const notice = { title: '学生学籍档案补充信息采集通知', issuedOn: '2027-01-05' };
  const settings = { notice, from: '2027-01-18', items: [field] };
  const { caseId } = await must(province.registrar.post<{ caseId: string }>('/api/local-settings', settings));
  await must(province.leader.post(`/api/cases/${caseId}/acts`, { action: 'SET' }));
  const values = { '140000 家庭常用语言': '晋语' };
  await must(desk.teacher.put(`/api/class-groups/${desk.group.id}/file-fields`, { entries: [{ studentId, values }] }));
}

const receivedBy = async (id: string) => must(receiving.registrar.get<ReceivedView>(`/api/received-packages/${id}`));
let view: ReceivedView;
let original: FileView;

test('opening a file with something in each head takes as many looks as one with nothing', async () => {
  const looks = (id: string) => queriesOf(() => must(desk.registrar.get<FileView>(`/api/students/${id}/file`)));
  await looks(bystander); // what a process learns once is learned
  const bare = await looks(bystander);
  await fillFile();
  const full = await looks(studentId);
  assert.ok(full.length <= 30, `${full.length}: ${full.join('\n')}`);
  // The papers' cases and one more school are looked up where there are any.
  assert.ok(full.length - bare.length <= 3, `${bare.length} and ${full.length}`);
});

test('it leaves one node under its key and is taken in at another that has entered that key', async () => {
  const form = { receiver: receiving.at.name, purpose: '随父母迁居成都，对方已出具接收证明' };
  const { caseId } = await carryOut(place, studentId, { kind: 'FILE_PACKAGE', form });
  original = await must(desk.registrar.get<FileView>(`/api/students/${studentId}/file`));
  const taken = await desk.registrar.post(`/api/file-packages/${caseId}/taking`);
  assert.equal(taken.status, 200, taken.detail);
  const [given] = (await must(desk.registrar.get<GivenPackages>('/api/file-packages'))).items;
  const { own } = await must(yingze.registrar.get<NodeKeys>('/api/node-keys'));
  const theirs = (await must(wuhou.registrar.get<NodeKeys>('/api/node-keys'))).own;
  assert.notEqual(own.keyId, theirs.keyId, 'two nodes, two keys');
  const key = { nodeName: '山西省节点', suite: own.suite, publicKey: own.publicKey };
  const { id: keyId } = await must(wuhou.registrar.post<{ id: string }>('/api/node-keys', key));
  await must(wuhou.leader.post(`/api/node-keys/${keyId}/confirmation`));
  const upload = { name: '档案包.xjda', bytes: Buffer.concat([Buffer.from(`${given!.code}\n`), taken.bytes]) };
  const { id } = await must(receiving.registrar.upload<{ id: string }>('/api/received-packages', upload));
  view = await receivedBy(id);
  assert.deepEqual([view.against, view.unread, view.studentId], ['UNATTACHED', [], null]);
});

test('who gave it, whose key signed it and which two people trust that key are said; every entry has its verdict', () => {
  const { signer, entries } = view;
  assert.deepEqual(
    [view.fromSchool, view.fromSchoolCode, view.receiver],
    [desk.school.name, desk.school.code, receiving.at.name],
  );
  assert.deepEqual([signer.trust, signer.nodeName], ['TRUSTED', '山西省节点']);
  assert.match(signer.trustWords, new RegExp(`^${wuhou.at.name}.+2027-01-18登记，.+2027-01-18确认$`));
  assert.ok(entries.length >= 5 && entries.every(({ holds, words }) => holds && words === '与签发时一致'));
  assert.ok(entries.every(({ digest, title }) => /^[0-9a-f]{64}$/.test(digest) && !title.includes('/')));
});

test('all seven heads arrive item for item as the file had them, with what stands on each', async () => {
  const listed = (heads: { code: string; items: { what: string; on: string; schoolName: string | null }[] }[]) =>
    heads.map(({ code, items }) => [code, items.map(({ what, on, schoolName }) => `${on} ${what} ${schoolName}`)]);
  assert.deepEqual(listed(view.heads), listed(original.heads));
  assert.ok(view.heads.every(({ items }) => items.length > 0) && view.heads.length === 7, 'none of the seven is empty');
  const valuesOf = (code: string) => {
    const { items } = view.heads.find((head) => head.code === code)!;
    return Object.fromEntries(items.flatMap(({ values }) => values.map(({ label, value }) => [label, value])));
  };
  const ratings = valuesOf('DEVELOPMENT');
  assert.deepEqual([ratings['思想品德'], ratings['社会实践']], ['优秀', '合格']);
  assert.equal(ratings['班主任评语'], '勤学守纪，乐于助人');
  const { records } = await must(desk.teacher.get<StudentHealth>(`/api/students/${studentId}/health`));
  const health = valuesOf('HEALTH');
  for (const { label, value } of records[0]!.values) assert.ok(health[label]?.startsWith(value), label);
  assert.ok(records[0]!.values.length >= 4);
  const above = await must(wuhou.registrar.get<ReceivedView>(`/api/received-packages/${view.id}`));
  const shownAbove = above.heads.find(({ code }) => code === 'HEALTH')!.items;
  assert.ok(
    shownAbove.length > 0 && shownAbove.every(({ values: none }) => none.length === 0),
    'that it is there, not what',
  );
});

test('the history is the registrations as they stood, and every paper is the same to the byte', async () => {
  const rows = await app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, studentId));
  assert.deepEqual(
    view.registrations.map(({ school, from, to }) => [school, from, to]),
    rows.registrations.map(({ school_name, valid_from, valid_to }) => [school_name, valid_from, valid_to]),
  );
  assert.deepEqual(new Set(view.registrations.map(({ school }) => school)), new Set([desk.school.name, former.name]));
  assert.deepEqual(view.numbers.length, rows.numbers.length);
  const proof = view.heads.find(({ code }) => code === 'PROOFS')!.items.find(({ entry }) => entry)!;
  const { bytes } = await receiving.registrar.get(`/api/received-packages/${view.id}/entry?name=${proof.entry}`);
  const filed = original.heads.flatMap(({ items }) => items).find(({ paperId }) => paperId)!;
  const source = await desk.registrar.get(`/api/students/${studentId}/file/papers/${filed.paperId}`);
  assert.ok(bytes.length > 500 && bytes.equals(source.bytes));
});

test('attached to the child of the same identity, the record here is held against it field by field', async () => {
  const { record } = await app.db.read(NODE_SCOPE, (tx) => readRecord(tx, app.services, studentId));
  const raw = { identityNumber: record.identityNumber!, talents: '书法' };
  const wish = { school: receiving.at, name: record.name!, bornOn: record.bornOn! };
  const [same] = await someStudents(there, { ...wish, raw }, { school: receiving.at, name: '赵子墨' });
  const attached = await must(
    receiving.registrar.post<{ studentId: string }>(`/api/received-packages/${view.id}/attachment`),
  );
  assert.equal(attached.studentId, same);
  const after = await receivedBy(view.id);
  assert.equal(after.against, 'HERE');
  assert.deepEqual({ ...after.heads }, { ...view.heads }, 'what came stays as it came');
  const items = after.compared.flatMap((group) => group.items);
  const labels = (verdict: string) => items.filter((one) => one.verdict === verdict).map(({ label }) => label);
  assert.deepEqual(labels('DIFFERS'), ['特长', '学籍号']);
  assert.deepEqual([...labels('ONLY_THERE'), ...labels('ONLY_HERE')], []);
  assert.ok(labels('SAME').length > 30, `${labels('SAME').length}`);
  assert.deepEqual(labels('PLACED').toSorted(), ['年级', '班级'].toSorted());
  assert.ok(!JSON.stringify(after).includes(record.identityNumber!), 'classified items are masked');
  assert.ok(!JSON.stringify(after).includes(bystander));
});

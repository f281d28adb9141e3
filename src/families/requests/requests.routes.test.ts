/** 家长申请: corrections, leaves, complaints and wishes of a guardian, with photographs; answered by whoever has to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { Caller } from '../../../tests/access/caller.ts';
import { testApplication } from '../../../tests/application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool, writing } from '../../../tests/builders.ts';
import { aFamily } from '../../../tests/families.ts';
import { someStudents } from '../../../tests/students.ts';
import { setTeacher } from '../../authorities/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { LeaveMatter } from '../../leave/leave-form.ts';
import type { Answered, Content, FamilyRequest, OfficeDetail, OfficePage } from './requests.api.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const county = await anAuthority(app, { placeCode: '510107' });
const [school, other] = [await aSchool(app, { under: county }), await aSchool(app, { under: county })];
const classGroup = await aClassGroup(app, { school, ordinal: 1 });
const [child = '', bystander = ''] = await someStudents(
  app,
  { school, classGroup, name: '李沐辰' },
  { school, classGroup, name: '王小满' },
);
const registrar = app.as(await anAccount(app, { at: school }));
const leader = app.as(await anAccount(app, { at: school, role: 'SCHOOL_LEADER' }));
const officer = app.as(await anAccount(app, { at: county, role: 'AUTHORITY_REGISTRAR' }));
const elsewhere = app.as(await anAccount(app, { at: other }));
const teacherAccount = await anAccount(app, { at: school, role: 'CLASS_TEACHER' });
await writing(app, (tx) => setTeacher(tx, classGroup.id, teacherAccount.id));
const teacher = app.as(teacherAccount);
const family = await aFamily(app, registrar, child);
const stranger = await aFamily(app, registrar, bystander);

const grey = { width: 400, height: 300, channels: 3, background: '#cfd8e3' } as const;
const picture = await sharp({ create: grey }).jpeg().toBuffer();
const attach = async (by: Caller, what: string) => {
  const answer = await by.upload<{ id: string }>(`/api/family/papers?what=${encodeURIComponent(what)}`, {
    name: 'photo.jpg',
    bytes: picture,
  });
  assert.equal(answer.status, 200, answer.detail);
  return answer.body.id;
};
const ask = (by: Caller, content: object, paperIds: string[] = []) =>
  by.post<{ id: string }>('/api/family/requests', { content, paperIds });
const own = async (by: Caller, id: string) =>
  (await by.get<{ items: FamilyRequest[] }>('/api/family/requests')).body.items.find((one) => one.id === id)!;
const seenBy = async (by: Caller) => (await by.get<OfficePage>('/api/family-requests?shown=ALL')).body.items;
const settle = (by: Caller, id: string, body: object) => by.post<Answered>(`/api/family-requests/${id}/answer`, body);
const heldAt = async (path: string) => {
  const { body } = await registrar.get<{ guardians: { items: { path: string; value: string }[] }[] }>(
    `/api/students/${child}`,
  );
  return body.guardians.flatMap(({ items }) => items).find((item) => item.path === path)!.value;
};

const workplace: Content = {
  kind: 'CORRECTION',
  items: [{ path: 'guardians.0.workplace', value: '武侯区第二人民医院' }],
  said: '上月换了工作单位',
};

test('a correction of an ordinary item waits with the school and is written once the class teacher accepts it', async () => {
  const paper = await attach(family, '工作证');
  const { body, status, detail } = await ask(family, workplace, [paper]);
  assert.equal(status, 200, detail);
  const sent = await own(family, body.id);
  assert.deepEqual(
    [sent.state, sent.receiverName, sent.answerBy, sent.papers.length],
    ['OPEN', school.name, '2026-10-08', 1],
  );
  assert.notEqual(await heldAt('guardians.0.workplace'), '武侯区第二人民医院', 'nothing is written yet');

  const detailOf = await teacher.get<OfficeDetail>(`/api/family-requests/${body.id}`);
  assert.deepEqual(detailOf.body.may, ['ACCEPT', 'DECLINE']);
  assert.equal(detailOf.body.lines[0]!.value, '武侯区第二人民医院');
  const shown = await teacher.get(`/api/family-requests/${body.id}/papers/${paper}`);
  assert.deepEqual([shown.status, shown.headers['content-type']], [200, 'image/jpeg']);
  assert.equal((await settle(teacher, body.id, { accept: true })).body.done, true);
  assert.equal(await heldAt('guardians.0.workplace'), '武侯区第二人民医院');
  assert.equal((await own(family, body.id)).stateWords, '已更正');
  assert.equal((await settle(teacher, body.id, { accept: true })).code, 'CONFLICT');
});

test('a correction that cannot stand says why and changes nothing; a refusal needs reason and article', async () => {
  const wrong = { kind: 'CORRECTION', items: [{ path: 'guardians.0.phone', value: '12' }], said: '号码变了' };
  const { id } = (await ask(family, wrong)).body;
  const tried = await settle(registrar, id, { accept: true });
  assert.deepEqual([tried.body.done, tried.body.findings[0]!.field], [false, 'guardians.0.phone']);
  assert.equal((await settle(registrar, id, { accept: false, opinion: '号码不完整' })).code, 'BAD_INPUT');
  const refusal = { accept: false, opinion: '号码不完整，请填11位手机号', basis: '四川·第二十一条' };
  assert.equal((await settle(registrar, id, refusal)).body.done, true);
  const { state, answer } = await own(family, id);
  assert.deepEqual([state, answer!.opinion, answer!.basis], ['DECLINED', refusal.opinion, refusal.basis]);
});

test('key data goes by a case that the registrar opens from the request, with its photographs as evidence', async () => {
  const paper = await attach(family, '户口簿');
  const items = [{ path: 'name', value: '李沐宸' }];
  const mixed = [...items, { path: 'guardians.0.position', value: '护士长' }];
  assert.equal((await ask(family, { kind: 'CORRECTION', items: mixed, said: '更正' })).code, 'BAD_INPUT');
  const { id } = (await ask(family, { kind: 'CORRECTION', items, said: '户口簿上是宸' }, [paper])).body;
  const { body } = await registrar.get<OfficeDetail>(`/api/family-requests/${id}`);
  assert.deepEqual(
    body.articles.map(({ chip, verdict }) => [chip, verdict]),
    [['四川·第十五条', 'REFUSE']],
    'to name in a refusal',
  );
  assert.deepEqual([body.may, body.values, body.keyData], [['OPEN_CASE', 'DECLINE'], { name: '李沐宸' }, true]);
  assert.equal((await settle(registrar, id, { accept: true })).code, 'NOT_ALLOWED');
  const change = { values: body.values, papers: ['HOUSEHOLD_REGISTER', 'COPY'], reason: body.said };
  const opened = await registrar.post<{ caseId: string }>('/api/key-data-changes', {
    ...{ studentId: child, familyRequestId: id },
    ...change,
  });
  assert.equal(opened.status, 200, opened.detail);
  const { items: papers } = (
    await registrar.get<{ items: { what: string }[] }>(`/api/cases/${opened.body.caseId}/evidence`)
  ).body;
  assert.deepEqual(
    papers.map(({ what }) => what),
    ['家长上传：户口簿'],
  );
  const sent = await own(family, id);
  assert.deepEqual([sent.state, sent.caseId], ['ACCEPTED', opened.body.caseId]);
  const followed = await family.get<{ items: { id: string }[] }>('/api/family/cases');
  assert.ok(followed.body.items.some((one) => one.id === opened.body.caseId));
  const withdrawn = await registrar.post(`/api/cases/${opened.body.caseId}/actions/WITHDRAW`, {
    seq: 1,
    opinion: '家长另报',
  });
  assert.ok(withdrawn.status < 500);
});

test('a leave: the school opens the case from what the guardian filled in', async () => {
  const content = {
    ...{ kind: 'LEAVE', reason: 'ILLNESS', beginsOn: '2026-09-17', endsOn: '2027-08-31', hospital: 'COUNTY' },
    said: '医生建议休养一年',
  };
  const { id } = (await ask(stranger, content, [await attach(stranger, '诊断证明')])).body;
  assert.equal((await ask(stranger, content)).code, 'CONFLICT', 'one at a time');
  const { body } = await registrar.get<OfficeDetail>(`/api/family-requests/${id}`);
  assert.equal(body.opensAt, `/leaves/students/${bystander}?request=${id}`);
  assert.deepEqual(
    body.articles.map(({ chip }) => chip),
    ['四川·第二十五条', '四川·第二十六条'],
  );
  assert.equal(
    (await registrar.post('/api/leaves', { studentId: child, matter: body.matter, familyRequestId: id })).status >= 400,
    true,
  );
  const opened = await registrar.post<{ caseId: string }>('/api/leaves', {
    ...{ studentId: bystander, matter: body.matter as LeaveMatter, opinion: '按家长申请办理', familyRequestId: id },
  });
  assert.equal(opened.status, 200, opened.detail);
  assert.equal((await own(stranger, id)).stateWords, '已立案办理');
  assert.equal(
    (await ask(stranger, { kind: 'RETURN', returnsOn: '2027-03-01', gradeWanted: 1, said: '好了' })).code,
    'BAD_INPUT',
  );
});

test('a complaint to the authority is answered there, and the school does not see it', async () => {
  const { id } = (await ask(family, { kind: 'COMPLAINT', to: 'AUTHORITY', said: '学校未按时办理' })).body;
  assert.equal((await own(family, id)).receiverName, county.name);
  assert.ok((await seenBy(officer)).some((one) => one.id === id));
  assert.ok(!(await seenBy(registrar)).some((one) => one.id === id));
  assert.equal((await registrar.get(`/api/family-requests/${id}`)).status, 404);
  assert.equal((await settle(officer, id, { accept: true, opinion: '已督促学校本周内办结' })).body.done, true);
  assert.equal((await own(family, id)).answer!.opinion, '已督促学校本周内办结');
});

test('a wish to transfer goes to the wished school and can be withdrawn; a second one while it waits cannot be told', async () => {
  const wish = {
    kind: 'TRANSFER',
    toSchoolId: other.id,
    ground: 'RESIDENCE_MOVED',
    moved: 'WITHIN_COUNTY',
    said: '已搬到新家',
  };
  const { body, status, detail } = await ask(family, wish, [await attach(family, '房产证')]);
  assert.equal(status, 200, detail);
  assert.equal((await ask(family, wish)).code, 'CONFLICT');
  const { items } = (
    await elsewhere.get<{ items: { id: string; recordedByName: string; said: string }[] }>('/api/transfer-invitations')
  ).body;
  assert.deepEqual([items[0]!.recordedByName, items[0]!.said], ['家长李**（父亲）', '已搬到新家']);
  assert.equal((await own(family, body.id)).stateWords, '待意向学校答复');
  const papersAt = `/api/transfer-invitations/${items[0]!.id}/papers`;
  const { body: papers } = await elsewhere.get<{ items: { id: string; what: string }[] }>(papersAt);
  assert.deepEqual(
    papers.items.map(({ what }) => what),
    ['房产证'],
  );
  const shown = await elsewhere.get(`${papersAt}/${papers.items[0]!.id}`);
  assert.deepEqual([shown.status, shown.headers['content-type']], [200, 'image/jpeg']);
  assert.equal((await registrar.get(papersAt)).status, 404, 'the school that the child would leave has no part in it');
  assert.equal((await officer.get(papersAt)).status, 200, 'the authority may have to arrange a school');
  assert.equal((await stranger.post(`/api/family/requests/${body.id}/withdrawal`)).status, 404);
  assert.equal((await family.post(`/api/family/requests/${body.id}/withdrawal`)).status, 200);
  assert.equal((await own(family, body.id)).state, 'WITHDRAWN');
  const gone = await elsewhere.get<{ items: unknown[] }>(papersAt);
  assert.deepEqual(gone.body.items, [], 'withdrawn, it is nobody’s to look at');
});

test('nobody else sees or answers what is not theirs', async () => {
  const { id } = (await ask(family, { ...workplace, items: [{ path: 'homeAddress', value: '成都市武侯区一环路9号' }] }))
    .body;
  for (const caller of [elsewhere, stranger]) {
    assert.ok([401, 404].includes((await caller.get(`/api/family-requests/${id}`)).status));
    assert.ok([401, 404].includes((await settle(caller, id, { accept: true })).status));
  }
  assert.equal((await settle(leader, id, { accept: true })).code, 'NOT_ALLOWED');
  assert.equal(await own(stranger, id), undefined);
  const paper = await attach(family, '户口簿');
  assert.equal((await stranger.get(`/api/family/papers/${paper}`)).status, 404);
  assert.equal((await ask(stranger, workplace, [paper])).code, 'BAD_INPUT');
  assert.equal((await stranger.delete(`/api/family/papers/${paper}`)).status, 404);
  assert.equal((await family.delete(`/api/family/papers/${paper}`)).status, 200);
  const others = { kind: 'CORRECTION', items: [{ path: 'guardians.1.phone', value: '13900010009' }], said: '她的号码' };
  assert.equal((await ask(family, others)).code, 'BAD_INPUT', 'the other guardian speaks for themselves');
});

test('what was asked lies sealed: no address of it stands in the open', async () => {
  const text = await app.db.read(NODE_SCOPE, async (tx) =>
    JSON.stringify([
      await tx.sql.selectFrom('family_requests').selectAll().execute(),
      await tx.sql.selectFrom('audit_events').selectAll().execute(),
    ]),
  );
  assert.ok(!text.includes('一环路9号') && !text.includes('已搬到新家'));
});

/** 新生基本信息表: in Shanxi the family of a child who is not registered yet fills in, signs, and signs again; then the number comes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { Caller } from '../../../tests/access/caller.ts';
import { act, anAdmissionDesk, importRows } from '../../../tests/admission-desk.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, writing } from '../../../tests/builders.ts';
import { childRow } from '../../../tests/entrant-rows.ts';
import { aDrawing, enterFamily } from '../../../tests/families.ts';
import type { EntrantView } from '../../admissions/entrants/entrants.api.ts';
import type { CaseEntrantPage, SignedFormsView, SubmittedView } from '../../admissions/registering/registering.api.ts';
import { setTeacher } from '../../authorities/index.ts';
import type { FamilySession } from '../entering/entering.api.ts';
import type { LinksPage, MadeSheet } from '../links/links.api.ts';
import type { CorrectionField, OfficeDetail } from '../requests/requests.api.ts';
import type { BaseForm, SignedForm } from './form.api.ts';

const app = await testApplication({ now: '2026-09-03T10:00:00+08:00' });
const desk = await anAdmissionDesk(app, { placeCode: '140106' });
const neighbour = await anAdmissionDesk(app, { placeCode: '140106' });
const { registrar, leader } = desk;
const { body: groups } = await registrar.get<{ classGroups: { id: string }[] }>(
  `/api/schools/${desk.school.id}/class-groups`,
);
const teacherAccount = await anAccount(app, { at: desk.school, role: 'CLASS_TEACHER' });
const strangerAccount = await anAccount(app, { at: desk.school, role: 'CLASS_TEACHER' });
const classId = (at: number) => groups.classGroups[at]?.id ?? '';
await writing(app, (tx) => setTeacher(tx, classId(0), teacherAccount.id));
await writing(app, (tx) => setTeacher(tx, classId(1), strangerAccount.id));
const [teacher, stranger] = [app.as(teacherAccount), app.as(strangerAccount)];

const ROWS = [
  childRow(3, { 'guardians.0.workplace': '', currentAddress: '' }),
  childRow(6),
  childRow(9, { 'guardians.0.name': '', 'guardians.0.phone': '' }),
];
const importId = await importRows(app, registrar, ROWS);
const handOut = (wish: object, by = registrar) => by.post<MadeSheet>('/api/family-links', wish);
const { body: sheet } = await handOut({ importId });
const [slip, otherSlip] = sheet.items;
const child = slip!.studentId;
const check = (row: Record<string, string>) => ({
  bornOn: row['bornOn'],
  lastFour: row['guardians.0.phone']!.slice(-4),
});
const family = await enterFamily(app, slip!.secret, check(ROWS[0]!));
const other = await enterFamily(app, otherSlip!.secret, check(ROWS[1]!));

const form = async (by = family) => (await by.get<BaseForm>('/api/family/form')).body;
const sign = async (step: string, digest?: string, by = family) =>
  by.upload(`/api/family/form/signatures?step=${step}&digest=${digest ?? (await form(by)).digest}`, {
    name: 'sign.png',
    bytes: await aDrawing(),
  });
const fill = (items: object[], by = family) =>
  by.post<{ id: string }>('/api/family/requests', {
    content: { kind: 'CORRECTION', items, said: '填报基本信息表' },
  });
const draft = async (id = child) => (await registrar.get<EntrantView>(`/api/admissions/entrants/${id}`)).body;
const lineAt = async (id = child, by: Caller = registrar) => {
  const { body } = await by.get<LinksPage>(`/api/entrants/family-links?importId=${importId}`);
  return body.items.find(({ studentId }) => studentId === id)!;
};
const signatureAt = async () => `/api/students/${child}/family-signatures/${(await lineAt()).signed.signatureId}`;
/** No age of entry is laid down here: the registrar has looked and lets it stand. */
const confirm = () =>
  registrar.post(`/api/admissions/entrants/${child}/confirm`, { code: 'PARAMETER_NOT_SET', field: 'bornOn' });
const ADDRESS = '山西省太原市迎泽区并州路18号';

test('a school hands out links for a whole import; whoever cannot be checked is named with the reason', async () => {
  assert.deepEqual([sheet.items.length, slip!.asks], [2, ['PHONE', 'DOCUMENT']]);
  assert.deepEqual(
    sheet.without.map(({ why }) => why),
    ['没有填监护人姓名'],
  );
  const again = await handOut({ importId });
  assert.deepEqual([again.body.items.length, again.body.kept], [0, 2]);
  assert.equal((await handOut({ importId }, neighbour.registrar)).body.items.length, 0, 'nothing of another school');
  assert.equal((await handOut({ studentId: child }, neighbour.registrar)).status, 404);
  assert.equal((await handOut({ studentId: child }, stranger)).status, 404, 'another class teacher');
  assert.equal((await handOut({ importId }, teacher)).status, 404, 'a class teacher has class groups, not imports');
});

test('the family sees the draft, what it lacks in plain words, and nobody else’s', async () => {
  const { body } = await family.get<FamilySession>('/api/family/session');
  assert.deepEqual([body.registered, body.left, body.schoolName], [false, false, desk.school.name]);
  const one = await form();
  const lines = one.groups.flatMap((group) => group.lines);
  assert.equal(lines.find(({ path }) => path === 'guardians.0.phone')!.value, ROWS[0]!['guardians.0.phone']);
  assert.deepEqual([one.registered, one.toSign, one.steps.length], [false, 'FILLED', 4]);
  assert.match(one.findings.find(({ path }) => path === 'currentAddress')!.sentence, /现住址/);
  assert.ok(!one.findings.some(({ sentence }) => sentence.includes('签字')), 'signing is told apart');
  assert.equal((await form(other)).childName, ROWS[1]!['name']);
  assert.ok(!JSON.stringify(await form(other)).includes(ROWS[0]!['identityNumber']!));
  for (const path of ['record', 'choices']) {
    assert.equal((await family.get(`/api/family/${path}`)).status, 404, 'there is no registration to look at yet');
  }
  assert.equal((await family.post('/api/family/proofs-of-registration', { days: 7 })).status, 404);
  assert.equal((await family.post('/api/family/reveals', { field: 'homeAddress' })).status, 404);
  assert.deepEqual((await family.get('/api/family/cases')).body, { items: [] });
  const { body: looks } = await family.get<{ items: { did: string }[] }>('/api/family/viewers');
  assert.ok(looks.items.some(({ did }) => did === '开出家长链接'));
  const leave = { kind: 'LEAVE', reason: 'ILLNESS', beginsOn: '2026-09-10', endsOn: '2027-01-10', said: '住院' };
  const asked = await family.post('/api/family/requests', { content: leave });
  assert.deepEqual([asked.status, asked.code], [400, 'BAD_INPUT']);
});

test('what is the school’s, the link’s or another guardian’s is not the family’s to fill in', async () => {
  const { body } = await family.get<{ items: CorrectionField[] }>('/api/family/fields');
  const paths = body.items.map(({ path }) => path);
  assert.ok(paths.includes('name') && paths.includes('currentAddress') && paths.includes('guardians.1.phone'));
  for (const path of ['classGroup', 'schoolCode', 'registrationNumber', 'guardians.0.name']) {
    assert.ok(!paths.includes(path), path);
    assert.equal((await fill([{ path, value: '某值' }])).status, 400, path);
  }
});

test('what it fills in is shown as filled in, and stays a proposal until the registrar takes it over', async () => {
  const items = [
    { path: 'currentAddress', value: ADDRESS },
    { path: 'guardians.0.workplace', value: '迎泽区第二医院' },
  ];
  const { body, status, detail } = await fill(items);
  assert.equal(status, 200, detail);
  const one = await form();
  assert.deepEqual(one.proposed.toSorted(), ['currentAddress', 'guardians.0.workplace']);
  assert.ok(!one.findings.some(({ path }) => path === 'currentAddress'), 'it lacks no more');
  assert.equal((await draft()).values['currentAddress'], undefined, 'the draft is what it was');

  assert.equal((await sign('FILLED')).status, 200);
  assert.deepEqual([(await form()).changed, (await lineAt()).signed.stepWords], [false, '待班主任审核']);
  const { body: forms } = await registrar.get<SignedFormsView>('/api/admissions/signed-forms');
  assert.deepEqual(
    forms.items.map(({ entrantId, begun, done, proposed }) => [entrantId, begun, done, proposed]),
    [[child, true, false, true]],
  );
  const seen = (await registrar.get<OfficeDetail>(`/api/family-requests/${body.id}`)).body;
  assert.deepEqual([seen.kindWords, seen.may, seen.keyData], ['填报基本信息表', ['ACCEPT', 'DECLINE'], false]);
  assert.deepEqual([seen.lines[0]!.before, seen.lines[0]!.value], ['', ADDRESS]);
  assert.deepEqual((await teacher.get<OfficeDetail>(`/api/family-requests/${body.id}`)).body.may, []);
  assert.equal((await neighbour.registrar.get(`/api/family-requests/${body.id}`)).status, 404);
});

test('class teacher, then leader; the last signature waits until the school has taken over what was filled in', async () => {
  const at = await signatureAt();
  const { body } = await teacher.get<SignedForm>(at);
  assert.deepEqual([body.registered, body.same, body.mayCheck], [false, false, true]);
  assert.deepEqual(body.differs.toSorted(), ['currentAddress', 'guardians.0.workplace'], 'what waits to be taken over');
  assert.equal((await stranger.get(at)).status, 404);
  assert.equal((await neighbour.leader.get(at)).status, 404);
  assert.equal((await leader.post(`${at}/check`)).code, 'CONFLICT');
  assert.equal((await teacher.post(`${at}/check`)).status, 200);
  assert.equal((await leader.post(`${at}/check`)).status, 200);
  assert.equal((await form()).toSign, null);
  assert.equal((await sign('FINAL')).code, 'CONFLICT');

  const { body: waiting } = await registrar.get<{ items: { id: string; registered: boolean }[] }>(
    '/api/family-requests',
  );
  assert.deepEqual(
    waiting.items.map(({ registered }) => registered),
    [false],
  );
  const before = await draft();
  assert.ok(before.red > 0);
  const taken = await registrar.post(`/api/family-requests/${waiting.items[0]!.id}/answer`, { accept: true });
  assert.equal(taken.status, 200, taken.detail);
  const after = await draft();
  assert.deepEqual([after.values['currentAddress'], after.red], [ADDRESS, 0], 'checked again at once');
  assert.equal((await form()).toSign, 'FINAL');
  await confirm();
});

const submit = (entrantIds: string[], more: object = { signedForms: false }) =>
  registrar.post<SubmittedView>('/api/admissions/submissions', { entrantIds, ...more });
const inCase = async (caseId: string) => (await registrar.get<CaseEntrantPage>(`/api/cases/${caseId}/entrants`)).body;
const withdrawn = (caseId: string) => act(registrar, caseId, 'WITHDRAW', '家长尚未签完');

test('a family takes the photo that the draft lacks; what the school has taken stays the school’s', async () => {
  const grey = { width: 400, height: 500, channels: 3, background: '#cfd8e3' } as const;
  const bytes = await sharp({ create: grey }).jpeg().toBuffer();
  const send = (by: Caller) => by.upload('/api/family/photo', { name: 'photo.jpg', bytes });
  assert.deepEqual([(await form()).hasPhoto, (await form()).mayTakePhoto], [false, true]);
  assert.equal((await send(family)).status, 200);
  assert.equal((await send(family)).status, 200, 'its own may be taken anew');
  assert.equal((await family.get('/api/family/photo')).headers['content-type'], 'image/jpeg');
  await registrar.upload(`/api/admissions/entrants/${otherSlip!.studentId}/photo`, { name: 'photo.jpg', bytes });
  assert.equal((await send(other)).code, 'CONFLICT');
});

test('signed once is not signed: the law refuses the registration, whatever the school declares in general', async () => {
  const { body } = await submit([child], { signedForms: true });
  const [one] = (await inCase(body.caseIds[0]!)).items;
  assert.deepEqual([one!.signedBy, one!.verdict], ['手机签字未完成', 'REFUSE']);
  assert.match(one!.law[0]!.sentence, /签字/);
  assert.equal(one!.law[0]!.chip, '山西·第十一条');
  await withdrawn(body.caseIds[0]!);
  const onPaper = (await submit([child], { signedForms: false, paperInstead: true })).body.caseIds[0]!;
  assert.equal((await inCase(onPaper)).items[0]!.signedBy, '纸质签字，学校声明');
  await withdrawn(onPaper);
});

test('signed again it counts; a change afterwards asks for a new round', async () => {
  assert.equal((await sign('FINAL')).status, 200);
  assert.deepEqual([(await form()).toSign, (await lineAt()).signed.stepWords], [null, '已签完']);
  const { body } = await registrar.get<SignedFormsView>('/api/admissions/signed-forms');
  assert.deepEqual(body.items, [{ entrantId: child, importId, sound: true, begun: true, done: true, proposed: false }]);

  const mend = async (value: string) =>
    registrar.patch(`/api/admissions/entrants/${child}`, {
      ...{ values: { 'guardians.0.workplace': value }, version: (await draft()).version },
    });
  assert.equal((await mend('迎泽区第三医院')).status, 200);
  assert.equal((await lineAt()).signed.stepWords, '签后信息有变，待重新签字');
  assert.deepEqual([(await form()).changed, (await form()).toSign], [true, 'FILLED']);
  const tried = (await submit([child])).body.caseIds[0]!;
  assert.equal((await inCase(tried)).items[0]!.verdict, 'REFUSE');
  await withdrawn(tried);
  assert.equal((await mend('迎泽区第二医院')).status, 200);
  assert.equal((await lineAt()).signed.stepWords, '已签完', 'put back, it is what was signed');
});

test('school and county approve, the number comes, and link, session and signatures go on for the student', async () => {
  const { body, detail } = await submit([child]);
  assert.ok(body.caseIds, detail);
  const [caseId = ''] = body.caseIds;
  const [sent] = (await inCase(caseId)).items;
  assert.equal(sent!.signedBy, '家长手机签字');
  assert.ok(!sent!.law.some(({ sentence }) => sentence.includes('签字')));
  await act(leader, caseId, 'SUBMIT');
  await act(desk.officer, caseId, 'APPROVE', '材料齐全');
  assert.equal(await act(desk.chief, caseId, 'APPROVE'), 'COMPLETED');

  const { body: session } = await family.get<FamilySession>('/api/family/session');
  assert.deepEqual([session.registered, session.left], [true, false]);
  const one = await form();
  assert.deepEqual([one.registered, one.toSign, one.changed], [true, null, false]);
  assert.ok(one.steps.every(({ state }) => state === 'DONE'));
  assert.equal((await family.get('/api/family/record')).status, 200);
  const { body: page } = await teacher.get<LinksPage>(`/api/class-groups/${classId(0)}/family-links`);
  const line = page.items.find(({ studentId }) => studentId === child)!;
  assert.deepEqual([line.registered, line.signed.stepWords, line.links[0]!.state], [true, '已签完', 'OPENED']);
  const signed = await teacher.get<SignedForm>(`/api/students/${child}/family-signatures/${line.signed.signatureId}`);
  assert.deepEqual([signed.body.registered, signed.body.same], [true, true]);
  assert.equal((await inCase(caseId)).items[0]!.signedBy, '家长手机签字', 'told as it was decided');
  const again = await enterFamily(app, slip!.secret, check(ROWS[0]!));
  assert.equal((await again.get('/api/family/session')).status, 200, 'the slip on paper still opens');
});

test('an import that is given up, or taken back after it was handed in, ends its links, and no others', async () => {
  const ends = async (row: Record<string, string>, end: (id: string, entrantId: string) => Promise<void>) => {
    const spare = await importRows(app, registrar, [row]);
    const [one] = (await handOut({ importId: spare })).body.items;
    const guest = await enterFamily(app, one!.secret, check(row));
    await end(spare, one!.studentId);
    assert.equal((await guest.get('/api/family/session')).status, 401);
    const knock = await app.anonymous.post('/api/family/session', { secret: one!.secret, ...check(row) });
    const unknown = await app.anonymous.post('/api/family/session', { secret: 'A'.repeat(22), ...check(row) });
    assert.deepEqual([knock.status, knock.detail], [unknown.status, unknown.detail]);
  };
  const act = async (path: string) => assert.equal((await registrar.post(path)).status, 200, path);
  await ends(childRow(12), (id) => act(`/api/admissions/imports/${id}/cancel`));
  await ends(childRow(15), async (id, entrantId) => {
    await registrar.post(`/api/admissions/entrants/${entrantId}/confirm`, {
      code: 'PARAMETER_NOT_SET',
      field: 'bornOn',
    });
    const { body } = await registrar.post<SubmittedView>(`/api/admissions/imports/${id}/submissions`, {
      ...{ mode: 'ALL', signedForms: true },
    });
    assert.equal(body.submitted, 1);
    await act(`/api/admissions/imports/${id}/undo`);
  });
  assert.equal((await other.get('/api/family/session')).status, 200);
});

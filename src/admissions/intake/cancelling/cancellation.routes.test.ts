/** 取消入学资格: by the authority alone, with reason and paper; the register of the cancelled tells all of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../../tests/application.ts';
import { aSchool, writing } from '../../../../tests/builders.ts';
import { act, admitted, aRollDesk, decide, numberOf, type RollDesk, rollOf } from '../../../../tests/roll-desk.ts';
import { someStudents } from '../../../../tests/students.ts';
import type { CaseView } from '../../../cases/index.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import { endRegistration } from '../../../students/index.ts';
import type { FromRoll } from '../entry/register-from-roll.ts';
import type { RollEntryView, RollItem, RollList } from '../roll/roll.api.ts';
import { changeAdmitted } from '../roll/roll.store.ts';

const app = await testApplication({ now: '2026-09-01T10:00:00+08:00' });
const sichuan = await aRollDesk(app, { placeCode: '510107', stage: 'SENIOR' });
const shanxi = await aRollDesk(app, { placeCode: '140106', stage: 'SENIOR', ownership: 'PRIVATE' });
const child = await aRollDesk(app, { placeCode: '510107', stage: 'JUNIOR' });
const junior = await aSchool(app, { under: shanxi.county, schoolType: 'JUNIOR', stages: ['JUNIOR'] });
const neighbour = await aRollDesk(app, { placeCode: '510104', stage: 'SENIOR' });

let taken = 60_000;
const line = (area = '510107') => ({
  identityNumber: numberOf(++taken),
  sourceArea: area,
  noticeNumber: String(taken),
});
const paper = { title: '考生电子档案核查报告', number: '成招委〔2026〕12号', issuedOn: '2026-08-30' };
const ask = (by: RollDesk['registrar'], { id }: RollItem, ground: string) =>
  by.post<{ caseId: string }>(`/api/admission-roll/${id}/cancellation`, {
    ground,
    reason: '照片与本人不符，经查系冒名',
    paper,
  });
const now = async (desk: RollDesk, { id }: RollItem) => (await rollOf(desk)).find((one) => one.id === id)!;
const bystander = await admitted(sichuan, sichuan.city, line());

test('the school reports a fraud, two people of the authority cancel, and the register tells it with the article', async () => {
  const one = await admitted(sichuan, sichuan.city, line());
  await act(sichuan.registrar, one.id, { act: 'CHECK_IN', papers: ['NOTICE', 'IDENTITY'], feesPaid: true });
  assert.equal((await ask(neighbour.registrar, one, 'FRAUD')).status, 404);
  assert.equal((await ask(sichuan.city, one, 'FRAUD')).code, 'NOT_ALLOWED', 'the city does not supervise this school');
  const { body, detail } = await ask(sichuan.registrar, one, 'FRAUD');
  assert.ok(body.caseId, detail);
  assert.equal((await ask(sichuan.registrar, one, 'FRAUD')).code, 'STEP_NOT_ALLOWED');
  await decide(sichuan.leader, body.caseId, 'SUBMIT');
  const seen = await sichuan.officer.get<CaseView>(`/api/cases/${body.caseId}`);
  assert.deepEqual(
    seen.body.findings.map(({ verdict, sentence, chip }) => [verdict, sentence, chip]),
    [['ALLOW', '弄虚作假、冒名顶替，取消入学资格', '四川·第十二条']],
  );
  const alone = await sichuan.officer.post<{ state: string }>(`/api/cases/${body.caseId}/acts`, { action: 'CANCEL' });
  assert.equal(alone.code, 'REASON_NEEDED');
  await decide(sichuan.officer, body.caseId, 'CANCEL', '经核查属实');
  assert.equal((await now(sichuan, one)).state, 'IN_HAND', 'nothing ends before the leader has signed');
  assert.equal(await decide(sichuan.chief, body.caseId, 'CANCEL', '同意'), 'COMPLETED');
  const { body: register } = await sichuan.officer.get<RollList>('/api/admission-roll?state=ENDED');
  assert.deepEqual(
    register.items.map(({ name, endWords, schoolName }) => [name, endWords, schoolName]),
    [[one.name, '弄虚作假，取消入学资格', sichuan.school.name]],
  );
  const entry = await sichuan.officer.get<RollEntryView>(`/api/admission-roll/${one.id}`);
  assert.match(entry.body.acts.at(-1)!.detail, /QX-2026-0901-.*照片与本人不符/);
});

test('the authority may take a place up itself, and may keep it after review', async () => {
  const one = await admitted(sichuan, sichuan.city, line());
  const { body } = await ask(sichuan.officer, one, 'FRAUD');
  assert.equal(await decide(sichuan.officer, body.caseId, 'KEEP', '查无实据'), 'KEPT');
  assert.equal((await now(sichuan, one)).state, 'WAITING');
});

test('of a child of compulsory age no place is taken back on any ground', async () => {
  const one = await admitted(child, child.registrar, line());
  for (const ground of ['FRAUD', 'ELSEWHERE', 'NO_SHOW']) {
    const refused = await ask(child.registrar, one, ground);
    assert.equal(refused.code, 'LAW_REFUSES');
    assert.match(refused.detail!, /不因未报到取消入学资格/);
  }
});

test('what the registry does not know is left to the authority, which writes why', async () => {
  const one = await admitted(sichuan, sichuan.city, line());
  const { body } = await ask(sichuan.officer, one, 'FINISHED');
  const { findings } = (await sichuan.officer.get<CaseView>(`/api/cases/${body.caseId}`)).body;
  assert.deepEqual(findings.map(({ verdict }) => verdict).toSorted(), ['ALLOW', 'DISCRETIONARY']);
});

test('in Shanxi the registration of a senior entrant is cancelled with the place, and the record stays', async () => {
  const [studentId = ''] = await someStudents(app, {
    school: junior,
    name: '升高中',
    bornOn: '2011-02-27',
    registeredOn: '2023-09-01',
  });
  const on = civilDate('2026-07-01');
  await writing(app, (tx) =>
    endRegistration(tx, { studentId, caseId: newId(), on, from: ['ENROLLED'], reason: 'GRADUATED' }),
  );
  const key = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('key_data').select('sealed').where('student_id', '=', studentId).executeTakeFirstOrThrow(),
  );
  const { number } = app.services.cipher.open('key_data', studentId, key.sealed) as { number: string };
  const one = await admitted(shanxi, shanxi.registrar, { ...line('140106'), name: '升高中', identityNumber: number });
  await act(shanxi.registrar, one.id, { act: 'CHECK_IN', papers: ['NOTICE', 'IDENTITY'] });
  const photo = await import('sharp').then(({ default: sharp }) =>
    sharp({ create: { width: 358, height: 441, channels: 3, background: '#cfd8e3' } })
      .jpeg()
      .toBuffer(),
  );
  await shanxi.registrar.upload(`/api/admission-roll/${one.id}/photo`, { name: 'photo.jpg', bytes: photo });
  const opened = await shanxi.registrar.post<FromRoll>('/api/admission-roll/registrations', { ids: [one.id] });
  assert.ok(opened.body.caseIds, opened.detail);
  const [caseId = ''] = opened.body.caseIds;
  assert.equal((await ask(shanxi.registrar, one, 'FRAUD')).code, 'STEP_NOT_ALLOWED');
  await decide(shanxi.leader, caseId, 'SUBMIT');
  await decide(shanxi.officer, caseId, 'APPROVE');
  await decide(shanxi.chief, caseId, 'APPROVE');
  const { body, detail } = await ask(shanxi.registrar, one, 'FRAUD');
  assert.ok(body.caseId, detail);
  await decide(shanxi.leader, body.caseId, 'SUBMIT');
  await decide(shanxi.officer, body.caseId, 'CANCEL', '舞弊属实');
  assert.equal(await decide(shanxi.chief, body.caseId, 'CANCEL', '同意'), 'COMPLETED');
  const rows = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('registrations').selectAll().where('student_id', '=', studentId).orderBy('valid_from').execute(),
  );
  assert.deepEqual(
    rows.map(({ stage, end_reason, ended_by }) => [stage, end_reason, ended_by === body.caseId]),
    [
      ['JUNIOR', 'GRADUATED', false],
      ['SENIOR', 'CANCELLED', true],
    ],
  );
  assert.deepEqual((await now(shanxi, one)).endWords, '弄虚作假，取消入学资格');
});

test('in Shanxi a senior entrant who was registered and never came loses place and registration by the authority', async () => {
  app.clock.set('2026-09-01T11:00:00+08:00');
  const one = await admitted(shanxi, shanxi.registrar, line('140106'));
  const [studentId = ''] = await someStudents(app, { school: shanxi.school, name: one.name, bornOn: '2011-02-27' });
  await writing(app, (tx) => changeAdmitted(tx, [one.id], { studentId }));
  app.clock.set('2026-09-15T10:00:00+08:00');
  assert.equal((await now(shanxi, one)).state, 'NO_SHOW');
  const early = await ask(shanxi.registrar, one, 'NO_SHOW');
  assert.match(early.detail!, /前仍可报到，不得取消入学资格（山西·第十二条）/);
  app.clock.set('2026-09-16T10:00:00+08:00');
  const alone = await act(shanxi.registrar, one.id, { act: 'GIVE_UP' });
  assert.match(alone.detail!, /已建立学籍，须报学籍主管部门审查/);
  const { body, detail } = await ask(shanxi.registrar, one, 'NO_SHOW');
  assert.ok(body.caseId, detail);
  await decide(shanxi.leader, body.caseId, 'SUBMIT');
  await decide(shanxi.officer, body.caseId, 'CANCEL', '十个工作日内未报到');
  await decide(shanxi.chief, body.caseId, 'CANCEL', '同意');
  const row = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('registrations').selectAll().where('student_id', '=', studentId).executeTakeFirstOrThrow(),
  );
  assert.deepEqual([row.end_reason, row.valid_to], ['CANCELLED', '2026-09-16']);
});

test('the bystander’s place is as it was: not taken back, and nobody works on it', async () => {
  const { state, caseId, endedOn } = await now(sichuan, bystander);
  assert.deepEqual([state, caseId, endedOn], ['NO_SHOW', null, null]);
});

/** 名册办理学籍: whoever has a record goes on in it, whoever has none gets one after the check of the whole node; nobody gets two. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { testApplication } from '../../../../tests/application.ts';
import { aSchool, writing } from '../../../../tests/builders.ts';
import {
  act,
  admitted,
  aRollDesk,
  decide,
  enter,
  numberOf,
  type RollDesk,
  rollLine,
  rollOf,
} from '../../../../tests/roll-desk.ts';
import { someStudents } from '../../../../tests/students.ts';
import type { Institution } from '../../../authorities/index.ts';
import type { CaseView } from '../../../cases/index.ts';
import { NODE_SCOPE } from '../../../db/transaction.ts';
import { civilDate } from '../../../kernel/civil-date.ts';
import { newId } from '../../../kernel/ids.ts';
import { type EndReason, endRegistration } from '../../../students/index.ts';
import type { EntrantView } from '../../entrants/entrants.api.ts';
import type { CheckedRollLine, RollItem } from '../roll/roll.api.ts';
import type { FromRoll } from './register-from-roll.ts';

const app = await testApplication({ now: '2026-09-01T10:00:00+08:00' });
const shanxi = await aRollDesk(app, { placeCode: '140106', stage: 'JUNIOR' });
const primary = await aSchool(app, { under: shanxi.county, schoolType: 'PRIMARY', stages: ['PRIMARY'] });
const sichuanSenior = await aRollDesk(app, { placeCode: '510107', stage: 'SENIOR' });
const junior = await aSchool(app, { under: sichuanSenior.county, schoolType: 'JUNIOR', stages: ['JUNIOR'] });
const highSchool = await aSchool(app, { under: sichuanSenior.county, schoolType: 'SENIOR', stages: ['SENIOR'] });
const photo = await sharp({ create: { width: 358, height: 441, channels: 3, background: '#cfd8e3' } })
  .jpeg()
  .toBuffer();

interface Former {
  id: string;
  name: string;
  identityNumber: string;
  number: string;
}

/** Somebody of a school whose stage has ended, or who is still there. */
async function former(at: Institution, name: string, reason?: EndReason): Promise<Former> {
  const [id = ''] = await someStudents(app, { school: at, name, bornOn: '2014-02-27', registeredOn: '2020-09-01' });
  if (reason) {
    await writing(app, (tx) =>
      endRegistration(tx, { studentId: id, caseId: newId(), on: civilDate('2026-07-01'), from: ['ENROLLED'], reason }),
    );
  }
  return app.db.read(NODE_SCOPE, async (tx) => {
    const key = await tx.sql
      .selectFrom('key_data')
      .select('sealed')
      .where('student_id', '=', id)
      .executeTakeFirstOrThrow();
    const last = await tx.sql.selectFrom('numbers').selectAll().where('student_id', '=', id).executeTakeFirstOrThrow();
    const { number } = app.services.cipher.open('key_data', id, key.sealed) as { number: string };
    return { id, name, identityNumber: number, number: app.services.cipher.open('numbers', id, last.sealed) as string };
  });
}
const lineOf = ({ name, identityNumber }: Former, more: object = {}) => ({
  name,
  identityNumber,
  sourceArea: '140106',
  ...more,
});
const come = (desk: RollDesk, { id }: RollItem, more: object = {}) =>
  act(desk.registrar, id, { act: 'CHECK_IN', papers: ['NOTICE', 'HOUSEHOLD', 'IDENTITY'], ...more });
const register = (desk: RollDesk, ...ids: string[]) =>
  desk.registrar.post<FromRoll>('/api/admission-roll/registrations', { ids });
const setPhoto = ({ registrar }: RollDesk, { id }: RollItem) =>
  registrar.upload(`/api/admission-roll/${id}/photo`, { name: 'photo.jpg', bytes: photo });
const registrationsOf = (studentId: string) =>
  app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('registrations').selectAll().where('student_id', '=', studentId).orderBy('valid_from').execute(),
  );
const now = async (desk: RollDesk, { id }: RollItem) => (await rollOf(desk)).find((one) => one.id === id)!;

/** What the form asks of a new student, read from the number. */
const firstItems = ({ name, identityNumber }: Former) => ({
  ...{ name, identityType: '居民身份证', identityNumber, bornOn: '2014-02-27' },
  gender: Number(identityNumber[16]) % 2 === 1 ? '男' : '女',
});

const bystander = await former(primary, '旁观者', 'GRADUATED');

test('P1.2: a junior entrant of Shanxi goes on in the same record under the same number, with a new photo', async () => {
  const child = await former(primary, '升初中', 'GRADUATED');
  const one = await admitted(shanxi, shanxi.registrar, lineOf(child));
  assert.equal(one.continues, true);
  assert.match((await register(shanxi, one.id)).detail!, /尚未报到/);
  assert.equal((await come(shanxi, one)).status, 200);
  const old = await register(shanxi, one.id);
  assert.equal(old.code, 'LAW_REFUSES');
  assert.match(old.detail!, /升入新学段须重新采集照片（山西·第十二条）/);
  assert.equal((await setPhoto(shanxi, one)).status, 200);
  const opened = await register(shanxi, one.id);
  assert.equal(opened.status, 200, opened.detail);
  assert.deepEqual([opened.body.continued, opened.body.drafts, opened.body.held], [1, 0, []]);
  const [caseId = ''] = opened.body.caseIds;
  assert.equal((await now(shanxi, one)).state, 'IN_HAND');
  assert.equal((await registrationsOf(child.id)).length, 1, 'nothing begins before the authority has approved');
  await decide(shanxi.leader, caseId, 'SUBMIT');
  const { body } = await shanxi.officer.get<CaseView>(`/api/cases/${caseId}`);
  assert.ok(body.findings.some(({ sentence, chip }) => sentence === '已重新采集照片' && chip === '山西·第十二条'));
  await decide(shanxi.officer, caseId, 'APPROVE');
  assert.equal(await decide(shanxi.chief, caseId, 'APPROVE'), 'COMPLETED');

  const [before, after] = await registrationsOf(child.id);
  assert.deepEqual([before!.school_id, before!.end_reason], [primary.id, 'GRADUATED']);
  const { school_id, stage, grade, intake_year, valid_from, valid_to, state } = after!;
  assert.deepEqual([school_id, stage, grade, intake_year], [shanxi.school.id, 'JUNIOR', 7, 2026]);
  assert.deepEqual([valid_from, valid_to, state], ['2026-09-01', null, 'ENROLLED']);
  assert.equal((await now(shanxi, one)).state, 'REGISTERED');
  const held = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('numbers').selectAll().where('student_id', '=', child.id).execute(),
  );
  assert.equal(app.services.cipher.open('numbers', child.id, held.at(-1)!.sealed), child.number);
  const owed = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('file_hand_overs').selectAll().where('student_id', '=', child.id).executeTakeFirstOrThrow(),
  );
  assert.deepEqual([owed.reason, owed.from_school_id, owed.to_school_id], ['STAGE_UP', primary.id, shanxi.school.id]);
  const roster = await app.db.read(NODE_SCOPE, (tx) =>
    tx.sql.selectFrom('roster').selectAll().where('student_id', '=', child.id).executeTakeFirstOrThrow(),
  );
  assert.deepEqual([roster.school_id, roster.grade], [shanxi.school.id, 7]);
  const student = await shanxi.registrar.get<{ photoId: string }>(`/api/students/${child.id}`);
  assert.ok(student.body.photoId, 'the photo taken anew is the one of the record');
});

test('P1.3: a second record beside the old one is refused; the draft names the way', async () => {
  const child = await former(primary, '另建档', 'GRADUATED');
  const { body } = await shanxi.registrar.post<EntrantView>('/api/admissions/entrants', {
    values: { ...firstItems(child), grade: '七年级' },
  });
  const finding = body.findings.find(({ code }) => code === 'IDENTITY_LEFT')!;
  assert.match(finding.sentence, /原有学籍，现已离校，不得另建学籍/);
  assert.match(finding.remedy, /列入录取名册后接续学籍/);
  const handed = await shanxi.registrar.post('/api/admissions/submissions', {
    entrantIds: [body.id],
    signedForms: true,
  });
  assert.notEqual(handed.status, 200);
  assert.equal((await registrationsOf(child.id)).length, 1);
});

test('who has not graduated from the stage before waits; who is withdrawn goes back to the roll', async () => {
  const still = await former(primary, '尚未毕业');
  const ready = await former(primary, '已经毕业', 'COMPLETED');
  const entries = [
    await admitted(shanxi, shanxi.registrar, lineOf(still)),
    await admitted(shanxi, shanxi.registrar, lineOf(ready)),
  ];
  for (const one of entries) {
    await setPhoto(shanxi, one);
    await come(shanxi, one);
  }
  const { body, detail } = await register(shanxi, ...entries.map(({ id }) => id));
  assert.ok(body.caseIds, detail);
  assert.deepEqual(
    body.held.map(({ name, sentence }) => [name, sentence]),
    [['尚未毕业', '原学籍尚未毕业或结业，由原学校先办毕业']],
  );
  await decide(shanxi.registrar, body.caseIds[0]!, 'WITHDRAW');
  assert.equal((await now(shanxi, entries[1]!)).state, 'CHECKED_IN');
  assert.equal((await registrationsOf(ready.id)).length, 1);
});

test('a child without a record becomes a draft filled in from the roll, with its photo', async () => {
  const one = await admitted(shanxi, shanxi.registrar, {
    identityNumber: numberOf(77_001),
    householdArea: '411082',
    phone: '13900000000',
  });
  await setPhoto(shanxi, one);
  await come(shanxi, one);
  const { body } = await register(shanxi, one.id);
  assert.deepEqual([body.drafts, body.continued, body.caseIds], [1, 0, []]);
  const entry = await now(shanxi, one);
  assert.equal(entry.state, 'IN_HAND');
  const draft = await shanxi.registrar.get<EntrantView>(`/api/admissions/entrants/${entry.entrantId}`);
  const { name, identityNumber, bornOn, householdPlace, phone } = draft.body.values;
  assert.deepEqual(
    [name, identityNumber, householdPlace, phone],
    [one.name, numberOf(77_001), '411082', '13900000000'],
  );
  assert.match(bornOn!, /^2014/);
  assert.ok(draft.body.photoId);
  assert.equal(draft.body.gradeWords, '七年级');
  assert.match((await register(shanxi, one.id)).detail!, /正在办理/);
  assert.equal((await shanxi.registrar.delete(`/api/admissions/entrants/${entry.entrantId}`)).status, 200);
  assert.equal((await now(shanxi, one)).state, 'CHECKED_IN', 'a draft taken away lets the child be put forward again');
});

test('A5.3: in Sichuan nobody is registered whose fees are not paid; A5.1: with notice and fees the registration begins', async () => {
  const line = { sourceArea: '510107', noticeNumber: '2026-7', way: '统一招生' };
  const child = await former(junior, '升高中', 'GRADUATED');
  const one = await admitted(sichuanSenior, sichuanSenior.city, lineOf(child, line));
  await come(sichuanSenior, one);
  const unpaid = await register(sichuanSenior, one.id);
  assert.equal(unpaid.code, 'LAW_REFUSES');
  assert.match(unpaid.detail!, /未缴纳相关费用，不得注册学籍（四川·第十一条）/);
  const fresh = await admitted(sichuanSenior, sichuanSenior.city, {
    ...line,
    identityNumber: numberOf(77_010),
    noticeNumber: '8',
  });
  await come(sichuanSenior, fresh);
  assert.match((await register(sichuanSenior, fresh.id)).detail!, /未缴纳相关费用/);
  await act(sichuanSenior.registrar, one.id, { act: 'PAY_FEES' });
  const { body, detail } = await register(sichuanSenior, one.id, fresh.id);
  assert.ok(body.caseIds, detail);
  assert.deepEqual([body.continued, body.drafts, body.held.map(({ name }) => name)], [1, 0, [fresh.name]]);
  await decide(sichuanSenior.leader, body.caseIds[0]!, 'SUBMIT');
  await decide(sichuanSenior.officer, body.caseIds[0]!, 'APPROVE');
  assert.equal(await decide(sichuanSenior.chief, body.caseIds[0]!, 'APPROVE'), 'COMPLETED');
  assert.deepEqual(
    (await registrationsOf(child.id)).map(({ stage, grade }) => [stage, grade]),
    [
      ['JUNIOR', 1],
      ['SENIOR', 10],
    ],
  );
});

test('who is in a senior school or has finished one is not admitted again (R3.3)', async () => {
  const line = { schoolCode: sichuanSenior.school.code!, sourceArea: '510107', way: '统一招生' };
  const finished = await former(highSchool, '高中已毕业', 'GRADUATED');
  const partial = await former(highSchool, '高中肄业', 'LEFT_PARTIAL');
  for (const one of [finished, partial]) {
    const refused = await enter(sichuanSenior.city, 'SENIOR', [rollLine(lineOf(one, line))]);
    assert.equal(refused.code, 'LAW_REFUSES');
    assert.match(refused.detail!, /高中阶段已毕业、结业或肄业，取消入学资格（四川·第十二条）/);
  }
  const inOne = await former(highSchool, '高中在籍');
  const rows = [{ row: 1, values: rollLine(lineOf(inOne, line)) }];
  const asked = await sichuanSenior.city.post<{ rows: CheckedRollLine[] }>('/api/admission-roll/check', {
    ...{ stage: 'SENIOR', rows },
  });
  const said = asked.body.rows[0]!.findings.map(({ sentence, chip }) => `${sentence}（${chip}）`);
  assert.ok(said.includes('已有学籍；高中阶段在籍的，取消入学资格（四川·第十二条）'), said.join());
  assert.equal((await enter(sichuanSenior.city, 'SENIOR', [rollLine(lineOf(inOne, line))])).code, 'LAW_REFUSES');
});

test('the bystander’s record stays as it ended', async () => {
  const all = await registrationsOf(bystander.id);
  assert.deepEqual(
    all.map(({ end_reason, school_id }) => [end_reason, school_id]),
    [['GRADUATED', primary.id]],
  );
});

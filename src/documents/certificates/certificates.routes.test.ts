/** 毕业证书: numbered by whom the law names, valid with the marks it asks for, handed over once, never issued again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceljs from 'exceljs';
import type { Caller } from '../../../tests/access/caller.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority, aSchool, writing } from '../../../tests/builders.ts';
import {
  authorityAt,
  type Desk,
  decide,
  deskOf,
  graduated,
  JUNIOR_RESULTS,
  SENIOR_RESULTS,
  setCertificateForm,
  sign,
} from '../../../tests/graduands.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import type { CaseView } from '../../cases/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { GraduationList } from '../../graduation/graduation.api.ts';
import type { Stage } from '../../policy/index.ts';
import type { ReversalView } from '../../reversals/reversals.api.ts';
import { beginArrangement } from '../../study-elsewhere/arrangement.store.ts';
import type { IssuedPaper } from '../issued/verify.api.ts';
import type { BatchData } from './certificate.ts';
import type { BatchView, Candidates, CertificateOverview, Stub } from './certificates.api.ts';

const app = await testApplication({ now: '2027-06-21T10:00:00+08:00' });
const wuhou = await deskOf(app, await anAuthority(app, { placeCode: '510107' }));
const chengdu = await authorityAt(app, '510100');
const yingze = await deskOf(app, await anAuthority(app, { placeCode: '140106' }));
const taiyuan = await authorityAt(app, '140100');
const passed = { ...SENIOR_RESULTS, proficiency: 'PASSED' };
const seniorOf = (under: Desk, ...names: string[]) => ({ under: under.at, stage: 'SENIOR' as const, names });
const juniorOf = (under: Desk, ...names: string[]) => ({ under: under.at, stage: 'JUNIOR' as const, names });
const sichuanSenior = await graduated(app, seniorOf(wuhou, '丁白', '丁当'), passed, [wuhou, chengdu]);
const shanxiJunior = await graduated(app, juniorOf(yingze, '乙一', '乙二', '乙三'), JUNIOR_RESULTS, []);
const shanxiSenior = await graduated(app, seniorOf(yingze, '丙一'), SENIOR_RESULTS, [yingze]);
const bystander = await graduated(app, juniorOf(wuhou, '戊一'), JUNIOR_RESULTS, []);

const overview = async ({ registrar }: Desk) => (await registrar.get<CertificateOverview>('/api/certificates')).body;
const apply = ({ registrar }: Desk, stage: Stage) =>
  registrar.post<{ caseId: string }>('/api/certificate-batches', { stage, year: 2027, outcome: 'GRADUATED' });
const batchOf = async (at: Desk, id: string) => {
  const answer = await at.registrar.get<BatchView>(`/api/certificate-batches/${id}`);
  assert.equal(answer.status, 200, answer.detail);
  return answer.body;
};
const mark = ({ registrar }: Desk, batchId: string, wish: object) =>
  registrar.post(`/api/certificate-batches/${batchId}/marks`, { on: '2027-06-21', ...wish });
const handOver = (
  { registrar }: Pick<Desk, 'registrar'>,
  certificateIds: string[],
  receiver: object = { who: 'SELF' },
) => registrar.post('/api/certificates/hand-overs', { certificateIds, on: '2027-06-21', receiver });
const idsIn = ({ certificates }: BatchView) => certificates.map(({ id }) => id);
let seniorBatch = '';
let juniorBatch = '';
let codeOfSecond = '';

test('a Sichuan senior certificate is numbered by the city that approved, in the order of the roster', async () => {
  assert.deepEqual(
    (await overview(sichuanSenior)).waiting.map(({ title, students }) => [title, students]),
    [['2027年普通高中毕业证书', 2]],
  );
  const opened = await apply(sichuanSenior, 'SENIOR');
  assert.equal(opened.status, 200, opened.detail);
  assert.equal((await apply(sichuanSenior, 'SENIOR')).status, 409, 'a second time');
  const candidates = `/api/cases/${opened.body.caseId}/certificate-candidates`;
  const { items } = (await chengdu.registrar.get<Candidates>(candidates)).body;
  assert.deepEqual(
    items.map(({ name, classWords }) => [name, classWords]),
    [
      ['丁白', '高三(1)班'],
      ['丁当', '高三(1)班'],
    ],
  );
  assert.equal((await bystander.registrar.get(candidates)).status, 404);
  await sign(sichuanSenior, opened.body.caseId, [chengdu]);
  const { waiting, batches } = await overview(sichuanSenior);
  assert.deepEqual(waiting, []);
  seniorBatch = batches[0]!.id;
  const { certificates, makerName, marks, rosterFor } = await batchOf(sichuanSenior, seniorBatch);
  assert.equal(makerName, chengdu.at.name);
  assert.deepEqual(
    certificates.map(({ name, number, serial }) => [name, number, serial]),
    [
      ['丁白', '51010720273000001', 1],
      ['丁当', '51010720273000002', 2],
    ],
  );
  assert.deepEqual(
    marks.map((one) => one.mark),
    ['PRINCIPAL', 'SCHOOL', 'CITY', 'REGISTRY'],
  );
  assert.deepEqual(rosterFor, ['学校', '县（市、区）教育行政部门', '市（州）教育行政部门']);
});

test('without the stamp of the city no Sichuan certificate is handed over (SC-41.2)', async () => {
  assert.equal((await mark(sichuanSenior, seniorBatch, { mark: 'PRINCIPAL' })).status, 200);
  assert.equal((await mark(sichuanSenior, seniorBatch, { mark: 'SCHOOL' })).status, 200);
  assert.equal((await mark(sichuanSenior, seniorBatch, { mark: 'SCHOOL' })).status, 409, 'once');
  const stranger = await mark(sichuanSenior, seniorBatch, { mark: 'CITY' });
  assert.equal(stranger.status, 403, 'the school does not stamp for the city');
  assert.equal((await mark(wuhou, seniorBatch, { mark: 'CITY' })).status, 403, 'nor does the county');
  const ids = idsIn(await batchOf(sichuanSenior, seniorBatch));
  const early = await handOver(sichuanSenior, ids);
  assert.equal(early.status, 422);
  assert.match(early.detail ?? '', /缺市级教育行政部门鉴印、学籍管理专用章，尚未生效（四川·第四十一条）/);
  for (const stamp of ['CITY', 'REGISTRY'])
    assert.equal((await mark(chengdu, seniorBatch, { mark: stamp })).status, 200);
  const nameless = await handOver(sichuanSenior, ids, { who: 'GUARDIAN' });
  assert.match(nameless.detail ?? '', /请填领取人姓名/);
  const handed = await handOver(sichuanSenior, ids.slice(0, 1), { who: 'GUARDIAN', name: '丁大山' });
  assert.equal(handed.status, 200, handed.detail);
  const { certificates } = await batchOf(sichuanSenior, seniorBatch);
  assert.deepEqual(
    certificates.map(({ state, handedTo, handedOn }) => [state, handedTo, handedOn]),
    [
      ['HANDED', '监护人丁大山', '2027-06-21'],
      ['MADE', null, null],
    ],
  );
  const twice = await handOver(sichuanSenior, ids);
  assert.match(twice.detail ?? '', /已于2027-06-21发给监护人丁大山/);
});

test('what lies with the school is printed with its code, what was handed over never again (SC-43.1)', async () => {
  const pdf = await sichuanSenior.registrar.get(`/api/certificate-batches/${seniorBatch}/certificates.pdf`);
  assert.equal(pdf.status, 200, pdf.detail);
  const pages = (await readPdf(new Uint8Array(pdf.bytes))).pages.map(textOf);
  assert.equal(pages.length, 1, 'only what lies with the school');
  const [said = ''] = pages;
  assert.match(said, /51010720273000002.*学生丁当/);
  const code = said.match(/核验码：([0-9A-Z-]+)/)?.[1] ?? '';
  const { body } = await app.anonymous.post<{ outcome: string; facts: { value: string }[] }>('/api/verifications', {
    code,
  });
  assert.equal(body.outcome, 'VALID');
  assert.ok(body.facts.some(({ value }) => value === '5101*********0002'));
  codeOfSecond = code;
  const [handed = ''] = idsIn(await batchOf(sichuanSenior, seniorBatch));
  const again = await sichuanSenior.registrar.get(`/api/certificates/${handed}/certificate.pdf`);
  assert.equal(again.status, 422);
  assert.match(again.detail ?? '', /毕业证书遗失的，不予补发（四川·第四十三条）。确需证明学历的，申请学历证明书/);
  assert.equal((await wuhou.registrar.get(`/api/certificate-batches/${seniorBatch}/certificates.pdf`)).status, 403);
  const roster = await chengdu.registrar.get(`/api/certificate-batches/${seniorBatch}/roster.pdf`);
  const copies = (await readPdf(new Uint8Array(roster.bytes))).pages.map(textOf);
  assert.deepEqual(
    copies.map((copy) => copy.match(/一式3份，第(\d)份，(\S*?)存/)?.slice(1)),
    [
      ['1', '学校'],
      ['2', '县（市、区）教育行政部门'],
      ['3', '市（州）教育行政部门'],
    ],
  );
  const codes = copies.map((copy) => copy.match(/核验码：([0-9A-Z-]+)/)?.[1]);
  assert.equal(new Set(codes).size, 1, 'one roster, whichever copy');
  const told = await app.anonymous.post<{ facts: { value: string }[] }>('/api/verifications', { code: codes[0] });
  assert.deepEqual(
    told.body.facts.map(({ value }) => value),
    [sichuanSenior.at.name, '2027年普通高中毕业证书（毕业生花名册）', '2027年6月21日', '2人'],
  );
});

test('the roster of graduates as a workbook: each certificate on its line, numbers of students masked, no paper', async () => {
  const papers = () =>
    app.db.read(NODE_SCOPE, (tx) =>
      tx.sql
        .selectFrom('issued_papers')
        .select('id')
        .execute()
        .then((all) => all.length),
    );
  const before = await papers();
  const answer = await sichuanSenior.registrar.get(`/api/certificate-batches/${seniorBatch}/roster.xlsx`);
  assert.equal(answer.status, 200, answer.detail);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(answer.bytes).buffer);
  const cells = workbook.worksheets[0]!.getSheetValues().flat().map(String);
  for (const text of ['51010720273000001', '51010720273000002', '丁当']) assert.ok(cells.includes(text), text);
  assert.ok(cells.every((cell) => !/^\D?5101\d{13}[\dX]$/.test(cell)));
  assert.equal(await papers(), before);
  assert.equal((await wuhou.registrar.get(`/api/certificate-batches/${seniorBatch}/roster.xlsx`)).status, 200);
});

test('the code of a certificate does not end apart from its paper: it is called back, and the refusal says where', async () => {
  const [{ studentId } = { studentId: '' }] = (await batchOf(sichuanSenior, seniorBatch)).certificates;
  const papers = async () =>
    (await sichuanSenior.registrar.get<{ items: IssuedPaper[] }>(`/api/students/${studentId}/papers`)).body.items;
  const before = await papers();
  const paper = before.find(({ kind }) => kind === 'CERTIFICATE')!;
  const refused = await sichuanSenior.registrar.post(`/api/students/${studentId}/papers/${paper.paperId}/revocation`, {
    reason: '内容有误',
  });
  assert.equal(refused.status, 422);
  assert.match(refused.detail ?? '', /请在“证书”页打开该批次.*“收回”/);
  assert.deepEqual(await papers(), before);
});

test('in Shanxi the authority that numbers sets the form first, and then numbers and stamps (SX-34.2)', async () => {
  const early = await apply(shanxiJunior, 'JUNIOR');
  assert.equal(early.status, 422);
  assert.match(early.detail ?? '', /编排式尚未设定（山西·第三十四条）.*地方设定/);
  await setCertificateForm(yingze, 'certificate-number-form', '{area:6}{year:2}{serial:4}');
  const opened = await apply(shanxiJunior, 'JUNIOR');
  assert.equal(opened.status, 200, opened.detail);
  await sign(shanxiJunior, opened.body.caseId, [yingze]);
  juniorBatch = (await overview(shanxiJunior)).batches[0]!.id;
  const { certificates, marks, basis, rosterFor } = await batchOf(shanxiJunior, juniorBatch);
  assert.deepEqual(
    certificates.map(({ number }) => number),
    ['140106270001', '140106270002', '140106270003'],
  );
  assert.equal(basis, '迎泽区教育局·第二条');
  assert.deepEqual([marks.map((one) => one.mark), rosterFor], [['COUNTY'], ['学校']]);
  const unstamped = await handOver(shanxiJunior, idsIn({ certificates } as BatchView));
  assert.match(unstamped.detail ?? '', /须经.*验印（山西·第三十四条）/);
  assert.equal((await mark(yingze, juniorBatch, { mark: 'COUNTY' })).status, 200);
});

test('a school of guest study gives out no certificate (SX-27.2), and a stranger learns nothing of it', async () => {
  const there = await deskOf(app, await aSchool(app, { under: yingze.at, schoolType: 'JUNIOR', stages: ['JUNIOR'] }));
  const [first = '', second = ''] = idsIn(await batchOf(shanxiJunior, juniorBatch));
  const guest = (await batchOf(shanxiJunior, juniorBatch)).certificates[0]!.studentId;
  await writing(app, (tx) =>
    tx.beyondScope(() =>
      beginArrangement(tx, {
        ...{ studentId: guest, caseId: app.services.newId(), path: shanxiJunior.at.path, kind: 'GUEST_STUDY' },
        ...{ thereId: there.at.id, therePath: there.at.path, thereName: there.at.name, grade: 9 },
        ...{ begunOn: '2026-09-01', untilOn: null },
      } as Parameters<typeof beginArrangement>[1]),
    ),
  );
  const refused = await handOver(there, [first]);
  assert.equal(refused.status, 422);
  assert.match(refused.detail ?? '', /借读学生的毕业证书由原学籍所在学校发放.*请学生回原学籍所在学校领取/);
  assert.equal((await handOver(there, [second])).status, 404);
  assert.equal((await handOver(bystander, [first])).status, 404);
  assert.equal((await handOver(shanxiJunior, [first, second])).status, 200);
});

test('the city stamps senior certificates by the end of May, later only with the reason (SX-36.3)', async () => {
  await setCertificateForm(taiyuan, 'senior-certificate-number-form', '{area:4}{year:4}{serial:6}');
  const { caseId } = (await apply(shanxiSenior, 'SENIOR')).body;
  await sign(shanxiSenior, caseId, [taiyuan]);
  const { id } = (await overview(shanxiSenior)).batches[0]!;
  assert.equal((await batchOf(taiyuan, id)).certificates[0]!.number, '14012027000001');
  const silent = await mark(taiyuan, id, { mark: 'CITY' });
  assert.equal(silent.status, 400);
  assert.match(silent.detail ?? '', /应在5月31日前一次性验印.*须写明理由/);
  assert.equal((await mark(taiyuan, id, { mark: 'CITY', reason: '成绩复核推迟' })).status, 200);
  assert.equal((await batchOf(shanxiSenior, id)).marks[0]?.reason, '成绩复核推迟');
});

test('a certificate that was handed over is not called back while its outcome stands', async () => {
  const { certificates } = await batchOf(shanxiJunior, juniorBatch);
  const [handed, , kept] = certificates as [Stub, Stub, Stub];
  const callBack = (caller: Caller, id: string) =>
    caller.post(`/api/certificates/${id}/call-backs`, { reason: '姓名用字有误' });
  const refused = await callBack(yingze.leader, handed.id);
  assert.match(refused.detail ?? '', /不收回；损坏、遗失的，申请办理学历证明/);
  assert.equal((await callBack(shanxiJunior.leader, kept.id)).status, 403, 'the county has numbered it');
  assert.equal((await callBack(yingze.leader, kept.id)).status, 200);
  const again = await batchOf(shanxiJunior, juniorBatch);
  assert.deepEqual(
    again.certificates.map(({ state }) => state),
    ['HANDED', 'HANDED', 'CALLED_BACK'],
  );
  assert.equal((await handOver(shanxiJunior, [kept.id])).status, 409);
});

test('a graduation that is taken back calls its certificates back; whoever holds one learns it by its code', async () => {
  const { caseId } = (await sichuanSenior.registrar.get<GraduationList>('/api/graduations')).body.items[0]!;
  const path = `/api/cases/${caseId}/reversal`;
  const told = (await chengdu.registrar.get<ReversalView>(path)).body;
  assert.ok(told.restores.includes('已编号的证书2张随之收回作废'), told.restores.join());
  const drawn = await chengdu.registrar.post<{ caseId: string }>(path, { reason: '成绩核算有误，重新认定' });
  assert.equal(drawn.status, 200, drawn.detail);
  const done = await decide(chengdu.leader, drawn.body.caseId, 'REVERSE');
  assert.equal(done.status, 200, done.detail);
  const { certificates } = await batchOf(sichuanSenior, seniorBatch);
  assert.deepEqual(
    certificates.map(({ state }) => state),
    ['CALLED_BACK', 'CALLED_BACK'],
  );
  const { body } = await app.anonymous.post<{ outcome: string }>('/api/verifications', { code: codeOfSecond });
  assert.equal(body.outcome, 'REVOKED');
  assert.equal((await handOver(sichuanSenior, idsIn({ certificates } as BatchView))).status, 409);
  const juniors = (await batchOf(shanxiJunior, juniorBatch)).certificates;
  assert.deepEqual(
    juniors.map(({ state }) => state),
    ['HANDED', 'HANDED', 'CALLED_BACK'],
    'others keep theirs',
  );
});

test('who graduates by no case any more is given nothing, however that came about', async () => {
  const { id } = (await overview(shanxiSenior)).batches[0]!;
  const [only] = (await batchOf(shanxiSenior, id)).certificates as [Stub];
  await writing(app, (tx) =>
    tx.sql
      .updateTable('graduation_results')
      .set({ outcome: null, case_id: null, grounds: null })
      .where('student_id', '=', only.studentId)
      .execute(),
  );
  assert.equal((await batchOf(shanxiSenior, id)).certificates[0]?.state, 'FALLEN');
  assert.match((await handOver(shanxiSenior, [only.id])).detail ?? '', /毕业结果已撤销，证书不能发放/);
  const called = await taiyuan.leader.post(`/api/certificates/${only.id}/call-backs`, { reason: '毕业结果撤销' });
  assert.equal(called.status, 200, called.detail);
});

test('stubs are found by name or number in the own place only, and a school that applied for nothing has none', async () => {
  const stubs = async ({ registrar }: Desk, q: string) =>
    (await registrar.get<{ items: Stub[] }>(`/api/certificates/stubs?q=${encodeURIComponent(q)}`)).body.items;
  assert.deepEqual((await stubs(shanxiJunior, '乙')).length, 3);
  assert.deepEqual(
    (await stubs(yingze, '140106270002')).map(({ state }) => state),
    ['HANDED'],
  );
  assert.deepEqual(await stubs(bystander, '乙'), []);
  assert.deepEqual((await overview(bystander)).batches, []);
  const { caseId } = (await apply(bystander, 'JUNIOR')).body;
  const view = (await bystander.registrar.get<CaseView>(`/api/cases/${caseId}`)).body;
  assert.equal((view.data as unknown as BatchData).numberedBy, 'SCHOOL', 'no text has anybody else number it');
});

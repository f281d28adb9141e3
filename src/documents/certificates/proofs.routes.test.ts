/** 学历证明: a lost certificate is never given out again; what stands for it goes through the hands that the law names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../../../tests/access/caller.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority, aSchool, writing } from '../../../tests/builders.ts';
import { authorityAt, type Desk, deskOf } from '../../../tests/graduands.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import { someStudents } from '../../../tests/students.ts';
import { getInstitution, type Institution } from '../../authorities/index.ts';
import type { CaseView } from '../../cases/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import type { ProofData } from './proof/academic-proof.ts';
import type { AcademicProofs, FormerStudents, ProofPreview } from './proofs.api.ts';

const app = await testApplication({ now: '2027-10-12T10:00:00+08:00' });

const wuhou = await deskOf(app, await anAuthority(app, { placeCode: '510107' }));
const chengdu = await authorityAt(app, '510100');
const yingze = await deskOf(app, await anAuthority(app, { placeCode: '140106' }));
const juniorUnder = async (under: Institution) =>
  deskOf(app, await aSchool(app, { under, schoolType: 'JUNIOR', stages: ['JUNIOR'] }));
const sichuan = await juniorUnder(wuhou.at);
const shanxi = await juniorUnder(yingze.at);
const bystander = await juniorUnder(wuhou.at);

/** Graduates of years before this registry gave out certificates, one of whom is at another school now. */
async function formerStudents({ at }: Desk, ...names: string[]): Promise<string[]> {
  const senior = await aSchool(app, { under: await getAbove(at), schoolType: 'SENIOR', stages: ['SENIOR'] });
  const ids = await someStudents(app, ...names.map((name) => ({ school: senior, name })));
  await writing(app, async (tx) => {
    for (const student_id of ids) {
      await tx.sql
        .insertInto('registrations')
        .values({
          ...{ student_id, id: app.services.newId(), school_id: at.id, path: at.path, county: at.county },
          ...{ stage: 'JUNIOR', grade: 9, intake_year: 2020, study_mode: '1', state: 'ENROLLED' },
          ...{ begun_by: app.services.newId(), ended_by: app.services.newId(), end_reason: 'GRADUATED' },
          ...{ valid_from: '2020-09-01', valid_to: '2023-06-20' },
        })
        .execute();
    }
  });
  return ids;
}
const getAbove = (at: Institution) => app.db.read(NODE_SCOPE, (tx) => getInstitution(tx, { id: at.upperId! }));

const [first = '', second = ''] = await formerStudents(sichuan, '甲一', '甲二');
const [third = ''] = await formerStudents(shanxi, '乙一');

const wish = (studentId: string, more: object = {}) => ({
  ...{ studentId, stage: 'JUNIOR', asks: 'PROOF', ground: 'LOST', purpose: '参军', fileChecked: true, ...more },
});
const apply = ({ registrar }: Desk, body: object) => registrar.post<{ caseId: string }>('/api/academic-proofs', body);
const act = (caller: Caller, caseId: string, action: string, opinion?: string) =>
  caller.post<CaseView>(`/api/cases/${caseId}/acts`, { action, ...(opinion ? { opinion } : {}) });
const viewOf = async ({ registrar }: Desk, caseId: string) =>
  (await registrar.get<CaseView>(`/api/cases/${caseId}`)).body;
const dataOf = (view: CaseView) => view.data as unknown as ProofData;
const stubs = async ({ registrar }: Desk) => (await registrar.get<AcademicProofs>('/api/academic-proofs')).body.items;
let proofId = '';

test('who graduated before is found at the school of graduation, wherever the student is now', async () => {
  const find = async ({ registrar }: Desk) =>
    (await registrar.get<FormerStudents>(`/api/former-students?q=${encodeURIComponent('甲')}`)).body.items;
  assert.deepEqual(
    (await find(sichuan)).map(({ name, title, endedOn, proofs }) => [name, title, endedOn, proofs]),
    [
      ['甲一', '初中毕业', '2023-06-20', 0],
      ['甲二', '初中毕业', '2023-06-20', 0],
    ],
  );
  assert.deepEqual(await find(bystander), []);
});

test('a lost or damaged certificate is not given out again, and the proof is pointed to (SC-43.1, SX-38.1)', async () => {
  const lost = await apply(sichuan, wish(first, { asks: 'REISSUE' }));
  assert.equal(lost.status, 422);
  assert.match(lost.detail ?? '', /遗失的，不予补发（四川·第四十三条）。确需证明学历的，申请学历证明书/);
  assert.match((await apply(sichuan, wish(first, { asks: 'REPLACE' }))).detail ?? '', /损坏的，不予换发/);
  const inShanxi = await apply(shanxi, wish(third, { asks: 'REISSUE' }));
  assert.match(inShanxi.detail ?? '', /不予补发（山西·第三十八条）/);
  const query = new URLSearchParams({ studentId: first, stage: 'JUNIOR', asks: 'REISSUE' });
  const preview = await sichuan.registrar.get<ProofPreview>(`/api/academic-proofs/preview?${query}`);
  assert.match(preview.body.against ?? '', /申请学历证明书/);
});

test('whom the registry does not know to have graduated here is told what to do', async () => {
  const unknown = await apply(bystander, wish(first));
  assert.equal(unknown.status, 404);
  assert.match(unknown.detail ?? '', /核对纸质毕业生花名册，报学籍主管部门补录学籍.*到毕业学校办理）/);
  assert.match((await apply(sichuan, wish(first, { fileChecked: false }))).detail ?? '', /先核实原始档案/);
});

test('in Sichuan a proof comes of three reviews: school, county and city (SC-43.2)', async () => {
  const opened = await apply(sichuan, wish(first));
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await act(sichuan.leader, caseId, 'SUBMIT')).status, 200);
  for (const office of [wuhou, chengdu]) {
    assert.deepEqual(await stubs(sichuan), [], 'not before the city');
    assert.equal((await act(office.registrar, caseId, 'APPROVE')).status, 200);
    assert.equal((await act(office.leader, caseId, 'APPROVE')).status, 200);
  }
  const { done } = dataOf(await viewOf(sichuan, caseId));
  assert.equal(done?.number, '20270001');
  const [stub] = await stubs(sichuan);
  proofId = stub!.id;
  assert.deepEqual([stub?.name, stub?.ordinal, stub?.issuedOn], ['甲一', 1, '2027-10-12']);
  assert.deepEqual(await stubs(bystander), []);
});

test('the paper has its stub above, names who reviews it, and is verified by its code', async () => {
  const pdf = await sichuan.registrar.get(`/api/academic-proofs/${proofId}/proof.pdf`);
  assert.equal(pdf.status, 200, pdf.detail);
  const { pages } = await readPdf(new Uint8Array(pdf.bytes));
  assert.equal(pages.length, 1);
  const text = textOf(pages[0]!);
  for (const said of [
    ...['学历证明书（存根）', '第20270001号', '毕业证书遗失；参军', '兹证明甲一，', '准予毕业'],
    ...[
      '于二〇二〇年九月至二〇二三年六月在我校初中学习',
      `${wuhou.at.name}（审核盖章）`,
      `${chengdu.at.name}（审核盖章）`,
    ],
  ]) {
    assert.ok(text.includes(said), `${said} is not on the proof: ${text}`);
  }
  const code = text.match(/核验码：([0-9A-Z-]+)/)?.[1] ?? '';
  const { body } = await app.anonymous.post<{ outcome: string; facts: { label: string; value: string }[] }>(
    '/api/verifications',
    { code },
  );
  assert.equal(body.outcome, 'VALID');
  assert.equal(body.facts.find(({ label }) => label === '学生')?.value, '甲*');
  assert.equal((await bystander.registrar.get(`/api/academic-proofs/${proofId}/proof.pdf`)).status, 404);
});

test('in Shanxi a second proof needs a written reason, the authority’s as well (SX-38.3)', async () => {
  const carryOut = async (caseId: string, opinion?: string) => {
    assert.equal((await act(shanxi.leader, caseId, 'SUBMIT', opinion)).status, 200);
    assert.equal((await act(yingze.registrar, caseId, 'APPROVE', opinion)).status, 200);
    assert.equal((await act(yingze.leader, caseId, 'APPROVE', opinion)).status, 200);
  };
  await carryOut((await apply(shanxi, wish(third))).body.caseId);
  const again = await apply(shanxi, wish(third));
  assert.equal(again.status, 400, 'without a reason');
  const opened = await apply(shanxi, wish(third, { opinion: '首份在火灾中烧毁' }));
  assert.equal(opened.status, 200, opened.detail);
  const { caseId } = opened.body;
  assert.equal((await act(shanxi.leader, caseId, 'SUBMIT', '属实')).status, 200);
  const found = (await viewOf(yingze, caseId)).findings.find(({ verdict }) => verdict === 'DISCRETIONARY');
  assert.match(found?.sentence ?? '', /原则上只能办理1次，已办1次/);
  assert.notEqual((await act(yingze.registrar, caseId, 'APPROVE')).status, 200);
  assert.equal((await act(yingze.registrar, caseId, 'APPROVE', '确因火灾，同意再办')).status, 200);
  assert.equal((await act(yingze.leader, caseId, 'APPROVE')).status, 200);
  assert.deepEqual((await stubs(shanxi)).map(({ ordinal }) => ordinal).toSorted(), [1, 2]);
});

test('a proof that was given on paper before counts', async () => {
  const [fourth = ''] = await formerStudents(shanxi, '乙二');
  const silent = await apply(shanxi, wish(fourth, { earlierProofs: 1 }));
  assert.equal(silent.status, 400);
  assert.equal(
    (await stubs(sichuan)).some(({ studentId }) => studentId === second),
    false,
  );
});

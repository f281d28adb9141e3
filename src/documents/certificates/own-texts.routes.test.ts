/** 校级文本的证书: a school whose text makes the student's number the certificate's, and one whose district stamps it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schoolTexts } from '../../../policies/schools/index.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority } from '../../../tests/builders.ts';
import {
  aLastGrade,
  type Desk,
  deskOf,
  enterResults,
  handIn,
  type LastGradeDesk,
  sign,
} from '../../../tests/graduands.ts';
import { readPdf, textOf } from '../../../tests/read-pdf.ts';
import type { ResultFacts } from '../../graduation/graduation.ts';
import type { IssuedNumbers, StudentNumbers } from '../../numbering/numbering.api.ts';
import type { BatchView, CertificateOverview } from './certificates.api.ts';

/** Of a province without a text of its own: nothing stands between the law of the nation and that of the school. */
const PLACE = '370102';
const [OWN_NUMBER, OWN_STAMP] = ['3137000011', '3137000012'];
const app = await testApplication({
  now: '2027-06-21T10:00:00+08:00',
  schoolPacks: [
    schoolTexts.S4({ schoolCode: OWN_NUMBER, placeCode: PLACE }),
    schoolTexts.S3({ schoolCode: OWN_STAMP, placeCode: PLACE }),
  ],
});
const district = await deskOf(app, await anAuthority(app, { placeCode: PLACE }));
const junior = (code: string | undefined, ...names: string[]) =>
  aLastGrade(app, { under: district.at, stage: 'JUNIOR', names, ...(code ? { code } : {}) });
const numbering = await junior(OWN_NUMBER, '己一', '己二');
const stamping = await junior(OWN_STAMP, '庚一', '庚二');
const bystander = await junior(undefined, '辛一');

/** What the text of each looks at; where there is none, at the years only. */
const ALL_PASSED: ResultFacts = {
  ...{ finished: true, qualityPassed: true, moralPassed: true, schoolDiscipline: false, satExamination: true },
  ...{ failedCore: 0, failedSciences: 0, failedOthers: 0 },
};

async function graduate(school: LastGradeDesk, facts: ResultFacts): Promise<void> {
  const entered = await enterResults(
    school,
    school.ids.map((studentId) => [studentId, facts]),
  );
  assert.equal(entered.status, 200, entered.detail);
  await sign(school, (await handIn(school)).body.caseId, []);
}
const apply = ({ registrar }: Desk) =>
  registrar.post<{ caseId: string }>('/api/certificate-batches', {
    ...{ stage: 'JUNIOR', year: 2027, outcome: 'GRADUATED' },
  });
async function batchOf(school: Desk): Promise<BatchView> {
  const { batches } = (await school.registrar.get<CertificateOverview>('/api/certificates')).body;
  const { status, body, detail } = await school.registrar.get<BatchView>(`/api/certificate-batches/${batches[0]?.id}`);
  assert.equal(status, 200, detail);
  return body;
}
const handOver = ({ registrar }: Desk, { certificates }: BatchView) =>
  registrar.post('/api/certificates/hand-overs', {
    ...{ certificateIds: certificates.map(({ id }) => id), on: '2027-06-21', receiver: { who: 'SELF' } },
  });
const stamp = ({ registrar }: Desk, { id }: BatchView, mark: string) =>
  registrar.post(`/api/certificate-batches/${id}/marks`, { mark, on: '2027-06-21' });
const numbersIn = ({ certificates }: BatchView) => certificates.map(({ name, number }) => [name, number]);

test('S4-5.2: nobody is handed in to graduate before having the number that the certificate will bear', async () => {
  const results = numbering.ids.map((id): [string, ResultFacts] => [id, ALL_PASSED]);
  assert.equal((await enterResults(numbering, results)).status, 200);
  const early = await handIn(numbering);
  assert.deepEqual([early.status, early.code], [422, 'LAW_REFUSES']);
  assert.match(
    early.detail ?? '',
    /己一、己二还没有校内学号，毕业证书编号须与学号一致（.+）。先编校内学号，再上报毕业/,
  );
});

test('S4-5.2: the number on the certificate is the one the school gave the student, and the paper says it', async () => {
  const schoolNumbers = `/api/schools/${numbering.at.id}/secondary-numbers`;
  const given = await numbering.registrar.post<IssuedNumbers>(schoolNumbers, {
    ...{ kind: 'SCHOOL', stage: 'JUNIOR', intakeYear: 2024 },
  });
  assert.equal(given.status, 200, given.detail);
  assert.deepEqual([given.body.issued, given.body.first, given.body.last], [2, '202420001', '202420002']);
  const own = await Promise.all(
    numbering.ids.map(async (id) => {
      const { body } = await numbering.registrar.get<StudentNumbers>(`/api/students/${id}/secondary-numbers`);
      return body.items[0]?.number ?? '';
    }),
  );
  await sign(numbering, (await handIn(numbering)).body.caseId, []);
  const opened = await apply(numbering);
  assert.equal(opened.status, 200, opened.detail);
  await sign(numbering, opened.body.caseId, []);
  const batch = await batchOf(numbering);
  assert.deepEqual(numbersIn(batch), [
    ['己一', own[0]],
    ['己二', own[1]],
  ]);
  assert.deepEqual([batch.makerName, batch.marks.map(({ mark }) => mark)], [numbering.at.name, ['SCHOOL']]);
  const pdf = await numbering.registrar.get(`/api/certificate-batches/${batch.id}/certificates.pdf`);
  const pages = (await readPdf(new Uint8Array(pdf.bytes))).pages.map(textOf);
  assert.match(pages[0] ?? '', new RegExp(`${own[0]}.*学生己一`));
  assert.equal((await stamp(numbering, batch, 'SCHOOL')).status, 200);
  assert.equal((await handOver(numbering, batch)).status, 200);
});

test('S3-6.1: without the stamp of the district nothing is handed over; the school numbers, the district stamps', async () => {
  await graduate(stamping, { finished: true, reachedLevel: true });
  const opened = await apply(stamping);
  await sign(stamping, opened.body.caseId, []);
  const batch = await batchOf(stamping);
  assert.deepEqual(numbersIn(batch), [
    ['庚一', `${stamping.at.code}202720001`],
    ['庚二', `${stamping.at.code}202720002`],
  ]);
  assert.deepEqual([batch.makerName, batch.marks.map(({ mark }) => mark)], [stamping.at.name, ['COUNTY']]);
  const early = await handOver(stamping, batch);
  assert.equal(early.status, 422);
  assert.match(early.detail ?? '', /毕业证书须经区教体局验印（本校·六）。报区教体局验印后，由学校发给学生/);
  assert.equal((await stamp(stamping, batch, 'COUNTY')).status, 403, 'the school does not stamp for the district');
  assert.equal((await stamp(district, batch, 'COUNTY')).status, 200);
  assert.equal((await handOver(stamping, batch)).status, 200);
});

test('a school beside them, without a text, numbers and seals by itself', async () => {
  await graduate(bystander, { finished: true });
  await sign(bystander, (await apply(bystander)).body.caseId, []);
  const batch = await batchOf(bystander);
  assert.deepEqual(numbersIn(batch), [['辛一', `${bystander.at.code}202720001`]]);
  assert.deepEqual([batch.marks.map(({ mark }) => mark), batch.findings], [['SCHOOL'], []]);
});

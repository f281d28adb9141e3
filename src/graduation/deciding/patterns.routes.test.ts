/** 毕业认定: a school's own five patterns, and everything that keeps a registration open, each told with its reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schoolTexts } from '../../../policies/index.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAuthority } from '../../../tests/builders.ts';
import {
  aLastGrade,
  decide,
  type Entered,
  endsOf,
  enterResults,
  gridOf,
  handIn,
  JUNIOR_RESULTS,
  type LastGradeDesk,
} from '../../../tests/graduands.ts';
import { asOwner } from '../../../tests/two-towns.ts';
import { newId } from '../../kernel/ids.ts';
import type { ResultFacts } from '../graduation.ts';

/** 篇四, in a county whose province has no text here. */
const S4 = { schoolCode: '3131000004', placeCode: '310101' };
const app = await testApplication({
  now: '2027-06-21T10:00:00+08:00',
  schoolPacks: [schoolTexts.S4(S4)],
});
const huangpu = await anAuthority(app, { placeCode: S4.placeCode });
const wuhou = await anAuthority(app, { placeCode: '510107' });
const yingze = await anAuthority(app, { placeCode: '140106' });

const NAMES = ['甲合格', '乙两科', '丙一科', '丁四科', '戊品德', '己处分', '庚缺考'] as const;
const school = await aLastGrade(app, { under: huangpu, stage: 'JUNIOR', names: NAMES, code: S4.schoolCode });
const sichuan = await aLastGrade(app, {
  under: wuhou,
  stage: 'JUNIOR',
  names: ['子在办', '丑疑似', '寅未满', '卯合格'],
});
const shanxi = await aLastGrade(app, { under: yingze, stage: 'JUNIOR', names: ['辰未满'] });

const passed: ResultFacts = {
  ...{ finished: true, qualityPassed: true, failedCore: 0, failedSciences: 0, failedOthers: 0 },
  ...{ moralPassed: true, schoolDiscipline: false, satExamination: true },
};
const outcomesIn = async (desk: LastGradeDesk) =>
  (await gridOf(desk)).rows.map(({ name, outcomeWords, grounds }) => [name, outcomeWords, grounds[0]?.sentence]);

test('S4-5.3: five patterns complete, who did not sit the examination does too and may ask for proof', async () => {
  const differing: ResultFacts[] = [
    {},
    { failedCore: 2 },
    { failedCore: 1, failedSciences: 2 },
    { failedSciences: 2, failedOthers: 4 },
    { moralPassed: false },
    { schoolDiscipline: true },
    { satExamination: false },
  ];
  const entered = await enterResults(
    school,
    school.ids.map((id, at): Entered => [id, { ...passed, ...differing[at] }]),
  );
  assert.equal(entered.status, 200, entered.detail);
  assert.deepEqual(await outcomesIn(school), [
    ['甲合格', '毕业', '修业期满，德、智、体等方面合格，准予毕业'],
    ['乙两科', '结业', '语文、数学、外语有2科不及格，发给结业证书'],
    ['丙一科', '结业', '语文、数学、外语有一科不及格，政治、物理、化学有2科不及格，发给结业证书'],
    ['丁四科', '结业', '语文、数学、外语以外有4科不及格，发给结业证书'],
    ['戊品德', '结业', '思想品德评定不及格，发给结业证书'],
    // Until the last of June the discipline may still be revoked: a school that decides for itself waits.
    ['己处分', '待主管部门酌定', '校级处分尚未撤销，6月30日前仍未撤销的发给结业证书'],
    ['庚缺考', '结业', '未参加毕业考试或者中途离校，不发毕业证书'],
  ]);
});

test('S4-5.3.5: from the first of July a discipline that stands completes, and the school hands in once more', async () => {
  const numbers = { kind: 'SCHOOL', stage: 'JUNIOR', intakeYear: 2024 }; // S4-5.2: the certificate will bear them
  await school.registrar.post(`/api/schools/${school.at.id}/secondary-numbers`, numbers);
  const first = (await handIn(school)).body.caseId;
  const june = await decide(school.leader, first, 'SUBMIT');
  assert.equal(june.status, 200, june.detail);
  const disciplined = school.ids[5]!;
  assert.deepEqual(await endsOf(app, [disciplined]), [[null, null]]);
  app.clock.set('2027-07-01T10:00:00+08:00');
  assert.deepEqual(await outcomesIn(school), [['己处分', '结业', '校级处分在6月30日前未撤销，发给结业证书']]);
  const { caseId } = (await handIn(school)).body;
  assert.equal((await decide(school.leader, caseId, 'SUBMIT')).status, 200);
  assert.deepEqual(await endsOf(app, [disciplined]), [['COMPLETED', '2027-07-01']]);
});

test('an open case and a problem record keep a registration open; in Sichuan who has not studied nine years out leaves with partial study', async () => {
  const [open = '', doubtful = '', early = '', fine = ''] = sichuan.ids;
  await enterResults(sichuan, [
    ...[open, doubtful, fine].map((id): Entered => [id, JUNIOR_RESULTS]),
    [early, { ...JUNIOR_RESULTS, finished: false }],
  ]);
  const disputeId = newId();
  await asOwner(app, 'insert into open_cases (student_id, case_id) values ($1, $2)', open, newId());
  await asOwner(app, 'insert into open_cases (student_id, case_id) values ($1, $2)', doubtful, disputeId);
  await asOwner(
    app,
    `insert into suspected_pairs (student_id, other_id, path, other_path, score, reasons, found_on, case_id)
     values ($1, $2, $3, $3, 90, '[]', '2027-06-01', $4)`,
    ...[...[doubtful, fine].toSorted(), sichuan.at.path, disputeId],
  );
  assert.deepEqual(await outcomesIn(sichuan), [
    ['子在办', '有在办的办件', '有办件没有办结，办结或者撤回后再办'],
    ['丑疑似', '问题学籍未解决', '问题学籍还没有解决，解决后再办'],
    ['寅未满', '肄业', '未完成九年义务教育，作肄业处理'],
    ['卯合格', '问题学籍未解决', '问题学籍还没有解决，解决后再办'],
  ]);
  const { caseId } = (await handIn(sichuan)).body;
  assert.equal((await decide(sichuan.leader, caseId, 'SUBMIT')).status, 200);
  assert.deepEqual(await endsOf(app, sichuan.ids), [
    [null, null],
    [null, null],
    ['LEFT_PARTIAL', '2027-07-01'],
    [null, null],
  ]);
});

test('where a text knows no partial study, who has not studied the years out stays', async () => {
  await enterResults(shanxi, [[shanxi.ids[0]!, { finished: false }]]);
  assert.deepEqual(await outcomesIn(shanxi), [['辰未满', '修业未期满', '学习尚未期满，不办理毕业']]);
  assert.equal((await handIn(shanxi)).status, 409);
});

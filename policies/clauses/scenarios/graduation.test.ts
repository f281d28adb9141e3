import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { ask, findingOf, law, lines, PLACES, SCHOOLS } from './places.ts';

const junior = { stage: 'JUNIOR', finished: true, qualityPassed: true } as const;
const senior = {
  finished: true,
  totalCredits: 150,
  requiredCredits: 118,
  subjectElectives: 24,
  schoolElectives: 8,
  qualityPassed: true,
  unrevokedDiscipline: false,
  proficiency: 'C',
  sportPassed: true,
  labourDone: true,
  cityApproved: true,
} as const;
const whats = ({ requirements }: { requirements: readonly { what: string }[] }) => requirements.map(({ what }) => what);

test('G1.1: a junior student in Sichuan with quality passed and two failed subjects graduates', () => {
  const decision = ask('武侯', 'compulsory-graduation', { ...junior, failedSubjects: 2 });
  assert.deepEqual(lines(decision), ['ALLOW 综合素质合格，补考后不及格的不到3门，准予毕业 四川·第三十九条']);
});

test('G1.2: with three failed subjects it is completion', () => {
  const decision = ask('武侯', 'compulsory-graduation', { ...junior, failedSubjects: 3 });
  assert.equal(decision.verdict, 'REFUSE');
  assert.match(findingOf(decision, 'compulsory-graduation').remedy!, /结业证书/);
});

test('G1.3: a junior student in Shanxi with four failed subjects graduates', () => {
  const decision = ask('迎泽', 'compulsory-graduation', { ...junior, qualityPassed: false, failedSubjects: 4 });
  assert.deepEqual(lines(decision), ['ALLOW 学习期满，予以毕业 山西·第三十四条']);
});

test('G1.4: a junior graduate who comes back to repeat is refused in Sichuan', () => {
  const facts = { sameNumberElsewhere: false, suspicions: 0, graduatedSenior: false, stage: 'JUNIOR' } as const;
  const decision = ask('武侯', 'one-registration', { ...facts, graduatedJunior: true });
  assert.equal(decision.verdict, 'REFUSE');
  assert.equal(findingOf(decision, 'junior-graduates-stay-out').chip, '四川·第三十九条');
});

test('C49: a school’s own patterns count where no province says who graduates, and step back where one does', () => {
  const facts = { ...junior, failedCore: 2, failedSciences: 0, failedOthers: 0, moralPassed: true } as const;
  const day = civilDate('2026-07-01');
  assert.equal(ask('S4', 'compulsory-graduation', facts).verdict, 'REFUSE');
  const inShanxi = law.ask(
    'compulsory-graduation',
    { placeCode: PLACES.迎泽, schoolCode: SCHOOLS.S4.schoolCode, day },
    facts,
  );
  assert.deepEqual(lines(inShanxi), ['ALLOW 学习期满，予以毕业 山西·第三十四条']);
});

test('C49: discipline of a school counts against graduation from the first of July on', () => {
  const marks = { failedCore: 0, failedSciences: 0, failedOthers: 0, moralPassed: true } as const;
  const facts = { ...junior, ...marks, satExamination: true, schoolDiscipline: true } as const;
  assert.equal(ask('S4', 'compulsory-graduation', facts, '2026-06-30').verdict, 'DISCRETIONARY');
  assert.equal(ask('S4', 'compulsory-graduation', facts, '2026-07-01').verdict, 'REFUSE');
});

test('G2.1: in Shanxi 150 credits, 118 of them required, 24 and 8 elective, are enough', () => {
  const decision = ask('迎泽', 'senior-graduation', senior);
  assert.equal(decision.verdict, 'ALLOW');
  assert.equal(findingOf(decision, 'senior-credits').chip, '山西·第三十五条（二）');
});

test('G2.2: 20 credits of subject electives are too few: no graduation, a certificate of completion', () => {
  const decision = ask('迎泽', 'senior-graduation', { ...senior, subjectElectives: 20 });
  assert.equal(decision.verdict, 'REFUSE');
  assert.equal(findingOf(decision, 'senior-credits').sentence, '学分未达到毕业要求：学科选修模块学分至少22分，现20分');
  const facts = { stage: 'SENIOR', certificate: 'COMPLETION', finished: true, standardMet: false } as const;
  const instead = ask('迎泽', 'partial-study', facts);
  assert.equal(instead.verdict, 'ALLOW');
  assert.deepEqual(whats(instead), ['发给结业（肄业）证书（附件11）', '证书存根（附件11）归入学校学籍档案']);
});

test('C50: Sichuan leaves credits to its own rules, so the authority weighs until it has set them', () => {
  const decision = ask('武侯', 'senior-graduation', { ...senior, proficiency: 'PASSED' });
  assert.equal(decision.verdict, 'DISCRETIONARY');
  assert.equal(findingOf(decision, 'senior-credits').code, 'PARAMETER_NOT_SET');
});

test('C50b: passed without grades is enough in Sichuan, Shanxi wants A, B or C', () => {
  const facts = { ...senior, proficiency: 'PASSED' } as const;
  assert.equal(findingOf(ask('武侯', 'senior-graduation', facts), 'senior-proficiency').verdict, 'ALLOW');
  assert.equal(findingOf(ask('迎泽', 'senior-graduation', facts), 'senior-proficiency').verdict, 'REFUSE');
});

test('nobody graduates from a senior school in Sichuan before the city has approved', () => {
  const decision = ask('武侯', 'senior-graduation', { ...senior, cityApproved: false });
  assert.equal(findingOf(decision, 'senior-graduation-approval').verdict, 'REFUSE');
  assert.ok(whats(decision).includes('核准毕业名单'));
});

test('G3.1: the roster of graduates in Sichuan is printed in three copies, kept by school, county and city', () => {
  const { requirements } = ask('武侯', 'senior-certificate', { issuedBy: 'REGISTERED', marks: [] });
  const roster = requirements.filter(({ what }) => what.includes('花名册'));
  assert.deepEqual(
    roster.map(({ by, what }) => [by, what]),
    [
      ['CITY', '编制、打印毕业班学生花名册（附件8）一式3份'],
      ['SCHOOL', '花名册盖章存档'],
      ['COUNTY', '花名册盖章存档'],
      ['CITY', '花名册盖章存档'],
    ],
  );
});

test('G3.2: a certificate in Sichuan without the city’s stamp is not issued', () => {
  const decision = ask('武侯', 'senior-certificate', {
    issuedBy: 'REGISTERED',
    marks: ['PRINCIPAL', 'SCHOOL', 'REGISTRY'],
  });
  assert.deepEqual(lines(decision), ['REFUSE 毕业证书缺市级教育行政部门鉴印，尚未生效 四川·第四十一条']);
});

test('G3.3: a student in guest study gets no certificate from the guest school in Shanxi', () => {
  const made = { stage: 'JUNIOR', issuedBy: 'GUEST', numberedBy: 'COUNTY', stampedBy: 'COUNTY' } as const;
  assert.equal(findingOf(ask('迎泽', 'compulsory-certificate', made), 'compulsory-certificate').code, 'GUEST_SCHOOL');
  const ofASenior = ask('迎泽', 'senior-certificate', { issuedBy: 'GUEST', marks: ['CITY'], numberedBy: 'CITY' });
  assert.equal(ofASenior.verdict, 'REFUSE');
});

test('C51b: a certificate carries its issuer’s number; a school’s rule to use the student’s number steps back in Shanxi', () => {
  const facts = {
    stage: 'JUNIOR',
    issuedBy: 'REGISTERED',
    numberedBy: 'COUNTY',
    stampedBy: 'COUNTY',
    numberIsStudentNumber: false,
  } as const;
  const at = { placeCode: PLACES.迎泽, schoolCode: SCHOOLS.S4.schoolCode, day: civilDate('2026-06-20') };
  assert.equal(ask('S4', 'compulsory-certificate', facts).verdict, 'REFUSE');
  assert.equal(law.ask('compulsory-certificate', at, facts).verdict, 'ALLOW');
});

test('certificates in Shanxi are stamped by the last of May; later is told and still done', () => {
  const made = { issuedBy: 'REGISTERED', marks: ['CITY'], numberedBy: 'CITY' } as const;
  const stamped = (day: string) => ask('迎泽', 'senior-certificate', { ...made, stampedOn: civilDate(day) }).verdict;
  assert.deepEqual([stamped('2026-05-31'), stamped('2026-06-01')], ['ALLOW', 'DISCRETIONARY']);
});

test('G4.1: for a lost certificate in Sichuan there is proof, after school, county and city have reviewed', () => {
  const decision = ask('武侯', 'lost-certificate', { stage: 'SENIOR', asks: 'PROOF', proofsIssued: 0 });
  assert.equal(decision.verdict, 'ALLOW');
  assert.deepEqual(
    decision.requirements.map(({ by, what }) => `${by} ${what}`),
    ['SCHOOL 审核', 'COUNTY 审核', 'CITY 审核', 'SCHOOL 发给学历证明书'],
  );
});

test('G4.2: no certificate is issued twice, in Sichuan, in Shanxi or by a school', () => {
  const facts = { stage: 'JUNIOR', asks: 'REISSUE', proofsIssued: 0 } as const;
  for (const place of ['武侯', '迎泽', 'S4'] as const) {
    const decision = ask(place, 'lost-certificate', facts);
    assert.equal(decision.verdict, 'REFUSE');
    assert.match(decision.findings[0]!.remedy!, /申请(学历证明|证明信)/);
  }
});

test('G4.3: a second proof in Shanxi is refused in principle; the authority may let it through with a reason', () => {
  const decision = ask('迎泽', 'lost-certificate', { stage: 'JUNIOR', asks: 'PROOF', proofsIssued: 1 });
  const finding = findingOf(decision, 'proof-once');
  assert.deepEqual([finding.verdict, finding.force, finding.letThroughBy], ['DISCRETIONARY', 'PRINCIPLE', 'AUTHORITY']);
  assert.equal(ask('武侯', 'lost-certificate', { stage: 'JUNIOR', asks: 'PROOF', proofsIssued: 1 }).verdict, 'ALLOW');
});

test('C52: in Shanxi the school writes the proof and the authority stamps it', () => {
  const { requirements } = ask('迎泽', 'lost-certificate', { stage: 'JUNIOR', asks: 'PROOF', proofsIssued: 0 });
  assert.deepEqual(
    requirements.map(({ by, what }) => `${by} ${what}`),
    ['SCHOOL 发给学历证明（附件12）', 'AUTHORITY 验印后生效', 'SCHOOL 学历证明存根（附件12）归入学校学籍档案'],
  );
});

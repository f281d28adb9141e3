import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import type { Decision, Questions } from '../../../src/policy/index.ts';
import { ask, findingOf, lines } from './places.ts';

const application: Questions['leave'] = {
  stage: 'JUNIOR',
  graduatingGrade: false,
  reason: 'ILLNESS',
  orderedBySchool: false,
};
const ill = { ...application, termHours: 600, hoursMissed: 300, hospital: 'COUNTY' } as const;
const onLeave = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2025-09-10'),
  endsOn: civilDate('2026-09-10'),
} as const;
const comingBack = { ...onLeave, returnsOn: civilDate('2026-09-10'), gradeBefore: 7 } as const;

const stepsOf = ({ requirements }: Decision) =>
  requirements.flatMap((one) => (one.kind === 'STEP' ? [`${one.by} ${one.what}`] : []));
const papersOf = ({ requirements }: Decision) =>
  requirements.flatMap((one) => (one.kind === 'PAPER' ? [one.what] : []));

test('U1.1: in Changge, ill for half a term with a county diagnosis; school and department agree, the registration stays', () => {
  const answer = ask('长葛', 'leave', { ...ill, agreed: ['SCHOOL', 'AUTHORITY'] });
  assert.equal(answer.verdict, 'ALLOW');
  assert.deepEqual(lines(answer), [
    'ALLOW 因病停课休养300学时，达到学期总学时600的三分之一 长葛·三、2（一）',
    'ALLOW 伤病休学，已有县级以上医疗单位诊断证明 长葛·三、2（二）',
    'ALLOW 休学期间保留学籍 长葛·三、2（三）',
    'ALLOW 已经学校、学籍主管部门同意 长葛·三、2（二）',
  ]);
  assert.equal(ask('长葛', 'leave', { ...ill, agreed: ['SCHOOL'] }).verdict, 'REFUSE');
});

test('U1.2: a Sichuan school orders a leave for infection on proof and approval, and gives a certificate', () => {
  const facts = { ...ill, reason: 'INFECTIOUS', orderedBySchool: true } as const;
  const answer = ask('武侯', 'leave', { ...facts, agreed: ['SCHOOL', 'COUNTY', 'CITY'] });
  assert.equal(answer.verdict, 'ALLOW');
  assert.equal(findingOf(answer, 'leave-ordered').code, 'MAY_ORDER');
  assert.deepEqual(stepsOf(answer), ['SCHOOL 同意', 'COUNTY 批准', 'CITY 批准', 'SCHOOL 发给休学证明']);
  const withoutCity = ask('武侯', 'leave', { ...facts, agreed: ['SCHOOL', 'COUNTY'] });
  assert.match(findingOf(withoutCity, 'leave-approval').sentence, /尚缺市级教育行政部门/);
});

test('U1.3: in Shanxi a fifth of the hours is no third: no leave for illness', () => {
  const answer = ask('迎泽', 'leave', { ...ill, hoursMissed: 120 });
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(lines(answer)[0], 'REFUSE 因病停课休养120学时，未达到学期总学时600的三分之一 山西·第二十三条');
});

test('U1.4: a Changge school may not order a leave', () => {
  const answer = ask('长葛', 'leave', { ...ill, orderedBySchool: true });
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(lines(answer)[0], 'REFUSE 义务教育阶段学校不得责令学生停学，休学由监护人申请 长葛·三、3（一）');
});

test('a senior student in Changge is not told by a text on compulsory education', () => {
  assert.deepEqual(ask('长葛', 'leave', { ...ill, stage: 'SENIOR', orderedBySchool: true }).findings, []);
});

test('Sichuan grants leave to the ill and weighs every other case, with the city to let it through', () => {
  const answer = ask('武侯', 'leave', { ...application, reason: 'OTHER' });
  assert.equal(answer.verdict, 'DISCRETIONARY');
  assert.equal(findingOf(answer, 'leave-ground').letThroughBy, 'CITY');
});

test("Qian'an: a full share of the grade reminds and refuses nobody; the receipt and the copy are asked for", () => {
  const papers = ['RECEIPT', 'RECORD_COPY'] as const;
  const answer = ask('迁安', 'leave', { ...ill, hospitalPapers: papers, gradeSize: 100, gradeOnLeave: 4 });
  assert.equal(answer.verdict, 'ALLOW');
  assert.equal(findingOf(answer, 'leave-share').code, 'OVER_SHARE');
  assert.deepEqual(
    answer.notApplied.map(({ chip }) => chip),
    ['迁安·二、（四）'],
  );
  assert.deepEqual(papersOf(answer), ['书面休学申请', '县级以上医疗单位诊断证明', '住院收据', '住院病历复印件']);
});

test("the page round Shanxi's text asks for a city hospital and bars the graduating grade; its articles do neither", () => {
  const answer = ask('迎泽', 'leave', { ...ill, graduatingGrade: true });
  assert.equal(answer.verdict, 'ALLOW');
  assert.equal(answer.notApplied.length, 4);
  for (const { because } of answer.notApplied) assert.match(because, /^网页说明没有法律效力；山西·第二十[三四]条/);
});

test('leave in the graduating grade: generally none at S4, silent at S3', () => {
  assert.equal(ask('S4', 'leave', { ...ill, graduatingGrade: true }).verdict, 'DISCRETIONARY');
  assert.equal(ask('S3', 'leave', { ...ill, graduatingGrade: true }).verdict, 'ALLOW');
});

test('leave counts from six weeks at S3, from three months at S6', () => {
  const sixWeeks = { ...application, reason: 'ABSENCE', leaveWeeks: 6, hardToFollow: true } as const;
  assert.equal(ask('S3', 'leave', sixWeeks).verdict, 'REFUSE');
  assert.equal(ask('S3', 'leave', { ...sixWeeks, leaveWeeks: 7 }).verdict, 'ALLOW');
  const away = { ...application, stage: 'PRIMARY', absentSince: civilDate('2026-06-11') } as const;
  assert.equal(ask('S6', 'leave', away, '2026-09-10').verdict, 'REFUSE');
  assert.equal(ask('S6', 'leave', away, '2026-09-11').verdict, 'ALLOW');
});

test('U2.1: in Sichuan thirteen days before the end, with a county diagnosis: the school alone consents', () => {
  const facts = { ...onLeave, until: civilDate('2027-09-10'), hospital: 'COUNTY', agreed: ['SCHOOL'] } as const;
  const answer = ask('武侯', 'leave-extension', facts, '2026-08-28');
  assert.equal(answer.verdict, 'ALLOW');
  assert.deepEqual(stepsOf(answer), ['SCHOOL 同意']);
  assert.equal(ask('武侯', 'leave-extension', facts, '2026-08-26').verdict, 'REFUSE');
  assert.equal(ask('长葛', 'leave-extension', facts, '2026-08-28').verdict, 'REFUSE');
});

test('U2.2: no request, no return, urged in vain: in Sichuan the absence is truancy', () => {
  const facts = { stage: 'JUNIOR', endsOn: onLeave.endsOn, extensionRequested: false } as const;
  assert.equal(ask('武侯', 'leave-expired', facts, '2026-09-10').findings.length, 0);
  assert.equal(ask('武侯', 'leave-expired', facts, '2026-09-11').findings[0]!.code, 'TO_BE_URGED');
  const urged = { ...facts, urgedOn: civilDate('2026-09-12') };
  const [finding] = ask('武侯', 'leave-expired', urged, '2026-09-20').findings;
  assert.deepEqual([finding!.code, finding!.chip], ['URGED_IN_VAIN', '四川·第二十六条']);
  assert.match(finding!.sentence, /按旷课处理/);
});

test('U2.3: a Shanxi student away for two years gets no more', () => {
  const facts = { ...onLeave, beganOn: civilDate('2024-09-10'), until: civilDate('2027-03-10') };
  const answer = ask('迎泽', 'leave-extension', facts);
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(findingOf(answer, 'leave-extension-cap').chip, '山西·第二十四条');
  assert.equal(ask('迁安', 'leave-extension', { ...facts, stage: 'PRIMARY' }).verdict, 'REFUSE');
  assert.equal(ask('长葛', 'leave-extension', facts).verdict, 'ALLOW');
});

test('two years are the most that is ever asked for in Shanxi, and a reason is wanted beyond the first', () => {
  const until = (endsOn: string) =>
    ask('迎泽', 'leave', { ...ill, beginsOn: civilDate('2026-09-10'), endsOn: civilDate(endsOn) }).verdict;
  assert.deepEqual(['2027-09-10', '2027-09-11', '2028-09-10', '2028-09-11'].map(until), [
    'ALLOW',
    'DISCRETIONARY',
    'DISCRETIONARY',
    'REFUSE',
  ]);
});

test('U3.1: in Shanxi the student chooses between the grade of before and the next', () => {
  const facts = { ...comingBack, agreed: ['SCHOOL', 'AUTHORITY'] } as const;
  assert.equal(ask('迎泽', 'return', { ...facts, gradeWanted: 8 }).verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'return', { ...facts, gradeWanted: 7 }).verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'return', { ...facts, gradeWanted: 9 }).verdict, 'REFUSE');
  const says = ask('迎泽', 'return', facts).notApplied.map((text) => text.says);
  assert.ok(says.includes('复学后编入下一年级'));
});

test('U3.2: urged in vain in Changge: the township orders the guardians', () => {
  const facts = {
    stage: 'PRIMARY',
    endsOn: onLeave.endsOn,
    extensionRequested: false,
    urgedOn: civilDate('2026-09-14'),
  } as const;
  const answer = ask('长葛', 'leave-expired', facts, '2026-09-21');
  assert.equal(answer.verdict, 'REFUSE');
  assert.deepEqual(stepsOf(answer), ['SCHOOL 督促学生复学并留下记录', 'TOWNSHIP 责令监护人送学生复学']);
});

test("U3.3: in Qian'an nobody comes back after seven months", () => {
  const facts = { ...comingBack, stage: 'PRIMARY', gradeBefore: 4, returnsOn: civilDate('2026-04-10') } as const;
  const answer = ask('迁安', 'return', facts);
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(lines(answer)[0], 'REFUSE 休学以12个月为起点，2026年9月10日以前不得提前复学 迁安·二、（四）');
  for (const place of ['长葛', '武侯', 'S3'] as const) {
    const early = ask(place, 'return', { ...comingBack, returnsOn: civilDate('2026-04-10') });
    assert.equal(early.verdict, 'ALLOW', place);
  }
});

test('U3.4: in Changge nobody comes back from an illness without proof of health', () => {
  const answer = ask('长葛', 'return', { ...comingBack, hospital: 'NONE' });
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(findingOf(answer, 'return-papers').chip, '长葛·三、2（三）');
  assert.equal(ask('长葛', 'return', { ...comingBack, hospital: 'COUNTY' }).verdict, 'ALLOW');
});

test('who approves a return: county and city in Sichuan, the authority in Changge, the school alone at S3', () => {
  const by = (place: '武侯' | '长葛' | 'S3') =>
    stepsOf(ask(place, 'return', comingBack)).map((one) => one.split(' ')[0]);
  assert.deepEqual(by('武侯'), ['SCHOOL', 'COUNTY', 'CITY']);
  assert.deepEqual(by('长葛'), ['SCHOOL', 'AUTHORITY']);
  assert.deepEqual(by('S3'), ['SCHOOL']);
});

test('a senior student in Sichuan who comes back into a lower grade gets a new exam number', () => {
  const senior = { ...comingBack, stage: 'SENIOR', gradeBefore: 11 } as const;
  assert.equal(findingOf(ask('武侯', 'return', { ...senior, gradeWanted: 10 }), 'return-exam-number').code, 'REISSUED');
  assert.equal(findingOf(ask('武侯', 'return', { ...senior, gradeWanted: 11 }), 'return-exam-number').code, 'KEPT');
});

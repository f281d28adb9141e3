import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { ask, findingOf, law, lines } from './places.ts';

const TERM = civilDate('2026-09-01');
const junior = { stage: 'JUNIOR', season: 'AUTUMN', places: 200, admitted: 200 } as const;

test('A1.1: with the last of two hundred places the plan is full', () => {
  for (const place of ['武侯', '迎泽'] as const) {
    const { sentence, verdict } = findingOf(ask(place, 'admission-plan', junior), 'within-plan');
    assert.deepEqual([verdict, sentence], ['ALLOW', '招生计划200人，至此录满']);
  }
});

test("A1.2: a child of the area enters without test; in Qian'an household and home agree with the guardian's", () => {
  const child = { stage: 'PRIMARY', season: 'AUTUMN', tested: false } as const;
  const near = { ...child, householdWithGuardian: true, livesAtHousehold: true } as const;
  assert.equal(ask('武侯', 'admission-plan', child).verdict, 'ALLOW');
  assert.deepEqual(lines(ask('迁安', 'admission-plan', near)), [
    'ALLOW 户籍与监护人一致，也与实际常住地一致，属学校服务范围 迁安·二、（一）',
    'ALLOW 免试就近入学 迁安·二、（一）',
  ]);
  assert.equal(ask('迁安', 'admission-plan', { ...near, livesAtHousehold: false }).verdict, 'DISCRETIONARY');
  assert.equal(ask('武侯', 'admission-plan', { ...child, tested: true }).verdict, 'REFUSE');
});

test('A1.3: nobody is admitted beyond the plan', () => {
  const decision = ask('武侯', 'admission-plan', { ...junior, admitted: 201 });
  assert.equal(decision.verdict, 'REFUSE');
  assert.equal(decision.findings[0]!.sentence, '招生计划200人已满，不得超计划录取');
  assert.equal(ask('迎泽', 'admission-plan', { ...junior, admitted: 201 }).verdict, 'REFUSE');
});

test('A1.4: a public senior school of Sichuan recruits in another city only within the provincial plan', () => {
  const across = { stage: 'SENIOR', season: 'AUTUMN', crossCity: true, provincialQuota: false } as const;
  const decision = ask('武侯', 'admission-plan', across);
  assert.equal(decision.verdict, 'REFUSE');
  assert.equal(decision.findings[0]!.chip, '四川·第六条');
  assert.equal(ask('武侯', 'admission-plan', { ...across, provincialQuota: true }).verdict, 'ALLOW');
});

test('new students come in autumn, in Changge in the compulsory stages', () => {
  assert.equal(ask('长葛', 'admission-plan', { stage: 'PRIMARY', season: 'SPRING' }).verdict, 'REFUSE');
  assert.equal(ask('武侯', 'admission-plan', { stage: 'SENIOR', season: 'SPRING' }).verdict, 'REFUSE');
});

test('A2.1: six on 31 August itself, a child enters in Changge', () => {
  const facts = { bornOn: civilDate('2020-08-31'), intakeYear: 2026, grade: 1 };
  assert.equal(ask('长葛', 'entry-age', facts).verdict, 'ALLOW');
});

test('A2.2: a child whose entry was postponed is not missed and is no dropout', () => {
  const absent = { stage: 'PRIMARY', termStart: TERM, act: 'URGE', contacts: 0, postponed: true } as const;
  const decision = ask('武侯', 'no-show', absent);
  assert.deepEqual(lines(decision), ['ALLOW 已批准延缓入学，不按未报到处理 义务教育法·第十一条']);
  assert.deepEqual(decision.requirements, []);
  assert.equal(ask('迎泽', 'no-show', { ...absent, act: 'DROPOUT', contacts: 5 }).verdict, 'REFUSE');
});

test('A2.3: born on 1 September a child is not six by 31 August, and not taken in Changge without approval', () => {
  const facts = { bornOn: civilDate('2020-09-01'), intakeYear: 2026, grade: 1 };
  assert.deepEqual(lines(ask('长葛', 'entry-age', facts)), ['REFUSE 8月31日前未满6周岁 长葛·二、1']);
});

const entrant = { stage: 'PRIMARY', termStart: TERM } as const;

test('A3.1: a deferral of ten days moves the last day by ten', () => {
  assert.deepEqual(lines(ask('武侯', 'check-in', { ...entrant, deferralDays: 10 })), [
    'ALLOW 申请延期10天，可延到9月11日 四川·第十条',
  ]);
});

test('A3.2: a Sichuan child who has not come is urged, then ordered by township or county, at whatever date', () => {
  const absent = { ...entrant, act: 'URGE', contacts: 0 } as const;
  assert.equal(findingOf(ask('武侯', 'no-show', absent), 'no-show-compulsory').code, 'TO_BE_URGED');
  const later = ask('武侯', 'no-show', { ...absent, contacts: 3 }, '2026-11-02');
  assert.equal(later.verdict, 'ALLOW');
  assert.deepEqual(
    later.requirements.map(({ by }) => by),
    ['SCHOOL', 'TOWNSHIP'],
  );
  assert.equal(ask('武侯', 'no-show', { ...absent, act: 'GIVE_UP' }, '2026-11-02').verdict, 'REFUSE');
});

test('A3.3: three weeks are too long; in Shanxi one then asks for a leave, and asks in the week before term', () => {
  const asked = { ...entrant, deferralDays: 21, hasProof: true } as const;
  const sichuan = ask('武侯', 'check-in', asked, '2026-08-28');
  assert.deepEqual(lines(sichuan), ['REFUSE 延期最多14天，申请21天 四川·第十条']);
  const shanxi = findingOf(ask('迎泽', 'check-in', asked, '2026-08-28'), 'entry-deferral');
  assert.deepEqual([shanxi.verdict, shanxi.remedy], ['REFUSE', '超过两周仍不能入学的，办理休学手续']);
  const inTime = { ...asked, deferralDays: 10 } as const;
  assert.equal(ask('迎泽', 'check-in', inTime, '2026-08-25').verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'check-in', inTime, '2026-08-24').verdict, 'REFUSE');
  assert.equal(ask('迎泽', 'check-in', inTime, '2026-09-01').verdict, 'REFUSE');
});

test('A3.4: a school whose own text lets a junior entrant give up the place may not do so', () => {
  const facts = { stage: 'JUNIOR', termStart: TERM, act: 'GIVE_UP', contacts: 3 } as const;
  const decision = ask('S4', 'no-show', facts, '2026-10-01');
  assert.deepEqual(lines(decision), ['REFUSE 接受义务教育的新生不因未报到取消入学资格 义务教育法·第十一条']);
  assert.deepEqual(
    decision.notApplied.map(({ says, clauses }) => [says, clauses]),
    [['开学两周内未办理入学手续的，视为自动放弃', ['S4-1.2']]],
  );
});

test('a senior entrant who stays away: two weeks in Sichuan, ten working days in Shanxi, a leave asked for comes first', () => {
  const absent = { stage: 'SENIOR', termStart: civilDate('2026-09-21'), act: 'GIVE_UP', contacts: 1 } as const;
  const dayOf = (place: '武侯' | '迎泽') =>
    ['2026-10-05', '2026-10-06', '2026-10-10', '2026-10-12', '2026-10-13'].find(
      (day) => ask(place, 'no-show', absent, day).verdict === 'ALLOW',
    );
  assert.equal(dayOf('武侯'), '2026-10-06');
  assert.equal(dayOf('迎泽'), '2026-10-13');
  const leave = { ...absent, deferredTo: civilDate('2026-10-08'), leaveAppliedOn: civilDate('2026-10-08') };
  assert.equal(findingOf(ask('迎泽', 'no-show', leave, '2026-10-20'), 'no-show-senior').code, 'LEAVE_COMES_FIRST');
});

test('a school text asks for papers, and a child without one enters all the same', () => {
  const { verdict, requirements } = ask('S3', 'check-in', { stage: 'JUNIOR', termStart: TERM, papers: ['NOTICE'] });
  assert.equal(verdict, 'DISCRETIONARY');
  assert.equal(requirements.length, 3);
});

test('A4.1: a migrant child gets a registration like every other in Shanxi, with its own article', () => {
  const decision = ask('迎泽', 'migrant-entry', { stage: 'PRIMARY', registration: 'FULL' });
  assert.deepEqual(lines(decision), ['ALLOW 在就读学校建立或接续正式学籍，与当地学生同等对待 山西·第十条']);
});

test("A4.2: the guest registration that Qian'an writes for them is refused; its papers still count", () => {
  const facts = { stage: 'PRIMARY', registration: 'GUEST', papers: ['RESIDENCE', 'HOUSEHOLD', 'LICENCE'] } as const;
  const decision = ask('迁安', 'migrant-entry', facts);
  assert.equal(findingOf(decision, 'migrant-registration').verdict, 'REFUSE');
  assert.equal(findingOf(decision, 'migrant-papers').verdict, 'ALLOW');
  assert.deepEqual(
    decision.notApplied.map(({ clauses }) => clauses),
    [['S5-2.1.5']],
  );
  const [parameter] = law.parametersOf('migrant-registration', { placeCode: '130283', day: TERM });
  assert.deepEqual(parameter!.value, ['FULL']);
});

test('in Sichuan the papers of a migrant child are the yearly rule of county and city, and no list is guessed', () => {
  const decision = ask('武侯', 'migrant-entry', { stage: 'PRIMARY', registration: 'FULL' });
  assert.equal(findingOf(decision, 'migrant-papers-by-year').code, 'PARAMETER_NOT_SET');
});

const admitted = {
  stage: 'SENIOR',
  withinPlan: true,
  notice: true,
  entered: true,
  feesPaid: true,
  fraud: false,
  privateSchool: false,
} as const;

test('A5.1: with notice, entry and fees a Sichuan senior student can be registered', () => {
  assert.equal(ask('武侯', 'senior-entry', admitted).verdict, 'ALLOW');
});

test('A5.2: who stands on another senior roll loses the place when it is looked at', () => {
  const facts = { sameNumberElsewhere: true, suspicions: 0, graduatedSenior: false, stage: 'SENIOR' } as const;
  const finding = findingOf(ask('武侯', 'one-registration', facts), 'senior-entry-review');
  assert.deepEqual([finding.verdict, finding.code], ['REFUSE', 'IN_SENIOR_REGISTER']);
});

test('A5.3: unpaid fees bar the registration in Sichuan; Shanxi asks only for formal admission within the plan', () => {
  const unpaid = { ...admitted, feesPaid: false };
  const sichuan = ask('武侯', 'senior-entry', unpaid);
  assert.equal(sichuan.findings[0]!.sentence, '未缴纳相关费用，不得注册学籍');
  assert.equal(ask('迎泽', 'senior-entry', unpaid).verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'senior-entry', { ...admitted, withinPlan: false }).verdict, 'REFUSE');
});

test('fraud costs the place in both provinces; a private senior school of Shanxi has the city approve first', () => {
  for (const place of ['武侯', '迎泽'] as const) {
    const decision = ask(place, 'senior-entry', { ...admitted, fraud: true });
    assert.equal(findingOf(decision, 'fraudulent-entry').verdict, 'REFUSE');
  }
  const privately = { ...admitted, privateSchool: true, cityApproved: false } as const;
  assert.equal(ask('迎泽', 'senior-entry', privately).verdict, 'REFUSE');
  const method = { stage: 'SENIOR', season: 'AUTUMN', privateSchool: true, methodApproved: false } as const;
  assert.equal(ask('迎泽', 'admission-plan', method).verdict, 'REFUSE');
});

test('K1.1: a hundred entrants in two class groups: sizes and boys are shown', () => {
  const facts = { stage: 'JUNIOR', largest: 50, smallest: 50, mostBoys: 26, fewestBoys: 25 } as const;
  assert.deepEqual(lines(ask('迎泽', 'class-balance', facts)), ['ALLOW 各班50至50人，男生25至26人 山西·第十三条']);
});

test("K1.2: a class list that the Shanxi authority has not looked at is not entered; S6 leaves it to the school's registrar", () => {
  const facts = { stage: 'PRIMARY', reviewed: false } as const;
  assert.equal(ask('迎泽', 'class-placement', facts).verdict, 'REFUSE');
  assert.equal(ask('S6', 'class-placement', facts).verdict, 'ALLOW');
  const both = { placeCode: '140106', schoolCode: '3100000006', day: civilDate('2026-09-10') };
  assert.deepEqual(
    law.ask('class-placement', both, facts).findings.map(({ ruleId }) => ruleId),
    ['class-placement'],
  );
});

test('K2.1: a Shanxi primary class group of forty-six is warned of', () => {
  assert.equal(ask('迎泽', 'class-size', { stage: 'PRIMARY', grade: 3, size: 46 }).verdict, 'DISCRETIONARY');
});

test('K2.2: nobody joins a full Shanxi primary class group, as a transfer or as a guest', () => {
  const decision = ask('迎泽', 'class-size', { stage: 'PRIMARY', grade: 3, size: 51 });
  assert.equal(decision.verdict, 'REFUSE');
  assert.ok(['SX-13.3', 'SX-26.3', 'SX-46.3'].every((id) => decision.findings[0]!.clauses.includes(id)));
});

test('K2.3: a Shanxi junior class group does not pass fifty-five', () => {
  assert.equal(ask('迎泽', 'class-size', { stage: 'JUNIOR', grade: 8, size: 56 }).verdict, 'REFUSE');
});

const up = { stage: 'PRIMARY', move: 'NEXT_STAGE', newFile: false } as const;

test('a grade up is for the system in Shanxi, and every Sichuan primary leaver goes on to junior school', () => {
  assert.equal(findingOf(ask('迎泽', 'promotion', { ...up, move: 'NEXT_GRADE' }), 'grade-up').verdict, 'ALLOW');
  assert.equal(findingOf(ask('武侯', 'promotion', up), 'all-go-to-junior').verdict, 'ALLOW');
});

test('P1.2: a junior school of Shanxi takes a new photo of whom it takes over', () => {
  const decision = ask('迎泽', 'promotion', { ...up, photoRetaken: false });
  assert.equal(findingOf(decision, 'photo-retaken').sentence, '升入新学段须重新采集照片');
  assert.equal(decision.requirements.length, 2);
});

test('P1.3: going up makes no second file, by the province and by the school text', () => {
  assert.equal(ask('迎泽', 'promotion', { ...up, newFile: true, photoRetaken: true }).verdict, 'REFUSE');
  assert.equal(ask('S6', 'promotion', { ...up, newFile: true }).verdict, 'REFUSE');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { ask, findingOf, law, lines, PLACES, SCHOOLS } from './places.ts';

const complete = {
  stage: 'PRIMARY',
  hasIdentityNumber: true,
  guardianCount: 1,
  guardianWithNumber: true,
  hasPhoto: true,
  signedForm: true,
  differences: 0,
} as const;
const clean = { sameNumberElsewhere: false, suspicions: 0, graduatedSenior: false, stage: 'PRIMARY' } as const;

test('R1.1: a primary entrant in Shanxi with signed form and photo is complete, and the county decides alone', () => {
  assert.equal(ask('迎泽', 'registration-papers', complete).verdict, 'ALLOW');
  const county = { stage: 'PRIMARY', supervisedBy: 'COUNTY', reviewedByCounty: false } as const;
  assert.deepEqual(ask('迎泽', 'registration-review', county).findings, []);
  const city = { stage: 'SENIOR', supervisedBy: 'CITY', reviewedByCounty: false } as const;
  assert.equal(ask('迎泽', 'registration-review', city).verdict, 'REFUSE', 'C82: the county reviews, then the city');
});

test('R1.2: a student without a guardian on record is incomplete at the town’s primary school', () => {
  const decision = ask('S6', 'registration-papers', { ...complete, guardianCount: 0 });
  const finding = findingOf(decision, 'registration-papers');
  assert.deepEqual([finding.verdict, finding.chip], ['REFUSE', '水沟镇中心小学·第五条e']);
});

test('R1.3: a name that differs from the household register is refused, by the school’s own text and by the nation’s', () => {
  const facts = { ...complete, differences: 1 };
  assert.equal(findingOf(ask('S3', 'registration-papers', facts), 'true-information').chip, '本校·二、1');
  const decision = ask('迁安', 'registration-papers', facts);
  assert.deepEqual([decision.verdict, findingOf(decision, 'true-information').chip], ['REFUSE', '国家·第六条']);
});

test('R1.4: a second registration for one identity number is refused', () => {
  assert.equal(ask('长葛', 'one-registration', { ...clean, sameNumberElsewhere: true }).verdict, 'REFUSE');
});

test('R2.1: the number has the nation’s form, and nobody gets a second one', () => {
  const number = { kind: 'G', number: 'G41108220200831001X', alreadyIssued: false } as const;
  assert.equal(ask('长葛', 'registration-number', number).verdict, 'ALLOW');
  assert.equal(ask('长葛', 'registration-number', { ...number, alreadyIssued: true }).verdict, 'REFUSE');
});

test('R2.2: after transfers the number is the old one; a school’s own student code stays as well', () => {
  const second = { kind: 'G', number: 'G51010720200831001X', alreadyIssued: true } as const;
  assert.match(findingOf(ask('武侯', 'registration-number', second), 'registration-number').remedy!, /沿用原学籍号/);
  const code = { kind: 'SCHOOL', stage: 'PRIMARY', event: 'TRANSFER', renewed: true } as const;
  assert.equal(ask('S6', 'secondary-number', code).verdict, 'REFUSE');
  assert.equal(ask('S6', 'secondary-number', { ...code, renewed: false }).verdict, 'ALLOW');
});

test('the student card is free everywhere', () => {
  for (const place of ['长葛', '武侯', '迎泽', '迁安'] as const) {
    assert.equal(ask(place, 'student-card', { fee: 20 }).verdict, 'REFUSE');
    assert.equal(ask(place, 'student-card', { fee: 0 }).verdict, 'ALLOW');
  }
});

test('R3.2: a child with an open registration elsewhere is refused and transferred instead', () => {
  for (const place of ['武侯', '迎泽', '迁安'] as const) {
    const decision = ask(place, 'one-registration', { ...clean, sameNumberElsewhere: true });
    assert.equal(decision.verdict, 'REFUSE');
    assert.match(findingOf(decision, 'one-registration').remedy!, /转学/);
  }
});

test('R3.3: a senior entrant who has graduated from a senior school is refused in Sichuan', () => {
  const decision = ask('武侯', 'one-registration', { ...clean, stage: 'SENIOR', graduatedSenior: true });
  assert.equal(findingOf(decision, 'senior-entry-review').verdict, 'REFUSE');
});

const twelfth = {
  kind: 'LOCAL',
  stage: 'PRIMARY',
  event: 'ENTRY',
  renewed: true,
  issuedBy: 'CENTRE_SCHOOL',
  intakeYear: 2026,
  lastSerial: 11,
} as const;

test('R4.1: the twelfth entrant of 2026 at school 015 in Qian’an is 02 26 26 015 0 0012', () => {
  const decision = ask('迁安', 'secondary-number', { ...twelfth, number: '02262601500012' });
  assert.deepEqual(lines(decision), ['ALLOW 地方号码格式和顺序号相符，只作辅号 迁安·三、1']);
});

test('R4.2: after a senior transfer in Sichuan the old exam number is cancelled and the city gives a new one', () => {
  const moved = { kind: 'EXAM', stage: 'SENIOR', event: 'TRANSFER', renewed: false } as const;
  const kept = ask('武侯', 'secondary-number', moved);
  assert.equal(findingOf(kept, 'exam-number-transfer').verdict, 'REFUSE');
  assert.deepEqual(
    kept.requirements.map(({ by, what, chip }) => `${by} ${what} ${chip}`),
    ['CITY 注销原考籍号，重新编制 四川·第三十三条'],
  );
  assert.equal(ask('武侯', 'secondary-number', { ...moved, renewed: true, issuedBy: 'CITY' }).verdict, 'ALLOW');
});

test('R4.3: serial 13 while 12 is unused is refused: no gaps', () => {
  const decision = ask('迁安', 'secondary-number', { ...twelfth, number: '02262601500013' });
  assert.deepEqual(lines(decision), ['REFUSE 地方号码须连续编排，不得留空号，下一个顺序号是0012 迁安·三、1']);
});

test('the exam number is kept by who returns to the same grade, and given anew to who returns to a lower one', () => {
  const back = { kind: 'EXAM', stage: 'SENIOR', event: 'RETURN_SAME_GRADE', renewed: false } as const;
  const anew = { ...back, renewed: true, issuedBy: 'CITY' } as const;
  assert.equal(ask('武侯', 'secondary-number', back).verdict, 'ALLOW');
  assert.equal(ask('武侯', 'secondary-number', anew).verdict, 'REFUSE');
  assert.equal(ask('武侯', 'secondary-number', { ...anew, event: 'RETURN_LOWER_GRADE' }).verdict, 'ALLOW');
  assert.equal(ask('武侯', 'secondary-number', { ...back, event: 'RETENTION' }).verdict, 'REFUSE');
});

test('C19, C20: local numbers stand beside the national one, whose form and issuer nobody changes', () => {
  for (const [at, parameter] of [
    [{ placeCode: PLACES.迁安 }, 'length'],
    [SCHOOLS.S3, 'issuedBy'],
    [SCHOOLS.S4, 'issuedBy'],
    [SCHOOLS.S6, 'issuedBy'],
  ] as const) {
    const parameters = law.parametersOf('registration-number', { ...at, day: civilDate('2026-09-10') });
    const resolved = parameters.find(({ name }) => name === parameter)!;
    assert.equal(resolved.basis!.instrument.id, 'MOE');
    assert.equal(resolved.notApplied.length, 1);
  }
});

const roster = {
  stage: 'SENIOR',
  termStart: civilDate('2026-09-01'),
  confirmedOn: civilDate('2026-10-01'),
  outsideRules: 0,
} as const;

test('R5.1: senior rosters in Sichuan that are not confirmed by 30 September are overdue', () => {
  assert.equal(findingOf(ask('武侯', 'roster-confirmation', roster), 'roster-confirmation').code, 'LATE');
  const inTime = { ...roster, confirmedOn: civilDate('2026-09-30') };
  assert.equal(ask('武侯', 'roster-confirmation', inTime).verdict, 'ALLOW');
});

test('R5.2: three copies of the roster, and the class teacher’s goes to the next class teacher', () => {
  const { requirements } = ask('S3', 'roster-confirmation', { ...roster, stage: 'JUNIOR' });
  assert.deepEqual(
    requirements.map(({ by }) => by),
    ['SCHOOL', 'CLASS_TEACHER', 'SCHOOL', 'COUNTY'],
  );
  const own = law.packs.find(({ placeCode }) => placeCode === SCHOOLS.S3.schoolCode)!;
  const handOver = own.duties.find(({ id }) => id === 'hand-over-roster')!;
  assert.deepEqual([handOver.holder, handOver.rhythm], ['CLASS_TEACHER', { kind: 'AFTER', event: '班主任变动' }]);
});

test('R5.3: a roster in Sichuan with a student who was taken in against the rules is not confirmed', () => {
  const decision = ask('武侯', 'roster-confirmation', { ...roster, outsideRules: 1 });
  assert.equal(decision.verdict, 'REFUSE');
  assert.equal(findingOf(decision, 'roster-within-rules').chip, '四川·第十一条');
});

test('C06: that no file means no registration and no certificate is shown and does not count', () => {
  const facts = { enteredOn: civilDate('2026-09-01'), submittedOn: civilDate('2026-09-10') };
  const { verdict, notApplied } = ask('S3', 'build-file', facts);
  assert.equal(verdict, 'ALLOW');
  assert.deepEqual(
    notApplied.map(({ clauses }) => clauses),
    [['S3-2.1.3']],
  );
});

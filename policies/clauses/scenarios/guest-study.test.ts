import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { makeLaw, type Questions } from '../../../src/policy/index.ts';
import { packs, schoolTexts } from '../../index.ts';
import { ask, findingOf, lines } from './places.ts';

const guest: Questions['guest-study'] = {
  stage: 'PRIMARY',
  graduatingGrade: false,
  reason: 'PARENTS_ABROAD',
  gradeRegistered: 4,
  gradeThere: 4,
  secondRegistration: false,
};

test('B1.1: both parents abroad for a year: in Shanxi a guest with the approval of the authority, registered as before', () => {
  const facts = { ...guest, monthsAbroad: 12, seat: true, agreed: ['GUEST_SCHOOL', 'AUTHORITY'] } as const;
  const answer = ask('迎泽', 'guest-study', facts);
  assert.equal(answer.verdict, 'ALLOW');
  const stays = findingOf(answer, 'guest-study-registration');
  assert.deepEqual([stays.sentence, stays.chip], ['学籍仍在原学校，借读学校只作借读记录', '山西·第二十七条']);
  assert.equal(ask('迎泽', 'guest-study', { ...facts, monthsAbroad: 11 }).verdict, 'REFUSE');
  assert.equal(ask('迎泽', 'guest-study', { ...facts, seat: false }).verdict, 'REFUSE');
  assert.equal(ask('迎泽', 'guest-study', { ...facts, agreed: ['GUEST_SCHOOL'] }).verdict, 'REFUSE');
});

test("B1.2: a guest in Qian'an stands on the roster of the school of the registration for the last exams", () => {
  const end = (endsAt: 'REGISTERED' | 'GUEST') =>
    findingOf(ask('迁安', 'guest-study', { ...guest, reason: 'OTHER', endsAt }), 'guest-study-end');
  assert.equal(end('REGISTERED').verdict, 'ALLOW');
  assert.deepEqual([end('GUEST').verdict, end('GUEST').chip], ['REFUSE', '迁安·二、（三）3']);
});

test('B1.3: grade four is no guest of grade five', () => {
  const answer = ask('迎泽', 'guest-study', { ...guest, reason: 'MARTYR', gradeThere: 5 });
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(lines(answer)[0], 'REFUSE 学籍在4年级，不得借读5年级；已借读的，取消借读 山西·第二十六条');
  assert.equal(ask('迎泽', 'guest-study', { ...guest, reason: 'MARTYR' }).verdict, 'ALLOW');
});

test('B1.4: no guest gets a second registration, anywhere', () => {
  const chips = {
    迎泽: '山西·第二十七条',
    迁安: '迁安·二、（三）3',
    长葛: '国家·第六条',
    S3: '国家·第六条',
    S4: '本校·三',
    S6: '水沟镇中心小学·第十一条',
  } as const;
  for (const [place, chip] of Object.entries(chips)) {
    const facts = { ...guest, reason: 'FIELD_WORK', secondRegistration: true } as const;
    const finding = findingOf(ask(place as keyof typeof chips, 'guest-study', facts), 'guest-study-registration');
    assert.deepEqual([finding.verdict, finding.chip], ['REFUSE', chip]);
    assert.ok(finding.clauses.includes('MOE-6.2'));
  }
});

test('which children may be guests: none in Changge and Sichuan, in principle none elsewhere but by a named case', () => {
  const verdict = (place: '长葛' | '武侯' | '迎泽' | '迁安' | 'S3' | 'S4') =>
    ask(place, 'guest-study', { ...guest, reason: 'OTHER' }).verdict;
  assert.deepEqual([verdict('长葛'), verdict('武侯')], ['REFUSE', 'REFUSE']);
  for (const place of ['迎泽', '迁安', 'S3', 'S4'] as const) assert.equal(verdict(place), 'DISCRETIONARY', place);
});

test("children of migrant workers are transferred or registered where they study; Qian'an's guest places do not count", () => {
  for (const place of ['长葛', '武侯', '迎泽', '迁安', 'S3'] as const) {
    const answer = ask(place, 'guest-study', { ...guest, reason: 'MIGRANT' });
    assert.equal(answer.verdict, 'REFUSE', place);
    assert.equal(findingOf(answer, 'guest-study-ground').code, 'TRANSFER_INSTEAD');
  }
  const { notApplied } = ask('迁安', 'guest-study', { ...guest, reason: 'MIGRANT' });
  assert.deepEqual(
    notApplied.map(({ chip }) => chip),
    ['迁安·二、（三）', '迁安·二、（三）1'],
  );
});

test('a guest at a Shanxi senior school takes the proficiency examinations at the school of the registration', () => {
  const senior = { ...guest, stage: 'SENIOR', reason: 'FIELD_WORK', gradeRegistered: 11, gradeThere: 11 } as const;
  const finding = findingOf(ask('迎泽', 'guest-study', { ...senior, endsAt: 'GUEST' }), 'guest-study-end');
  assert.equal(finding.verdict, 'REFUSE');
  assert.match(finding.sentence, /学业水平考试/);
});

test('E1.1: a child taught at home is registered at the school that teaches it there', () => {
  const taught = { stage: 'PRIMARY', way: 'HOME_DELIVERY' } as const;
  const chips = { 长葛: '长葛·二、2', 武侯: '四川·第十六条', 迎泽: '山西·第十四条', 迁安: '国家·第六条' } as const;
  for (const [name, chip] of Object.entries(chips)) {
    const place = name as keyof typeof chips;
    const here = ask(place, 'special-education', { ...taught, registeredAt: 'HOME_DELIVERY_SCHOOL' });
    assert.equal(here.verdict, 'ALLOW');
    assert.equal(findingOf(here, 'home-delivery-registration').chip, chip);
    assert.equal(ask(place, 'special-education', { ...taught, registeredAt: 'SCHOOL_BEFORE' }).verdict, 'REFUSE');
  }
});

test('E1.2: to a work-study school the registration moves only by a recorded agreement', () => {
  const entering = { stage: 'JUNIOR', way: 'WORK_STUDY', agreementRecorded: false } as const;
  for (const place of ['武侯', '迎泽'] as const) {
    assert.equal(ask(place, 'special-education', entering).verdict, 'REFUSE');
    assert.equal(ask(place, 'special-education', { ...entering, agreementRecorded: true }).verdict, 'ALLOW');
  }
});

test('N3.1: two days are given by the class teacher at S3', () => {
  const facts = { stage: 'JUNIOR', days: 2, reason: 'PERSONAL', approvedBy: 'CLASS_TEACHER' } as const;
  assert.equal(lines(ask('S3', 'leave-of-absence', facts))[0], 'ALLOW 请假2天，已由班主任批准 本校·七、1');
});

test('N3.2: a sick child leaves at ten; the teacher has called home, the gate checks and writes it down', () => {
  const answer = ask('S3', 'leaving-during-school', { stage: 'JUNIOR', guardianCalled: true, slipSigned: true });
  assert.equal(answer.verdict, 'ALLOW');
  assert.deepEqual(
    answer.requirements.map(({ by }) => by),
    ['GUARDIAN', 'CLASS_TEACHER', 'GATEKEEPER'],
  );
});

test('N3.3: five days are not for the class teacher of S3 to give', () => {
  const facts = { stage: 'JUNIOR', days: 5, reason: 'PERSONAL', approvedBy: 'CLASS_TEACHER' } as const;
  const answer = ask('S3', 'leave-of-absence', facts);
  assert.equal(lines(answer)[0], 'REFUSE 请假5天应由政教处批准，班主任无权准假 本校·七、1');
});

test('N3.4: without a signed slip the gate of S3 lets nobody out', () => {
  const answer = ask('S3', 'leaving-during-school', { stage: 'JUNIOR', guardianCalled: true, slipSigned: false });
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(answer.findings[0]!.code, 'NO_SIGNED_SLIP');
});

test('what a text leaves out is for the school to set: over two weeks at S3, two to six days at S4', () => {
  const days = (school: 'S3' | 'S4', count: number) =>
    ask(school, 'leave-of-absence', { stage: 'JUNIOR', days: count, reason: 'PERSONAL' });
  for (const [school, count] of [
    ['S3', 15],
    ['S4', 2],
    ['S4', 6],
  ] as const) {
    assert.equal(days(school, count).findings[0]!.code, 'PARAMETER_NOT_SET', `${school} ${count}`);
  }
  assert.match(days('S4', 7).findings[0]!.sentence, /教导处/);
  assert.match(days('S4', 15).findings[0]!.sentence, /校长/);
});

test('absence without leave or beyond it is truancy in Sichuan; at S4 a month without a word costs the school its proof', () => {
  const away = { stage: 'JUNIOR', since: civilDate('2026-09-01'), atTermStart: true, askedLeave: false } as const;
  assert.equal(findingOf(ask('武侯', 'absence', away), 'truancy').code, 'WITHOUT_LEAVE');
  const beyond = { ...away, askedLeave: true, leaveUntil: civilDate('2026-09-09') };
  assert.equal(findingOf(ask('武侯', 'absence', beyond), 'truancy').code, 'BEYOND_LEAVE');
  assert.equal(ask('S4', 'absence', away, '2026-10-02').findings[0]!.code, 'NO_PROOF');
});

test("a school's own text on leave steps back where its province has spoken, and speaks where it has not", () => {
  const school = { schoolCode: '1499000001', placeCode: '140106' };
  const law = makeLaw([...packs, schoolTexts.S4(school)]);
  const facts = {
    stage: 'JUNIOR',
    graduatingGrade: false,
    reason: 'ILLNESS',
    orderedBySchool: false,
    termHours: 600,
    hoursMissed: 200,
    hospital: 'COUNTY',
    hospitalPapers: [],
  } as const;
  const at = { ...school, day: civilDate('2026-09-10') };
  assert.equal(law.ask('leave', at, facts).verdict, 'ALLOW');
  assert.equal(ask('S4', 'leave', facts).verdict, 'REFUSE');
});

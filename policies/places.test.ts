import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../src/kernel/civil-date.ts';
import { cite, type Decision, makeLaw, type QuestionId, type Questions } from '../src/policy/index.ts';
import { packs, schoolTexts } from './index.ts';

const PLACES = { 长葛: '411082', 武侯: '510107', 迎泽: '140106', 迁安: '130283', 郑州金水: '410105' } as const;
const SCHOOL = { schoolCode: '2199000001', placeCode: PLACES.武侯 };
const law = makeLaw([...packs, ...Object.values(schoolTexts).map((text) => text(SCHOOL))]);

function ask<Q extends QuestionId>(place: keyof typeof PLACES, question: Q, facts: Questions[Q], day = '2026-09-10') {
  return law.ask(question, { placeCode: PLACES[place], day: civilDate(day) }, facts);
}
const lines = ({ findings }: Decision) =>
  findings.map(({ verdict, sentence, chip }) => `${verdict} ${sentence} ${chip}`);

const lastDay = { bornOn: civilDate('2020-08-31'), intakeYear: 2026, grade: 1 };
const tooYoung = { ...lastDay, bornOn: civilDate('2020-09-01') };
const clean = { sameNumberElsewhere: false, suspicions: 0, graduatedSenior: false, stage: 'PRIMARY' } as const;

test('Changge: six on 31 August itself, with Changge cited', () => {
  assert.deepEqual(lines(ask('长葛', 'entry-age', lastDay)), ['ALLOW 8月31日前满6周岁 长葛·二、1']);
});

test('Changge: a day younger is refused, and taken with the written approval of the authority', () => {
  const [finding] = ask('长葛', 'entry-age', tooYoung).findings;
  assert.deepEqual(
    [finding!.verdict, finding!.force, finding!.sentence, finding!.chip],
    ['REFUSE', 'MUST', '8月31日前未满6周岁', '长葛·二、1'],
  );
  assert.match(finding!.remedy!, /附批准文件/);
  assert.deepEqual(finding!.clauses, ['CG-2.1.2', 'CG-2.1.4', 'MOE-1.1']);
  assert.equal(ask('长葛', 'entry-age', { ...tooYoung, approved: 'EARLY' }).verdict, 'ALLOW');
});

test("Qian'an: a day younger is generally not taken, and the authority may let it through with a reason", () => {
  const [finding] = ask('迁安', 'entry-age', tooYoung).findings;
  assert.deepEqual(
    [finding!.verdict, finding!.force, finding!.chip],
    ['DISCRETIONARY', 'PRINCIPLE', '迁安·二、（一）'],
  );
});

test('Sichuan and Shanxi name no day: the authority decides, and no day is guessed', () => {
  for (const place of ['武侯', '迎泽'] as const) {
    const decision = ask(place, 'entry-age', lastDay);
    assert.equal(decision.verdict, 'DISCRETIONARY');
    assert.equal(decision.findings[0]!.code, 'PARAMETER_NOT_SET');
  }
});

test('a county that sets the day in the product is cited for it', () => {
  const inForce = { from: civilDate('2026-05-01'), to: civilDate('2027-05-01') };
  const notice = {
    id: 'LOCAL',
    title: '2026年招生通知',
    short: '武侯',
    issuer: '武侯区教育局',
    placeCode: PLACES.武侯,
    inForce,
  };
  const basis = cite(notice, '第二条');
  const local = [{ placeCode: PLACES.武侯, ruleId: 'entry-age', values: { cutoff: '08-31' }, basis, inForce }];
  const at = { placeCode: PLACES.武侯, day: civilDate('2026-09-10'), local };
  const decision = law.ask('entry-age', at, lastDay);
  assert.deepEqual(lines(decision), ['ALLOW 8月31日前满6周岁 武侯·第二条']);
});

test('older entrants are asked for no entry age anywhere', () => {
  for (const place of Object.keys(PLACES) as (keyof typeof PLACES)[]) {
    assert.deepEqual(ask(place, 'entry-age', { ...tooYoung, grade: 7 }).findings, []);
  }
});

test('the file: fifteen days in Shanxi, a month in Sichuan, Changge and Henan; late is never a refusal', () => {
  const facts = { enteredOn: civilDate('2026-09-01'), submittedOn: civilDate('2026-09-17') };
  assert.deepEqual(lines(ask('迎泽', 'build-file', facts)), [
    'DISCRETIONARY 入学后15天内应建籍，9月16日到期，已晚1天 山西·第十一条',
  ]);
  assert.deepEqual(lines(ask('武侯', 'build-file', facts)), ['ALLOW 入学后1个月内建籍，10月1日到期 四川·第十七条']);
  assert.deepEqual(lines(ask('长葛', 'build-file', facts)), ['ALLOW 入学后1个月内建籍，10月1日到期 长葛·二、2']);
  assert.deepEqual(lines(ask('郑州金水', 'build-file', facts)), ['ALLOW 入学后1个月内建籍，10月1日到期 国家·第七条']);
});

test("the file of a new student in Qian'an: the nation's month and the county's September both bind", () => {
  const facts = { enteredOn: civilDate('2026-09-10'), submittedOn: civilDate('2026-10-08') };
  assert.deepEqual(lines(ask('迁安', 'build-file', facts)), [
    'DISCRETIONARY 新生应在9月30日前建档，已晚8天 迁安·三、2',
    'ALLOW 入学后1个月内建籍，10月10日到期 国家·第七条',
  ]);
});

test('before Shanxi had its text the national month held there', () => {
  const facts = { enteredOn: civilDate('2020-09-01'), submittedOn: civilDate('2020-09-20') };
  assert.equal(ask('迎泽', 'build-file', facts, '2020-09-20').verdict, 'ALLOW');
});

test('a second registration is refused everywhere by the text of the place, with the way to mend it', () => {
  const chips = { 长葛: '长葛·二、2', 武侯: '四川·第十五条', 迎泽: '山西·第十四条', 迁安: '国家·第六条' } as const;
  for (const [place, chip] of Object.entries(chips)) {
    const decision = ask(place as keyof typeof chips, 'one-registration', { ...clean, sameNumberElsewhere: true });
    assert.equal(decision.verdict, 'REFUSE');
    assert.equal(decision.findings[0]!.chip, chip);
    assert.match(decision.findings[0]!.remedy!, /转学/);
  }
});

test('a senior entrant who has left a senior school before is refused in Sichuan', () => {
  const facts = { ...clean, stage: 'SENIOR', graduatedSenior: true } as const;
  assert.equal(ask('武侯', 'one-registration', facts).findings[0]!.chip, '四川·第十二条');
  assert.equal(ask('长葛', 'one-registration', facts).verdict, 'ALLOW');
});

test('Shanxi asks for a signed form and a photo besides the guardian that every place asks for', () => {
  const bare = { stage: 'PRIMARY', hasIdentityNumber: true, guardianCount: 0, guardianWithNumber: false } as const;
  const facts = { ...bare, hasPhoto: false, signedForm: false };
  const refused = (place: keyof typeof PLACES) =>
    ask(place, 'registration-papers', facts)
      .findings.map(({ ruleId }) => ruleId)
      .toSorted();
  assert.deepEqual(refused('迎泽'), ['photo-needed', 'registration-papers', 'registration-signature']);
  assert.deepEqual(refused('长葛'), ['registration-papers']);
});

test('class groups: Shanxi warns at 46 and refuses at 51; the other texts give no number', () => {
  const size = (place: keyof typeof PLACES, count: number) =>
    ask(place, 'class-size', { stage: 'PRIMARY', grade: 1, size: count });
  assert.deepEqual(lines(size('迎泽', 46)), ['DISCRETIONARY 小学班额原则上45人以内，最多50人，现46人 山西·第十三条']);
  assert.equal(size('迎泽', 51).verdict, 'REFUSE');
  assert.deepEqual(size('武侯', 60).findings, []);
});

test('Shanxi: the county reviews what the city decides on, and lists are reviewed before placement', () => {
  const review = { stage: 'SENIOR', supervisedBy: 'CITY', reviewedByCounty: false } as const;
  assert.equal(ask('迎泽', 'registration-review', review).verdict, 'REFUSE');
  assert.equal(ask('武侯', 'registration-review', review).verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'class-placement', { stage: 'JUNIOR', reviewed: false }).verdict, 'REFUSE');
  assert.equal(ask('长葛', 'class-placement', { stage: 'JUNIOR', reviewed: false }).verdict, 'ALLOW');
});

test('rosters: Sichuan by 30 September and for senior schools, Shanxi within a month of the first day', () => {
  const facts = { stage: 'SENIOR', termStart: civilDate('2026-09-01'), confirmedOn: civilDate('2026-10-01') } as const;
  assert.equal(ask('武侯', 'roster-confirmation', facts).verdict, 'DISCRETIONARY');
  assert.equal(ask('迎泽', 'roster-confirmation', facts).verdict, 'ALLOW');
  assert.deepEqual(ask('武侯', 'roster-confirmation', { ...facts, stage: 'PRIMARY' }).findings, []);
});

test("Qian'an's fourteen digits and guest registrations are shown beside the nation's text and do not count", () => {
  const at = { placeCode: PLACES.迁安, day: civilDate('2026-09-10') };
  const length = law.parametersOf('registration-number', at).find(({ name }) => name === 'length')!;
  assert.equal(length.value, 19);
  assert.deepEqual(
    length.notApplied.map(({ value, basis }) => [value, basis.article]),
    [[14, '三、1']],
  );
  const [live] = law.parametersOf('one-registration', at);
  assert.equal(live!.value, 1);
  assert.match(live!.notApplied[0]!.because, /借读只作借读记录/);
});

test('a school that adopts a text of its own is asked by it, other schools of the county are not', () => {
  const facts = { stage: 'JUNIOR', grade: 8, size: 40 } as const;
  const at = { placeCode: PLACES.武侯, day: civilDate('2026-09-10') };
  assert.equal(law.ask('class-size', { ...at, schoolCode: SCHOOL.schoolCode }, facts).findings.length, 1);
  assert.deepEqual(law.ask('class-size', { ...at, schoolCode: '3199000002' }, facts).findings, []);
});

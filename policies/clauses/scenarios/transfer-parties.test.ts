import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { ask, findingOf, law, lines, PLACES } from './places.ts';

const FIRST_DAY = '2026-09-01';
const idle = {
  by: 'HIGHER_AUTHORITY',
  since: civilDate('2026-09-07'),
  againstConditions: false,
  special: false,
} as const;
const refusal = {
  stage: 'JUNIOR',
  matter: 'TRANSFER',
  reason: 'TEST_FAILED',
  entitled: false,
  arranged: false,
} as const;

test('F7.1: a sending school idle for ten working days: on the eleventh the higher authority may force the step', () => {
  assert.equal(ask('长葛', 'forced-step', idle, '2026-09-20').verdict, 'REFUSE');
  assert.deepEqual(lines(ask('长葛', 'forced-step', idle, '2026-09-21')), [
    'ALLOW 10个工作日内未办，9月20日已到期，可以强制办理，并留痕 长葛·三、1（三）',
  ]);
});

test('F7.2: holidays and worked weekends inside the ten working days are counted as published', () => {
  const turn = { actor: 'RECEIVING_SCHOOL', done: [], sameAuthority: false, since: civilDate('2026-09-21') } as const;
  const finding = findingOf(ask('武侯', 'transfer-step', turn, '2026-09-21'), 'transfer-turn');
  assert.equal(finding.sentence, '轮到本方，10个工作日内办结，10月12日到期');
});

test('F7.3: a school does not force the step of its counterpart, in Changge or in Sichuan', () => {
  for (const place of ['长葛', '武侯'] as const) {
    const answer = ask(place, 'forced-step', { ...idle, by: 'COUNTERPART', special: true }, '2026-10-15');
    assert.equal(answer.findings[0]?.code, 'NOT_ENTITLED');
    assert.equal(answer.verdict, 'REFUSE');
  }
  assert.equal(ask('武侯', 'forced-step', { ...idle, special: true }).verdict, 'ALLOW');
});

test('T4.1: a Shanxi senior student may go to a vocational school anywhere in the province', () => {
  const facts = { ...seniorTransfer, fromSchool: 'ORDINARY', toSchool: 'VOCATIONAL', ground: 'OTHER' } as const;
  const answer = ask('迎泽', 'transfer', { ...facts, schools: 'SAME_URBAN_AREA' }, FIRST_DAY);
  assert.equal(answer.verdict, 'ALLOW');
  assert.equal(findingOf(answer, 'to-vocational-school').chip, '山西·第十九条');
});

test('T4.2: from a school that is no model to a model school: in principle no in Sichuan, no in Shanxi', () => {
  const up = { ...seniorTransfer, fromSchool: 'ORDINARY', toSchool: 'MODEL' } as const;
  assert.equal(
    lines(ask('武侯', 'transfer', up, FIRST_DAY))[0],
    'DISCRETIONARY 非省级示范高中原则上不得转往省级示范高中 四川·第三十一条（二）',
  );
  assert.equal(ask('迎泽', 'transfer', up, FIRST_DAY).verdict, 'REFUSE');
});

test('T4.3: a vocational student does not go to a Shanxi senior school', () => {
  const facts = { ...seniorTransfer, fromSchool: 'VOCATIONAL' } as const;
  assert.equal(
    lines(ask('迎泽', 'transfer', facts, FIRST_DAY))[0],
    'REFUSE 普通高中不得接收中等职业学校学生转入 山西·第二十条',
  );
});

test('T5.1: a student of a special school in inclusive study is seated, and each place cites its own text', () => {
  const facts = {
    registeredElsewhere: true,
    transfer: 'NONE',
    guestStudyApproved: false,
    exception: 'INCLUSIVE',
  } as const;
  const chips = { 长葛: '长葛·二、2', 武侯: '四川·第三十五条', 迎泽: '山西·第十四条', 迁安: '国家·第六条' } as const;
  for (const [place, chip] of Object.entries(chips)) {
    const { verdict, findings } = ask(place as keyof typeof chips, 'intake', facts);
    assert.deepEqual([verdict, findings[0]?.code, findings[0]?.chip], ['ALLOW', 'EXCEPTION', chip]);
  }
});

test("T5.2: registered elsewhere and nothing opened: no seat; once a transfer is opened the child sits, but not in Qian'an", () => {
  const facts = { registeredElsewhere: true, transfer: 'NONE', guestStudyApproved: false } as const;
  assert.equal(lines(ask('长葛', 'intake', facts))[0], 'REFUSE 学籍在别校，未办转学手续，不得接收就读 长葛·二、2');
  assert.equal(ask('长葛', 'intake', { ...facts, transfer: 'OPENED' }).verdict, 'ALLOW');
  assert.equal(ask('长葛', 'intake', { ...facts, guestStudyApproved: true }).verdict, 'ALLOW');
  assert.equal(ask('迁安', 'intake', { ...facts, transfer: 'OPENED' }).verdict, 'REFUSE');
  assert.equal(ask('迁安', 'intake', { ...facts, transfer: 'APPROVED' }).verdict, 'ALLOW');
});

test('T6.1: a class group that moves up goes to the centre primary in one act of the township registrar', () => {
  const facts = { operator: 'TOWNSHIP_REGISTRAR', movesUp: true, toCentrePrimary: true } as const;
  const [line] = lines(ask('S6', 'whole-class-transfer', facts));
  assert.match(line ?? '', /^ALLOW .*学籍号和档案不变 .*·第二十四条$/);
  assert.equal(ask('S6', 'whole-class-transfer', { ...facts, operator: 'SCHOOL_REGISTRAR' }).verdict, 'REFUSE');
});

test('T6.2: five signatures, then the certificate; four are not enough', () => {
  const five = ['STUDENT', 'GUARDIAN', 'CLASS_TEACHER', 'MORAL_EDUCATION', 'VICE_PRINCIPAL'] as const;
  const papers = (signedBy: readonly (typeof five)[number][]) =>
    ask('S3', 'school-papers', { direction: 'OUT', demanded: [], signedBy });
  const signed = papers(five);
  assert.match(lines(signed)[0] ?? '', /^ALLOW 签字齐全，发给转学证明书 .*·三、2\(1\)$/);
  assert.ok(signed.requirements.some(({ by, what }) => by === 'SENDING_SCHOOL' && what === '发给转学证明书'));
  assert.equal(papers(five.slice(0, 4)).findings[0]?.sentence, '转学申请缺主管校长签字');
});

test('T6.2: in a place whose own text says which papers count, a school adds none to them', () => {
  const more = { direction: 'IN', demanded: ['EVIDENCE', 'PAPER_APPROVAL_FORM'] } as const;
  assert.equal(lines(ask('武侯', 'school-papers', more))[0], 'REFUSE 不得要求家长另交纸质转学审批表 四川·第三十二条');
  assert.equal(ask('S3', 'school-papers', more).verdict, 'ALLOW');
});

test('T6.3: a school moves nobody out of compulsory education without the guardian', () => {
  const answer = ask('长葛', 'transfer', { ...ordinaryTransfer, guardianApplies: false });
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(findingOf(answer, 'no-ordered-transfer').chip, '长葛·三、1（四）');
});

test('T7.1: a full plan for an entrant, and in Shanxi a full class group for a transfer, are lawful reasons with their article', () => {
  const entrant = { ...refusal, matter: 'ENTRY', reason: 'PLAN_FULL' } as const;
  assert.deepEqual(lines(ask('武侯', 'transfer-refusal', entrant)), [
    'ALLOW 以“招生计划已满”拒收须书面说明，并报主管部门安排就读 四川·第三十五条',
  ]);
  assert.deepEqual(lines(ask('迎泽', 'transfer-refusal', { ...refusal, reason: 'CLASS_FULL' })), [
    'ALLOW 以“班额已满”拒收须书面说明，并报主管部门安排就读 山西·第四十六条（九）',
  ]);
  assert.equal(ask('迎泽', 'transfer-refusal', { ...refusal, reason: 'PLAN_FULL' }).verdict, 'REFUSE');
});

test('T7.2: a failed entrance test is no reason in compulsory education, whatever the school text says', () => {
  assert.equal(
    lines(ask('武侯', 'transfer-refusal', refusal))[0],
    'REFUSE 义务教育免试就近入学，“入学考试或考核未通过”不是拒收的理由 四川·第三十五条',
  );
  const school = ask('S3', 'transfer-refusal', refusal);
  assert.equal(school.verdict, 'REFUSE');
  const [first] = school.notApplied;
  assert.match(first?.chip ?? '', /·三、1\(1\)$/);
  assert.equal(first?.says, '转入须先经学校考核合格，再向教育股申请');
  assert.equal(school.notApplied.length, 6);
});

test('T7.3: a registration that has not arrived is no reason to refuse a child', () => {
  const answer = ask('武侯', 'transfer-refusal', { ...refusal, reason: 'NOT_ARRIVED' });
  assert.deepEqual(lines(answer), ['REFUSE 籍随人走，学籍是入学的结果，“学籍未转到”不是拒收的理由 四川·前言']);
});

test('a school does not refuse whom the authority sends', () => {
  const answer = ask('S4', 'transfer-refusal', { ...refusal, reason: 'CLASS_FULL', arranged: true });
  assert.equal(answer.findings[0]?.code, 'ARRANGED');
  assert.equal(answer.verdict, 'REFUSE');
});

test('ten working days for each party in Changge, Sichuan and Shanxi, each by its own article', () => {
  const limit = (place: keyof typeof PLACES, ruleId: string) => {
    const values = law.parametersOf(ruleId, { placeCode: PLACES[place], day: civilDate('2026-09-10') });
    const within = values.find(({ name }) => name === 'within');
    return [within?.value, within?.basis?.clauses.includes(`${within.basis.instrument.id}-${TERMS[place]}`)];
  };
  const TERMS: Partial<Record<keyof typeof PLACES, string>> = { 长葛: '3.1.3.b', 武侯: '32.6', 迎泽: '22.1' };
  assert.deepEqual(limit('长葛', 'transfer-chain'), [{ workingDays: 10 }, true]);
  assert.deepEqual(limit('武侯', 'transfer-chain'), [{ workingDays: 10 }, true]);
  assert.deepEqual(limit('迎泽', 'hand-over'), [{ workingDays: 10 }, true]);
});

test("Qian'an: town schools go by their centre school, and a seat is given within three days", () => {
  const facts = { ...ordinaryTransfer, schools: 'SAME_COUNTY', route: 'TOWN_TO_URBAN' } as const;
  const { requirements, notApplied } = ask('迁安', 'transfer', facts);
  assert.deepEqual(
    requirements.filter(({ kind }) => kind !== 'PAPER').map(({ by }) => by),
    [
      'RECEIVING_SCHOOL',
      'SENDING_SCHOOL',
      'AUTHORITY',
      'SENDING_SCHOOL',
      'CENTRE_SCHOOL',
      'AUTHORITY',
      'RECEIVING_SCHOOL',
    ],
  );
  assert.deepEqual(
    notApplied.map(({ says }) => says),
    ['转学先向转出学校申请', '乡镇之间转学由转入校所在地中心校最后审批'],
  );
});

test('work-study: the registration goes along only as school and guardian have agreed', () => {
  const facts = { ...ordinaryTransfer, specialSchool: 'WORK_STUDY' } as const;
  assert.equal(ask('武侯', 'transfer', facts, FIRST_DAY).verdict, 'REFUSE');
  assert.equal(ask('迎泽', 'transfer', { ...facts, registrationAgreed: true }, FIRST_DAY).verdict, 'ALLOW');
});

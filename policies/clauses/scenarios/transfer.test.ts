import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinaryTransfer, seniorTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';
import { ask, askBoth, findingOf, lines } from './places.ts';

const OCTOBER = '2026-10-15';
const FIRST_DAY = '2026-09-01';
const householdMoved = { ...ordinaryTransfer, ground: 'HOUSEHOLD_MOVED' } as const;
const acrossProvinces = { ...ordinaryTransfer, moved: 'ACROSS_PROVINCES', schools: 'OTHER_PROVINCE' } as const;

test('the same child, whose household moved to another county, asks in October: yes, with a reason, no', () => {
  const answers = (['长葛', '武侯', '迁安'] as const).map((place) => ask(place, 'transfer', householdMoved, OCTOBER));
  assert.deepEqual(
    answers.map(({ verdict }) => verdict),
    ['ALLOW', 'DISCRETIONARY', 'REFUSE'],
  );
  assert.deepEqual(
    answers.map((answer) => lines(answer)[0]),
    [
      'ALLOW 因户籍迁移转学，应准予，各方不得拒绝 长葛·三、1（一）',
      'DISCRETIONARY 转学在开学后5个工作日内申请，9月8日已截止，学期中途原则上不办理 四川·第三十三条',
      'REFUSE 仅户籍迁移，户口和家庭住址须都已迁移 迁安·二、（二）1',
    ],
  );
});

test('T1.1: a Sichuan family brings its papers, four parties and the city act in their order, then the file goes', () => {
  const { requirements } = ask('武侯', 'transfer', ordinaryTransfer, FIRST_DAY);
  const papers = requirements.filter(({ kind }) => kind === 'PAPER').map(({ what }) => what);
  assert.deepEqual(papers.slice(0, 3), ['学生有效身份证', '户口簿', '转出学校打印的学生基本信息表']);
  const steps = requirements.flatMap((one) => (one.kind === 'STEP' ? [[one.by, one.within]] : []));
  const within = { workingDays: 10 };
  assert.deepEqual(steps, [
    ['RECEIVING_SCHOOL', within],
    ['RECEIVING_AUTHORITY', within],
    ['SENDING_SCHOOL', within],
    ['SENDING_AUTHORITY', within],
    ['CITY', within],
  ]);
  const file = requirements.find(({ kind }) => kind === 'DEADLINE');
  assert.deepEqual([file?.what, file?.chip], ['转出学籍档案并办结', '四川·第三十二条']);
});

test('T1.2: a Shanxi family applies at the sending school, which seals and uploads; the receiving school opens it', () => {
  const facts = { ...ordinaryTransfer, appliedAt: 'SENDING_SCHOOL', openedBy: 'RECEIVING_SCHOOL' } as const;
  const answer = ask('迎泽', 'transfer', facts, FIRST_DAY);
  assert.equal(answer.verdict, 'ALLOW');
  const sealed = answer.requirements.find(({ what }) => what.includes('签章'));
  assert.deepEqual([sealed?.by, sealed?.chip], ['SENDING_SCHOOL', '山西·第十八条']);
  assert.equal(findingOf(answer, 'transfer-opening').verdict, 'ALLOW');
});

test('T1.3: a Sichuan sending school does not open a transfer', () => {
  const answer = ask('武侯', 'transfer', { ...ordinaryTransfer, openedBy: 'SENDING_SCHOOL' }, FIRST_DAY);
  assert.equal(answer.verdict, 'REFUSE');
  assert.deepEqual(lines(answer)[0], 'REFUSE 转学由转入学校在学籍系统发起，转出学校不能发起 四川·第三十二条');
});

test('T1.4: the sending authority does not act before the receiving authority', () => {
  const facts = {
    actor: 'SENDING_AUTHORITY',
    done: ['RECEIVING_SCHOOL', 'SENDING_SCHOOL'],
    sameAuthority: false,
  } as const;
  assert.deepEqual(lines(ask('武侯', 'transfer-step', facts)), [
    'REFUSE 转入学校学籍主管部门尚未办理，不能越过 四川·第三十二条',
  ]);
});

test('T2.1: a household move into another school district of Changge entitles, and no reason stands against it', () => {
  const facts = { ...householdMoved, moved: 'WITHIN_COUNTY', schools: 'SAME_COUNTY' } as const;
  assert.equal(findingOf(ask('长葛', 'transfer', facts), 'transfer-ground').code, 'ENTITLED');
  const refusal = {
    stage: 'PRIMARY',
    matter: 'TRANSFER',
    reason: 'CLASS_FULL',
    entitled: true,
    arranged: false,
  } as const;
  const answer = ask('长葛', 'transfer-refusal', refusal);
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(lines(answer)[0], 'REFUSE 属应准予转学的情形，不得拒绝 长葛·三、1（一）');
});

test('T2.2: from Shanxi to Changge the papers and time limits of both are listed, each by its party', () => {
  const answer = askBoth(['迎泽', '长葛'], 'transfer', acrossProvinces, FIRST_DAY);
  assert.equal(answer.verdict, 'ALLOW');
  const listed = answer.requirements.map((one) =>
    [one.side, one.by, one.what, 'within' in one && one.within ? Object.values(one.within)[0] : ''].join(' ').trim(),
  );
  assert.deepEqual(listed, [
    'RECEIVING GUARDIAN 转学事由的有效证明材料',
    'RECEIVING GUARDIAN 原学籍所在学校的学籍证明',
    'RECEIVING RECEIVING_SCHOOL 核对材料，同意接收，在学籍系统发起转学并上传证明材料 10',
    'RECEIVING RECEIVING_AUTHORITY 核办转入 10',
    'SENDING GUARDIAN 山西省中小学生转学申请表（附件8）',
    'SENDING GUARDIAN 转学事由的证明（户籍迁移证明、家长工作调动证明等）',
    'SENDING SENDING_SCHOOL 受理学校签章后的转学申请表影像',
    'SENDING SENDING_SCHOOL 核对并同意转出',
    'SENDING SENDING_AUTHORITY 核办转出',
    'SENDING CITY 批准',
    'SENDING SENDING_SCHOOL 完成学籍转接 10',
    'SENDING SENDING_AUTHORITY 完成学籍转接 10',
    'SENDING CITY 完成学籍转接 10',
    'SENDING SENDING_SCHOOL 转出学籍档案并办结 1',
  ]);
});

test('where no text of the place names the parties, four act in ten working days each by the text of the nation', () => {
  const steps = (day: string) =>
    ask('S3', 'transfer', ordinaryTransfer, day).requirements.map(({ by, chip }) => `${by} ${chip}`);
  assert.deepEqual(steps(FIRST_DAY), [
    'RECEIVING_SCHOOL 国家·第十五条',
    'RECEIVING_AUTHORITY 国家·第十五条',
    'SENDING_SCHOOL 国家·第十五条',
    'SENDING_AUTHORITY 国家·第十五条',
  ]);
  const senior = ask('长葛', 'transfer', seniorTransfer).requirements.map(({ by, chip }) => `${by} ${chip}`);
  assert.deepEqual(senior, steps(FIRST_DAY), 'the provisions of Changge are for compulsory education');
  assert.deepEqual(steps('2024-09-02'), [], 'the revision was not yet in force');
});

test('from Changge to Sichuan each side names its own papers, window and parties', () => {
  const answer = askBoth(['长葛', '武侯'], 'transfer', acrossProvinces, OCTOBER);
  assert.equal(answer.verdict, 'DISCRETIONARY');
  const windows = answer.findings.filter(({ ruleId }) => ruleId === 'transfer-window');
  assert.deepEqual(
    windows.map(({ side, verdict, chip }) => [side, verdict, chip]),
    [
      ['RECEIVING', 'DISCRETIONARY', '四川·第三十三条'],
      ['SENDING', 'ALLOW', '长葛·三、1（三）'],
    ],
  );
  const bySide = (side: string) => answer.requirements.filter((one) => one.side === side).map(({ by }) => by);
  assert.ok(bySide('RECEIVING').includes('CITY') && !bySide('RECEIVING').includes('SENDING_SCHOOL'));
  assert.ok(bySide('SENDING').includes('SENDING_AUTHORITY') && !bySide('SENDING').includes('RECEIVING_SCHOOL'));
});

test('Shanxi asked alone of a transfer to another province says that half of the answer is missing', () => {
  const answer = ask('迎泽', 'transfer', acrossProvinces, FIRST_DAY);
  assert.equal(findingOf(answer, 'other-province').code, 'ASK_BOTH');
});

test('T2.3: a move inside one Shanxi urban area is refused, one to another county of the city is not', () => {
  const near = ask('迎泽', 'transfer', { ...ordinaryTransfer, moved: 'WITHIN_URBAN_AREA' }, FIRST_DAY);
  assert.deepEqual(lines(near)[0], 'REFUSE 迁移在同城区内跨县（市、区），不算跨省、市、县迁移，不能转学 山西·第十七条');
  assert.equal(ask('迎泽', 'transfer', ordinaryTransfer, FIRST_DAY).verdict, 'ALLOW');
});

test('T2.4: in the first year 3 km from school is refused in principle, 5 km goes to the authority', () => {
  const facts = {
    ...ordinaryTransfer,
    stage: 'JUNIOR',
    schools: 'SAME_CITY',
    ground: 'RESIDENCE_MOVED',
    enteredOn: ordinaryTransfer.termStart,
  } as const;
  const near = ask('S4', 'transfer', { ...facts, kilometres: 3 });
  assert.deepEqual(
    near.findings.map(({ verdict, letThroughBy }) => [verdict, letThroughBy]),
    [['DISCRETIONARY', 'AUTHORITY']],
  );
  const far = ask('S4', 'transfer', { ...facts, kilometres: 5 });
  assert.equal(far.verdict, 'ALLOW');
  assert.deepEqual(
    far.requirements.filter(({ ruleId }) => ruleId === 'first-year').map(({ by, what }) => [by, what]),
    [['AUTHORITY', '批准转入居住地附近的一般学校']],
  );
});

test('T3.1: on working day 5 of a Sichuan term yes, on day 6 in principle no, and for the next term again yes', () => {
  const window = (day: string, forTerm: 'RUNNING' | 'NEXT') =>
    findingOf(ask('武侯', 'transfer', { ...ordinaryTransfer, forTerm }, day), 'transfer-window');
  assert.equal(window('2026-09-08', 'RUNNING').verdict, 'ALLOW');
  assert.equal(window('2026-09-09', 'RUNNING').verdict, 'DISCRETIONARY');
  assert.equal(window('2026-09-09', 'NEXT').verdict, 'ALLOW');
  assert.equal(window('2027-01-23', 'NEXT').code, 'AFTER_TERM');
});

test('T3.2: a Changge student on leave does not transfer; nor in Shanxi; Sichuan says it of senior only', () => {
  const onLeave = { ...ordinaryTransfer, onLeave: true };
  assert.equal(lines(ask('长葛', 'transfer', onLeave))[0], 'REFUSE 休学期间不得转学 长葛·三、1（四）');
  assert.equal(ask('迎泽', 'transfer', onLeave, FIRST_DAY).verdict, 'REFUSE');
  assert.equal(ask('武侯', 'transfer', onLeave, FIRST_DAY).verdict, 'ALLOW');
  assert.equal(ask('武侯', 'transfer', { ...seniorTransfer, onLeave: true }, FIRST_DAY).verdict, 'DISCRETIONARY');
  assert.equal(ask('S6', 'transfer', onLeave).verdict, 'DISCRETIONARY');
});

test("T3.3: an unrevoked sanction bars in Shanxi, generally in Qian'an, and not in Sichuan", () => {
  const sanctioned = { ...ordinaryTransfer, underSanction: true };
  assert.equal(lines(ask('迎泽', 'transfer', sanctioned, FIRST_DAY))[0], 'REFUSE 受处分期间不得转学 山西·第二十条');
  assert.equal(ask('迁安', 'transfer', sanctioned).verdict, 'DISCRETIONARY');
  assert.equal(ask('武侯', 'transfer', sanctioned, FIRST_DAY).verdict, 'ALLOW');
});

test('T3.4: a Shanxi student of grade 4 does not transfer into grade 5', () => {
  const answer = ask('迎泽', 'transfer', { ...ordinaryTransfer, targetGrade: 5 }, FIRST_DAY);
  assert.equal(lines(answer)[0], 'REFUSE 转学不得变更年级 山西·第二十条');
});

test('the last grade: refused in Shanxi, in principle in the school text, in Sichuan for senior only', () => {
  const last = { ...ordinaryTransfer, stage: 'JUNIOR', lastGrade: true } as const;
  assert.equal(ask('迎泽', 'transfer', last, FIRST_DAY).verdict, 'REFUSE');
  assert.equal(ask('S3', 'transfer', last).verdict, 'DISCRETIONARY');
  assert.equal(ask('武侯', 'transfer', last, FIRST_DAY).verdict, 'ALLOW');
  assert.equal(ask('武侯', 'transfer', { ...seniorTransfer, lastGrade: true }, FIRST_DAY).verdict, 'DISCRETIONARY');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { questions } from '../../../src/policy/index.ts';
import { packs, schoolTexts } from '../../index.ts';
import clauses from '../clauses.json' with { type: 'json' };
import { ask, findingOf, law, lines, PLACES } from './places.ts';

const DAY = civilDate('2026-09-10');
const ofCounty = { stage: 'PRIMARY', runBy: 'COUNTY', decidedBy: 'COUNTY' } as const;

test('F1.1: in Shanxi the county decides for primary schools, the city after the county for senior ones', () => {
  assert.equal(ask('迎泽', 'supervising-authority', ofCounty).verdict, 'ALLOW');
  const senior = { ...ofCounty, stage: 'SENIOR' } as const;
  assert.deepEqual(lines(ask('迎泽', 'supervising-authority', senior)), [
    'REFUSE 此校学籍由市级教育行政部门主管，不由本级核办 山西·第三条',
  ]);
  assert.equal(ask('迎泽', 'supervising-authority', { ...senior, decidedBy: 'CITY' }).verdict, 'ALLOW');
  assert.equal(ask('武侯', 'supervising-authority', senior).verdict, 'ALLOW');
  const review = { stage: 'SENIOR', supervisedBy: 'CITY', reviewedByCounty: false } as const;
  assert.equal(ask('迎泽', 'registration-review', review).verdict, 'REFUSE');
});

test('F1.2: a school that the city runs is decided by the city', () => {
  for (const place of ['武侯', '长葛', '迎泽', '迁安'] as const) {
    const ofCity = { ...ofCounty, runBy: 'CITY' } as const;
    assert.equal(ask(place, 'supervising-authority', ofCity).verdict, 'REFUSE');
    assert.equal(ask(place, 'supervising-authority', { ...ofCity, decidedBy: 'CITY' }).verdict, 'ALLOW');
  }
});

test('F1.3: a county does not decide for the next county', () => {
  const answer = ask('武侯', 'supervising-authority', { ...ofCounty, outsideTerritory: true });
  assert.equal(findingOf(answer, 'territory').verdict, 'REFUSE');
});

test("F2.1: Shanxi's fifteen days narrow the nation's month", () => {
  const [limit] = law.parametersOf('build-file', { placeCode: PLACES.迎泽, day: DAY });
  assert.deepEqual([limit!.value, limit!.basis!.clauses[0]], [{ days: 15 }, 'SX-11.1']);
});

test('F2.2: in Sichuan every value in force names the clause that set it, and its level', () => {
  const at = { placeCode: PLACES.武侯, day: DAY };
  const levels = new Set<string>();
  for (const question of Object.keys(questions) as (keyof typeof questions)[]) {
    for (const { id } of law.rulesFor(question, at)) {
      for (const { name, value, basis } of law.parametersOf(id, at)) {
        if (value === undefined) continue;
        assert.ok(basis?.clauses[0], `${id}.${name} names no clause`);
        levels.add(basis.instrument.placeCode);
      }
    }
  }
  assert.deepEqual([...levels].toSorted(), ['000000', '510000']);
});

test("F2.3: a school's entrance examination is listed as not applied, and no rule runs it", () => {
  const losing = law.packs.flatMap(({ notApplied }) => notApplied);
  const exam = losing.find(({ basis }) => basis.clauses.includes('S3-3.1.3'));
  assert.match(exam!.because, /免试就近入学/);
  const rules = law.packs.flatMap((pack) => pack.rules);
  assert.deepEqual(
    rules.filter(({ basis }) => basis.clauses.includes('S3-3.1.3')),
    [],
  );
});

test('F3.1: one school holds grades one to nine, in Shanxi and in Sichuan', () => {
  const nine = { kind: 'PRIMARY', lawfullyRun: true, mode: 'NINE' } as const;
  for (const place of ['迎泽', '武侯'] as const) assert.equal(ask(place, 'schooling-system', nine).verdict, 'ALLOW');
});

test('F3.2: a work-study school keeps registrations, whoever founded it', () => {
  const workStudy = { kind: 'WORK_STUDY', lawfullyRun: true, mode: 'SIX_THREE' } as const;
  assert.equal(findingOf(ask('长葛', 'schooling-system', workStudy), 'within-scope').verdict, 'ALLOW');
});

test('F3.3: five and four years in Sichuan need the consent of the province', () => {
  const fiveFour = { kind: 'PRIMARY', lawfullyRun: true, mode: 'FIVE_FOUR' } as const;
  assert.equal(ask('武侯', 'schooling-system', fiveFour).verdict, 'REFUSE');
  assert.equal(ask('武侯', 'schooling-system', { ...fiveFour, provinceConsents: true }).verdict, 'ALLOW');
});

test('F3.4: a school without a registrar does not begin', () => {
  for (const place of ['武侯', '迎泽', '迁安'] as const) {
    const answer = ask(place, 'registrar-office', { registrars: 0, trained: true });
    assert.equal(findingOf(answer, 'registrar-named').verdict, 'REFUSE');
  }
});

test('F4.1: a trained member of the formal staff takes office, and goes up to the level above', () => {
  const answer = ask('迎泽', 'registrar-office', { registrars: 1, trained: true, formalStaff: true, filedAbove: true });
  assert.equal(answer.verdict, 'ALLOW');
  assert.ok(answer.requirements.some(({ what }) => what === '报上一级教育行政部门'));
});

test('F4.2: one sign-in in a week is one too few for an officer of the county', () => {
  const answer = ask('S6', 'registrar-office', { registrars: 1, trained: true, signInsInWeek: 1 });
  assert.equal(findingOf(answer, 'weekly-sign-in').sentence, '县级管理员每周至少登录2次，上周登录1次');
});

test('F4.3: nobody takes office untrained', () => {
  for (const place of ['武侯', '迎泽'] as const) {
    const answer = ask(place, 'registrar-office', { registrars: 1, trained: false });
    assert.equal(findingOf(answer, 'registrar-trained').verdict, 'REFUSE');
  }
});

test('F4.4: an account that two people use is refused', () => {
  const answer = ask('S6', 'registrar-office', { registrars: 1, trained: true, sharedAccount: true });
  assert.equal(findingOf(answer, 'own-account').verdict, 'REFUSE');
});

test('F6.1: what the approval names goes out, one item more does not', () => {
  const approved = { act: 'GIVE_OUT', approvedInWriting: true, beyondApproval: 0 } as const;
  assert.equal(ask('武侯', 'disclosure', approved).verdict, 'ALLOW');
  assert.equal(ask('武侯', 'disclosure', { ...approved, beyondApproval: 1 }).verdict, 'REFUSE');
});

test('F6.2: looking up in Shanxi needs approval and an entry; elsewhere both are asked for in principle', () => {
  const look = { act: 'LOOK_UP', approvedInWriting: true, entered: false } as const;
  assert.deepEqual(lines(ask('迎泽', 'disclosure', look)), ['REFUSE 查阅学籍信息须先办理查阅登记 山西·第四十四条']);
  assert.equal(ask('迎泽', 'disclosure', { ...look, entered: true }).verdict, 'ALLOW');
  for (const place of ['武侯', '长葛', '迁安'] as const) {
    assert.equal(ask(place, 'disclosure', look).verdict, 'DISCRETIONARY');
  }
});

test('F6.3: nothing leaves without written approval', () => {
  const out = { act: 'GIVE_OUT', approvedInWriting: false } as const;
  assert.deepEqual(
    (['长葛', '武侯', '迎泽', '迁安'] as const).map((place) => lines(ask(place, 'disclosure', out))),
    [
      ['REFUSE 未经学籍主管部门书面批准，学籍信息一律不得向外提供 长葛·五'],
      ['REFUSE 未经学籍主管部门书面批准，学籍信息一律不得向外提供 四川·第四十九条'],
      ['REFUSE 未经学籍主管部门书面批准，学籍信息一律不得向外提供 山西·第四十四条'],
      ['DISCRETIONARY 学籍信息保密，向外提供原则上须学籍主管部门书面批准 国家·通知四'],
    ],
  );
});

test('O1.1: a review that nobody has signed is overdue the day after the term', () => {
  const review = { termEnd: civilDate('2027-01-22'), openSuspicions: 0, changesWithoutPapers: 0 };
  for (const place of ['长葛', '武侯', '迎泽', 'S3'] as const) {
    assert.equal(ask(place, 'term-review', review, '2027-01-22').verdict, 'ALLOW');
    assert.equal(findingOf(ask(place, 'term-review', review, '2027-01-23'), 'term-review').code, 'OVERDUE');
  }
});

test('O1.2: with a suspected duplicate open nobody signs', () => {
  const signed = {
    termEnd: civilDate('2027-01-22'),
    signedOn: civilDate('2027-01-20'),
    openSuspicions: 1,
    changesWithoutPapers: 0,
  };
  assert.deepEqual(lines(ask('武侯', 'term-review', signed)), [
    'REFUSE 还有1件疑似重复未处理，不能签字 四川·第四十八条',
  ]);
});

test("O2.1: Qian'an's primary schools report monthly through the central school of their township", () => {
  const month = { cycle: 'MONTH', stage: 'PRIMARY', sentBy: 'CENTRE_SCHOOL', unconfirmed: 0 } as const;
  assert.equal(ask('迁安', 'report', month).verdict, 'ALLOW');
  assert.equal(ask('迁安', 'report', { ...month, sentBy: 'SCHOOL' }).verdict, 'REFUSE');
  assert.deepEqual(ask('武侯', 'report', month).findings, []);
});

test('O2.2: a report with unconfirmed changes does not go up', () => {
  const term = { cycle: 'TERM', stage: 'SENIOR', sentBy: 'COUNTY', unconfirmed: 2 } as const;
  for (const place of ['武侯', '迎泽'] as const) {
    assert.equal(findingOf(ask(place, 'report', term), 'term-report').verdict, 'REFUSE');
    assert.equal(ask(place, 'report', { ...term, unconfirmed: 0 }).verdict, 'ALLOW');
  }
});

test('O3.1: who inspects reads everything', () => {
  assert.equal(ask('长葛', 'inspection', { by: 'INSPECTORS', act: 'READ' }).verdict, 'ALLOW');
});

test('O3.2: who inspects changes nothing', () => {
  assert.equal(ask('长葛', 'inspection', { by: 'INSPECTORS', act: 'CHANGE' }).verdict, 'REFUSE');
});

test('O4.1: forty days without a file is late, and a breach of the school', () => {
  const late = ask('长葛', 'build-file', { enteredOn: civilDate('2026-09-01'), submittedOn: civilDate('2026-10-11') });
  assert.equal(findingOf(late, 'build-file').code, 'LATE');
  const breach = ask('长葛', 'breach', { by: 'SCHOOL', kind: 'NO_FILE', serious: false });
  assert.equal(
    findingOf(breach, 'school-breach').sentence,
    '属第五部分第1项：不为已接收学生建立学籍档案，由主管部门责令改正',
  );
});

test('O4.2: a student more in a full class group is a breach that only Shanxi lists', () => {
  const size = (stage: 'PRIMARY' | 'JUNIOR' | 'SENIOR', grade: number, count: number) =>
    ask('迎泽', 'class-size', { stage, grade, size: count }).verdict;
  assert.deepEqual(
    [size('PRIMARY', 3, 51), size('JUNIOR', 8, 56), size('SENIOR', 10, 51), size('SENIOR', 11, 57)],
    ['REFUSE', 'REFUSE', 'REFUSE', 'REFUSE'],
  );
  const breach = { by: 'SCHOOL', kind: 'OVER_CAPACITY', serious: false } as const;
  assert.match(findingOf(ask('迎泽', 'breach', breach), 'school-breach').sentence, /^属第四十六条第三项/);
  assert.match(findingOf(ask('武侯', 'breach', breach), 'school-breach').sentence, /^属第五十一条第八项/);
});

test('O4.3: no school closes its own matter', () => {
  const breach = { by: 'SCHOOL', kind: 'LATE_CHANGE', serious: false, closedBy: 'SCHOOL' } as const;
  for (const place of ['长葛', '武侯', '迎泽'] as const) {
    assert.equal(findingOf(ask(place, 'breach', breach), 'school-breach').code, 'OWN_MATTER');
  }
});

test("fraud in Qian'an is held to account by the city; of other breaches the nation speaks", () => {
  const fraud = ask('迁安', 'breach', { by: 'SCHOOL', kind: 'FRAUD', serious: false });
  assert.deepEqual(lines(fraud), [
    'REFUSE 违反学籍管理规定的，追究责任 国家·通知四',
    'REFUSE 在休学、转学、毕业或表彰奖励中弄虚作假的单位，由市教育局追究有关人员责任 迁安·三、3',
  ]);
  assert.equal(ask('迁安', 'breach', { by: 'SCHOOL', kind: 'LEAK', serious: false }).findings.length, 1);
});

test('every text of the five seeds has an instrument that is listed', () => {
  const listed = new Set(
    [...packs, ...Object.values(schoolTexts).map((text) => text({ schoolCode: '3100000009', placeCode: '310101' }))]
      .flatMap(({ instruments }) => instruments)
      .map(({ id }) => id),
  );
  const wanted = new Set(clauses.map(({ instrument }) => instrument));
  assert.deepEqual(
    [...wanted].filter((id) => !listed.has(id)),
    [],
  );
});

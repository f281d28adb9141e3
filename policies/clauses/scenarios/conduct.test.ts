import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { ask, findingOf, law, lines, PLACES, SCHOOLS } from './places.ts';

const demerit = {
  stage: 'SENIOR',
  kind: 'DEMERIT',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
  decidedBy: 'SCHOOL_AFFAIRS',
} as const;
const expulsion = { ...demerit, kind: 'EXPULSION' } as const;
const whats = ({ requirements }: { requirements: readonly { what: string }[] }) => requirements.map(({ what }) => what);

test('N1.1: a demerit in Sichuan is decided by the meeting, told to the guardian, and filed', () => {
  const decision = ask('武侯', 'discipline', demerit);
  assert.equal(decision.verdict, 'ALLOW');
  assert.deepEqual(whats(decision), [
    '校务会或行政会议决定记录',
    '告知学生及其监护人的处分决定书（已签收）',
    '处分决定告知学生及其监护人',
    '处分决定和有关材料载入学生学籍档案',
  ]);
});

test('N1.2: after progress the discipline is revoked, its papers leave the file and stay with the school', () => {
  const facts = { stage: 'SENIOR', kind: 'DEMERIT', progress: true, givenOn: civilDate('2026-03-02') } as const;
  const decision = ask('武侯', 'discipline-revocation', facts);
  assert.equal(findingOf(decision, 'discipline-revocation').code, 'TO_BE_REVOKED');
  assert.deepEqual(whats(decision), [
    '处分决定和有关材料从学生学籍档案中撤出',
    '处分决定、撤销处分决定和有关材料由学籍注册学校存档',
  ]);
});

test('N1.3: a junior student is not expelled anywhere, and the place’s own article is cited where it has one', () => {
  const facts = { ...expulsion, stage: 'JUNIOR' } as const;
  const chips = {
    长葛: '长葛·三、3',
    迎泽: '山西·第四十条',
    武侯: '四川·第三十七条',
    迁安: '义务教育法·第二十七条',
  } as const;
  for (const [place, chip] of Object.entries(chips)) {
    const decision = ask(place as keyof typeof chips, 'discipline', facts);
    assert.equal(decision.verdict, 'REFUSE');
    assert.equal(findingOf(decision, 'compulsory-discipline-kinds').chip, chip);
  }
  assert.equal(findingOf(ask('S3', 'discipline', facts), 'school-no-expulsion').chip, '本校·九、1');
});

test('N1.4: discipline that no meeting has decided on is refused in Sichuan', () => {
  const { decidedBy: _, ...undecided } = demerit;
  const decision = ask('武侯', 'discipline', undecided);
  assert.equal(decision.verdict, 'REFUSE');
  assert.match(findingOf(decision, 'discipline-meeting').remedy!, /登记会议名称和日期/);
});

test('C43: probation is no kind for juniors in Shanxi, it is one in Sichuan; Sichuan’s expulsion is shown as not applied', () => {
  const facts = { ...demerit, stage: 'JUNIOR', kind: 'PROBATION' } as const;
  assert.equal(ask('迎泽', 'discipline', facts).verdict, 'REFUSE');
  const sichuan = ask('武侯', 'discipline', facts);
  assert.equal(sichuan.verdict, 'ALLOW');
  assert.deepEqual(
    sichuan.notApplied.map(({ clauses }) => clauses),
    [['SC-37.1']],
  );
});

test('C44: a warning is filed in Sichuan and not in Shanxi, a demerit in both', () => {
  const filed = (place: '武侯' | '迎泽', kind: 'WARNING' | 'DEMERIT') =>
    whats(ask(place, 'discipline', { ...demerit, kind })).includes('处分决定和有关材料载入学生学籍档案');
  assert.deepEqual([filed('武侯', 'WARNING'), filed('迎泽', 'WARNING')], [true, false]);
  assert.deepEqual([filed('武侯', 'DEMERIT'), filed('迎泽', 'DEMERIT')], [true, true]);
});

test('C45: a senior student is expelled in Shanxi with the city’s approval, in Sichuan after review by the department', () => {
  const byCounty = { ...expulsion, approvedBy: 'COUNTY' } as const;
  assert.equal(ask('武侯', 'discipline', byCounty).verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'discipline', byCounty).verdict, 'REFUSE');
  assert.equal(ask('迎泽', 'discipline', { ...expulsion, approvedBy: 'CITY' }).verdict, 'ALLOW');
});

test('C46: a year of probation without reform ends in expulsion in Shanxi; in Sichuan there is no such end', () => {
  const facts = { stage: 'SENIOR', kind: 'PROBATION', progress: false, givenOn: civilDate('2025-09-10') } as const;
  assert.equal(
    findingOf(ask('迎泽', 'discipline-revocation', facts, '2026-09-10'), 'probation-end').code,
    'STILL_RUNNING',
  );
  assert.equal(
    findingOf(ask('迎泽', 'discipline-revocation', facts, '2026-09-11'), 'probation-end').code,
    'NOT_REFORMED',
  );
  assert.deepEqual(lines(ask('武侯', 'discipline-revocation', facts, '2026-09-11')), [
    'REFUSE 尚未深刻认识错误、确有明显进步，不撤销留校察看处分 四川·第三十八条',
  ]);
});

test('N2.1: three years a student of merit, and the certificate is due at graduation; two years are not enough', () => {
  const decision = ask('S3', 'graduation-award', { stage: 'JUNIOR', meritYears: 3 });
  assert.deepEqual(lines(decision), ['ALLOW 初中连续3年评为三好学生，毕业时发给优秀学生奖状和证书 本校·八、4']);
  assert.deepEqual(whats(decision), ['毕业时发给优秀学生奖状和证书']);
  assert.equal(ask('S3', 'graduation-award', { stage: 'JUNIOR', meritYears: 2 }).verdict, 'REFUSE');
});

test('N2.2: in Shanxi an award of the class may be filed without a duty; from the school’s level on it must be', () => {
  const award = { stage: 'JUNIOR', category: 'ACTIVITY' } as const;
  const ofTheClass = ask('迎泽', 'award', { ...award, level: 'CLASS' });
  assert.deepEqual(lines(ofTheClass), ['ALLOW 在校期间的获奖信息可以记入学籍档案 国家·第七条']);
  assert.deepEqual(ofTheClass.requirements, []);
  assert.deepEqual(whats(ask('迎泽', 'award', { ...award, level: 'SCHOOL' })), ['获奖情况记入学生学籍档案']);
  assert.deepEqual(whats(ask('武侯', 'award', { ...award, level: 'CLASS' })), ['获奖情况记入学生学籍档案']);
});

test('N2.3: an academic award that skips the director of academic affairs is refused', () => {
  const award = { stage: 'JUNIOR', category: 'ACADEMIC', level: 'SCHOOL', approvedBy: 'TEACHING_HEAD' } as const;
  const decision = ask('S3', 'award', award);
  assert.equal(decision.verdict, 'REFUSE');
  assert.equal(findingOf(decision, 'academic-award-chain').sentence, '学科类奖励须先经教务处主任审核');
});

test('N4.1: results in Sichuan are filed, and the school has the duty to do so promptly', () => {
  const facts = { stage: 'SENIOR', kind: 'FINAL', takesPart: true, graduating: false } as const;
  assert.deepEqual(whats(ask('武侯', 'assessment', facts)), ['期末考试结果记入学籍档案']);
  const sichuan = law.packs.find(({ placeCode }) => placeCode === '510000')!;
  assert.deepEqual(sichuan.duties.find(({ id }) => id === 'file-assessments')!.basis.clauses, ['SC-23.3']);
});

test('a school of its own text is asked for all of its province too', () => {
  const at = { placeCode: PLACES.迎泽, schoolCode: SCHOOLS.S3.schoolCode, day: civilDate('2026-09-10') };
  const decision = law.ask('award', at, { stage: 'JUNIOR', category: 'TITLE', level: 'SCHOOL' });
  assert.deepEqual(decision.findings.map(({ ruleId }) => ruleId).toSorted(), [
    'award-filing',
    'award-may-be-filed',
    'school-award-filing',
    'title-award-chain',
  ]);
});

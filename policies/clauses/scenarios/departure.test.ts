import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { ask, findingOf, law, lines } from './places.ts';

const asksToLeave = {
  stage: 'JUNIOR',
  bornOn: civilDate('2011-05-01'),
  nineYearsDone: false,
  initiatedBy: 'FAMILY',
  ground: 'LOST_ABILITY',
} as const;
const senior = { ...asksToLeave, stage: 'SENIOR', bornOn: civilDate('2009-05-01'), nineYearsDone: true } as const;

test('W1.1: a Shanxi student who has lost the ability to learn leaves by township and county, with county proof', () => {
  const decision = ask('迎泽', 'withdrawal', { ...asksToLeave, papers: ['MEDICAL'] });
  assert.equal(decision.verdict, 'ALLOW');
  assert.deepEqual(
    decision.requirements.map(({ by, what }) => `${by} ${what}`),
    ['GUARDIAN 县级以上医疗单位证明', 'SCHOOL 审核上报', 'TOWNSHIP 批准退学', 'COUNTY 办理退学手续'],
  );
  assert.deepEqual(decision.requirements[0]!.clauses.slice(0, 3), ['SX-28.1', 'SX-28.2', 'SX-28.3']);
});

test('settling abroad is an exception in Shanxi too, with the form of article 30 and still by the township', () => {
  const { requirements, verdict } = ask('迎泽', 'withdrawal', { ...asksToLeave, ground: 'EMIGRATION' });
  assert.equal(verdict, 'ALLOW');
  assert.deepEqual(
    requirements.map(({ what }) => what),
    [
      ...['书面退学申请', '山西省中小学生退学申请表（附件10）', '学生本人护照复印件', '户口簿复印件'],
      ...['审核上报', '批准退学', '办理退学手续'],
    ],
  );
});

test('W1.2: a Sichuan junior student of fifteen may not leave', () => {
  const decision = ask('武侯', 'withdrawal', { ...asksToLeave, ground: 'OTHER' });
  assert.deepEqual(lines(decision), ['REFUSE 未满18周岁、未完成九年义务教育，不允许退学 四川·第二十七条']);
  assert.ok(findingOf(decision, 'withdrawal-by-age').remedy);
});

test('W1.3: a Changge school may not order a student to leave, and no text there lets a child leave at all', () => {
  const decision = ask('长葛', 'withdrawal', { ...asksToLeave, initiatedBy: 'SCHOOL' });
  assert.deepEqual(lines(decision).toSorted(), [
    'REFUSE 义务教育阶段学校不得责令学生停学、退学 长葛·三、3（一）',
    'REFUSE 未完成义务教育，本地没有准予退学的规定 义务教育法·第十一条',
  ]);
});

test('a school text may let go who has lost the ability to learn; that withdrawing counts as loss does not hold', () => {
  assert.equal(ask('S4', 'withdrawal', { ...asksToLeave, papers: ['APPLICATION', 'MEDICAL'] }).verdict, 'ALLOW');
  assert.equal(ask('S4', 'withdrawal', { ...asksToLeave, ground: 'EMIGRATION' }).verdict, 'REFUSE');
  const primary = ask('S6', 'withdrawal', { ...asksToLeave, stage: 'PRIMARY' });
  assert.equal(primary.verdict, 'REFUSE');
  assert.deepEqual(
    primary.notApplied.map(({ says, clauses }) => [says, clauses]),
    [['退学按流失处理', ['S6-12.1']]],
  );
});

test('W2.1: a Sichuan senior student with annex 6 leaves when the school agrees and the authority approves', () => {
  const decision = ask('武侯', 'withdrawal', { ...senior, ground: 'OTHER', papers: ['APPLICATION', 'FORM'] });
  assert.equal(decision.verdict, 'ALLOW');
  assert.deepEqual(
    decision.requirements.map(({ what }) => what),
    ['书面退学申请', '四川省中小学生退学申请表（附件6）', '审核同意', '批准退学'],
  );
});

test('W2.2: a Shanxi senior student without one of the four grounds is refused', () => {
  const decision = ask('迎泽', 'withdrawal', { ...senior, ground: 'UNSUITED' });
  assert.deepEqual(lines(decision), ['REFUSE 不属普通高中可以申请退学的四种情形 山西·第二十九条']);
});

test('grown up and unsuited one may leave in Sichuan at any stage; in Shanxi age is no ground', () => {
  const grown = { ...asksToLeave, bornOn: civilDate('2008-09-10'), ground: 'UNSUITED' } as const;
  assert.equal(ask('武侯', 'withdrawal', grown).verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'withdrawal', grown).verdict, 'REFUSE');
});

test('W3.1: 140 truant hours and three logged contacts make a proposal in Sichuan', () => {
  const decision = ask('武侯', 'automatic-withdrawal', { stage: 'SENIOR', contacts: 3, truantHours: 140 });
  assert.equal(findingOf(decision, 'automatic-withdrawal').code, 'STAYED_AWAY');
  assert.equal(decision.verdict, 'ALLOW');
});

test('W3.2: 140 hours without a log of contacts make none', () => {
  const decision = ask('武侯', 'automatic-withdrawal', { stage: 'SENIOR', contacts: 0, truantHours: 140 });
  assert.deepEqual(lines(decision), ['REFUSE 旷课已达规定，只联系监护人0次 四川·第二十九条']);
});

test('W3.3: a primary student never withdraws by staying away, and the own article of each province is cited', () => {
  const truant = { stage: 'PRIMARY', contacts: 5, truantHours: 300, consecutiveWeeks: 12 } as const;
  const said = '义务教育阶段不按自动退学处理';
  assert.deepEqual(lines(ask('武侯', 'automatic-withdrawal', truant)), [`REFUSE ${said} 四川·第二十七条`]);
  assert.deepEqual(lines(ask('迎泽', 'automatic-withdrawal', truant)), [`REFUSE ${said} 山西·第二十八条`]);
  assert.deepEqual(lines(ask('长葛', 'automatic-withdrawal', truant)), [`REFUSE ${said} 义务教育法·第十一条`]);
});

test('the same nine weeks on end are a ground in Shanxi, where county and city approve; eight are not', () => {
  const truant = { stage: 'SENIOR', contacts: 3, consecutiveWeeks: 9 } as const;
  const decision = ask('迎泽', 'automatic-withdrawal', truant);
  assert.equal(decision.verdict, 'ALLOW');
  assert.deepEqual(
    decision.requirements.map(({ by }) => by),
    ['SCHOOL', 'COUNTY', 'CITY', 'SCHOOL'],
  );
  assert.equal(ask('迎泽', 'automatic-withdrawal', { ...truant, consecutiveWeeks: 8 }).verdict, 'REFUSE');
});

const truant = { stage: 'JUNIOR', truantFrom: civilDate('2026-09-07'), dropout: false } as const;

test('D1.1: after five school days of truancy a Sichuan township is told, and not a day before', () => {
  const fifth = ask('武侯', 'dropout-report', truant, '2026-09-11');
  assert.equal(findingOf(fifth, 'truancy-notice').code, 'TO_BE_TOLD');
  assert.deepEqual(
    fifth.requirements.map(({ by }) => by),
    ['SCHOOL', 'TOWNSHIP'],
  );
  assert.equal(findingOf(ask('武侯', 'dropout-report', truant, '2026-09-10'), 'truancy-notice').code, 'NOT_YET');
});

test('D1.2: after fifteen days the class teacher visits and reports, the principal reports at once', () => {
  const fifteenth = ask('S3', 'dropout-report', truant, '2026-09-21');
  assert.equal(findingOf(fifteenth, 'dropout-by-absence').code, 'DROPPED_OUT');
  assert.deepEqual(
    fifteenth.requirements.map(({ by, what }) => `${by} ${what}`),
    [
      'CLASS_TEACHER 向校长报告，家访查明原因，敦促到校',
      'PRINCIPAL 立即报告上级教育部门',
      'AUTHORITY 联合派出所依法责令监护人送学生复学',
    ],
  );
  assert.deepEqual(ask('S3', 'dropout-report', truant, '2026-09-20').requirements, []);
});

test('D1.3: a loss filed without a reason is refused', () => {
  const lost = { stage: 'PRIMARY', dropout: true } as const;
  assert.deepEqual(lines(ask('S6', 'dropout-report', lost)), ['REFUSE 辍学登记须注明辍学原因 水沟镇中心小学·第七条']);
  assert.equal(ask('S6', 'dropout-report', { ...lost, reason: '随父母外出' }).verdict, 'ALLOW');
});

test('a school that works by its own text in Sichuan does what both texts ask: the earlier alert and all recipients', () => {
  const at = { placeCode: '510107', schoolCode: '3100000003', day: civilDate('2026-09-21') };
  const decision = law.ask('dropout-report', at, { ...truant, dropout: true, reportedTo: ['AUTHORITY'] });
  assert.equal(findingOf(decision, 'truancy-notice').code, 'TO_BE_TOLD');
  assert.equal(findingOf(decision, 'dropout-by-absence').code, 'DROPPED_OUT');
  assert.match(findingOf(decision, 'dropout-report').sentence, /尚未书面上报乡镇人民政府（街道办事处）、县级/);
});

const dropout = { stage: 'JUNIOR', act: 'KEEP', pastCompulsory: false, migrant: true } as const;

test('D2.1: at term end the file of a migrant dropout goes to the authority of the household, as a standing duty too', () => {
  for (const place of ['长葛', '武侯'] as const) {
    const { requirements } = ask(place, 'dropout-registration', dropout);
    assert.deepEqual(
      requirements.map(({ what }) => what),
      ['每学期末将电子学籍档案转交户籍所在地学籍主管部门，对方要求的附纸质档案'],
    );
  }
  assert.deepEqual(ask('迎泽', 'dropout-registration', dropout).requirements, []);
  const duties = law.packs.flatMap((pack) => pack.duties.filter(({ id }) => id === 'migrant-dropout-file-hand-over'));
  assert.deepEqual(
    duties.map(({ basis, rhythm }) => [basis.clauses[0], rhythm.kind === 'EVERY' && rhythm.period]),
    [
      ['CG-3.3.2.e', 'TERM'],
      ['SC-46.3', 'TERM'],
    ],
  );
});

test('D2.2: who comes back goes on in the old file, and a new one is refused', () => {
  const back = { ...dropout, stage: 'PRIMARY', act: 'RETURN', migrant: false } as const;
  assert.deepEqual(lines(ask('S6', 'dropout-registration', back)), [
    'ALLOW 按复学处理，沿用原电子学籍档案 水沟镇中心小学·第十四条',
  ]);
  assert.equal(ask('S6', 'dropout-registration', { ...back, act: 'NEW_FILE' }).verdict, 'REFUSE');
  assert.equal(ask('迁安', 'dropout-registration', { ...back, act: 'NEW_FILE' }).verdict, 'REFUSE');
});

test("D2.3: a dropout's registration is cancelled nowhere that a text keeps it, and loss is only a label", () => {
  for (const place of ['长葛', '武侯', '迎泽'] as const) {
    assert.equal(ask(place, 'dropout-registration', { ...dropout, act: 'CANCEL' }).verdict, 'REFUSE');
  }
  const { notApplied } = ask('S6', 'dropout-registration', dropout);
  assert.match(notApplied[0]!.because, /流失只作辍学登记/);
});

const grade = {
  kind: 'SKIPPING',
  stage: 'PRIMARY',
  lastGrade: false,
  initiatedBy: 'FAMILY',
  disabled: false,
  outstanding: true,
  cannotFollow: false,
  crossesStage: false,
  sameSchool: true,
} as const;
const again = { ...grade, kind: 'RETENTION', outstanding: false } as const;

test('Q1.1: an outstanding Changge student with the sealed application skips a grade, whose year counts', () => {
  const decision = ask('长葛', 'grade-change', { ...grade, papers: ['SEALED_IMAGE'] });
  assert.deepEqual(lines(decision), ['ALLOW 各方面特别优秀，核准后可以跳级，跳过的年级视为受完相应年限 长葛·三、4']);
});

test('Q1.2: a disabled Sichuan student may do a grade again, another only for a written reason, nobody the last grade', () => {
  assert.equal(ask('武侯', 'grade-change', { ...again, disabled: true }).verdict, 'ALLOW');
  assert.equal(ask('武侯', 'grade-change', again).verdict, 'DISCRETIONARY');
  assert.equal(ask('武侯', 'grade-change', { ...again, disabled: true, lastGrade: true }).verdict, 'REFUSE');
});

test('Q1.3: nobody skips from grade six to grade seven in Changge', () => {
  assert.deepEqual(lines(ask('长葛', 'grade-change', { ...grade, crossesStage: true })), [
    'REFUSE 跳级不能跨学段 长葛·三、4',
  ]);
});

test('Q1.4: nobody does a grade again in Shanxi, whatever a school text would let through', () => {
  assert.deepEqual(lines(ask('迎泽', 'grade-change', again)), [
    'REFUSE 义务教育和普通高中阶段都不允许留级 山西·第二十三条',
  ]);
  assert.equal(ask('S3', 'grade-change', again).findings[0]!.letThroughBy, 'PRINCIPAL');
  const at = { placeCode: '140106', schoolCode: '3100000003', day: civilDate('2026-09-10') };
  assert.equal(law.ask('grade-change', at, { ...again, stage: 'JUNIOR' }).verdict, 'REFUSE');
});

const died = { diedOn: civilDate('2026-09-01'), hasProof: true } as const;

test('L1.1: on the third working day the authority cancels and the file stays', () => {
  const decision = ask('武侯', 'death', died, '2026-09-04');
  assert.deepEqual(lines(decision), ['ALLOW 10个工作日内报请注销，9月15日到期，学籍档案保留 四川·第四十五条']);
  assert.equal(decision.requirements.at(-1)!.what, '注销学籍，保留学籍档案');
});

test('L1.2: on the eleventh working day it is late, and entered all the same', () => {
  const decision = ask('长葛', 'death', died, '2026-09-16');
  assert.deepEqual(lines(decision), ['DISCRETIONARY 应在10个工作日内报请注销，9月15日到期，已晚1天 长葛·三、5']);
});

test('L1.3: without proof nothing is cancelled, and a note in the loss column is not enough anywhere', () => {
  assert.equal(ask('迎泽', 'death', { ...died, hasProof: false }).verdict, 'REFUSE');
  assert.deepEqual(
    ask('S6', 'death', died).notApplied.map(({ clauses }) => clauses),
    [['S6-16.1']],
  );
});

const detained = { stage: 'JUNIOR', bornOn: civilDate('2011-05-01'), situation: 'DETAINED', act: 'KEEP' } as const;

test('L2.1: a detained minor in Shanxi is reported to the city and keeps the registration', () => {
  const decision = ask('迎泽', 'missing-or-detained', detained);
  assert.equal(decision.verdict, 'ALLOW');
  assert.deepEqual(
    decision.requirements.map(({ what }) => what),
    ['及时报告市级教育行政部门'],
  );
  assert.equal(ask('迎泽', 'missing-or-detained', { ...detained, act: 'CANCEL' }).verdict, 'REFUSE');
});

test('L2.2: a minor who is free again comes back without an examination', () => {
  const decision = ask('迎泽', 'missing-or-detained', { ...detained, situation: 'RELEASED', act: 'RETURN' });
  assert.equal(findingOf(decision, 'missing-or-detained').code, 'MUST_BE_LET_BACK');
  assert.equal(decision.requirements[0]!.what, '及时安排回校就读，不另设考试');
});

test('L2.3: Changge never cancels for it, at whatever age', () => {
  const grown = { ...detained, bornOn: civilDate('2008-01-01'), act: 'CANCEL' } as const;
  assert.equal(ask('长葛', 'missing-or-detained', grown).verdict, 'REFUSE');
  assert.equal(ask('迎泽', 'missing-or-detained', grown).verdict, 'DISCRETIONARY');
});

test('L3.1: a Sichuan student back after two years goes on with the old number and file, in the grade of the real level', () => {
  const decision = ask('武侯', 'return-from-abroad', { stage: 'JUNIOR', hadNumber: true, wants: 'RESUME' });
  assert.equal(decision.verdict, 'ALLOW');
  assert.deepEqual(
    decision.requirements.map(({ what }) => what),
    ['接续原学籍档案', '按实际学力程度编入相应年级'],
  );
});

test('L3.2: who had a number gets no new one in Shanxi either, and what its article says against that does not count', () => {
  const decision = ask('迎泽', 'return-from-abroad', { stage: 'JUNIOR', hadNumber: true, wants: 'NEW' });
  assert.deepEqual(lines(decision), ['REFUSE 以前已有学籍号，不新建学籍 国家·第五条']);
  assert.deepEqual(
    decision.notApplied.map(({ chip }) => chip),
    ['山西·第三十条'],
  );
  assert.equal(ask('迎泽', 'return-from-abroad', { stage: 'JUNIOR', hadNumber: false, wants: 'NEW' }).verdict, 'ALLOW');
});

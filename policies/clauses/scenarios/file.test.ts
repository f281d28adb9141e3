import assert from 'node:assert/strict';
import { test } from 'node:test';
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { ask, askBoth, findingOf, law, lines, PLACES } from './places.ts';

const birth = { items: ['BIRTH_DATE'], stage: 'PRIMARY', papers: ['HOUSEHOLD_REGISTER', 'COPY'] } as const;
const whats = ({ requirements }: ReturnType<typeof ask>) => requirements.map(({ by, what }) => `${by} ${what}`);

test('I1.1: a new date of birth is changed after school and authority, and the number stays', () => {
  const applied = ask('武侯', 'key-data-change', birth);
  assert.deepEqual(whats(applied), [
    'GUARDIAN 居民户口簿或其他证明文件',
    'GUARDIAN 户口簿复印件或其他证明复印件',
    'SCHOOL 核对证明，核准申请',
    'AUTHORITY 核准变更',
    'SCHOOL 更新信息，证明归档',
  ]);
  assert.deepEqual(lines(ask('武侯', 'key-data-change', { ...birth, approvedBy: ['SCHOOL', 'AUTHORITY'] })), [
    'ALLOW 学籍主管部门已核准变更 国家·第四条',
    'ALLOW 出生日期、证件号码变更后，学籍号不变 国家·第五条',
    'ALLOW 证明文件和复印件齐备 四川·第十五条',
  ]);
  assert.equal(ask('武侯', 'key-data-change', { ...birth, newNumberWanted: true }).verdict, 'REFUSE');
});

test('I1.2: the former name of a primary student is kept', () => {
  const rename = { ...birth, items: ['NAME'], approvedBy: ['SCHOOL', 'AUTHORITY'] } as const;
  const kept = ask('S6', 'key-data-change', { ...rename, formerNameKept: true });
  assert.equal(kept.verdict, 'ALLOW');
  assert.equal(findingOf(kept, 'former-name').sentence, '原姓名已记入曾用名');
  const lost = ask('S6', 'key-data-change', { ...rename, formerNameKept: false });
  assert.equal(findingOf(lost, 'former-name').verdict, 'DISCRETIONARY');
});

test('I1.3: without household register or proof nothing is applied for', () => {
  for (const place of ['武侯', '长葛', '迎泽'] as const) {
    const answer = ask(place, 'key-data-change', { ...birth, papers: [] });
    assert.equal(findingOf(answer, 'key-data-application').code, 'NO_PROOF');
    assert.equal(answer.verdict, 'REFUSE');
  }
});

test('I1.4: a registrar who changes a name by hand is refused, in a school whose text would allow it too', () => {
  const byHand = { ...birth, items: ['NAME'], approvedBy: [] } as const;
  assert.ok(lines(ask('迎泽', 'key-data-change', byHand)).includes('REFUSE 变更申请须先经学校核准提交 山西·第十五条'));
  const school = ask('S6', 'key-data-change', byHand);
  assert.equal(school.verdict, 'REFUSE');
  assert.match(school.notApplied[0]!.because, /^国家·第四条/);
});

test('the order of Sichuan article 21 is shown beside that of article 15', () => {
  const [losing] = ask('武侯', 'key-data-change', birth).notApplied;
  assert.deepEqual([losing!.chip, losing!.clauses], ['四川·第二十一条', ['SC-21.1']]);
});

test('I2.1: a new phone number goes from the family to the class teacher to the registrar', () => {
  assert.deepEqual(whats(ask('武侯', 'open-data-change', { item: 'CONTACT' })), [
    'GUARDIAN 把变化告知班主任',
    'CLASS_TEACHER 通知学籍管理员',
    'SCHOOL 学籍管理员更新信息',
  ]);
});

test("I2.2: another student's photo is kept before the right one takes its place", () => {
  const found = ask('S6', 'open-data-change', { item: 'PHOTO', photoFound: true });
  assert.deepEqual(whats(found), ['SCHOOL 留存原照片', 'SCHOOL 上传本人照片']);
  const missing = ask('S6', 'open-data-change', { item: 'PHOTO', photoFound: false });
  assert.equal(missing.verdict, 'DISCRETIONARY');
});

test('I2.3: an identity number is no open item', () => {
  const answer = ask('迎泽', 'open-data-change', { item: 'KEY' });
  assert.deepEqual(lines(answer), ['REFUSE 关键数据经学籍主管部门核准才变更，不在此处改 国家·第四条']);
});

test('V1.1: a file in Shanxi is in time on the fifteenth day and late on the sixteenth', () => {
  const built = (day: string) =>
    ask('迎泽', 'build-file', { enteredOn: civilDate('2026-09-01'), submittedOn: civilDate(day) }).verdict;
  assert.deepEqual([built('2026-09-16'), built('2026-09-17')], ['ALLOW', 'DISCRETIONARY']);
});

test('V1.2: a file of two parts names the four that are missing', () => {
  const answer = ask('武侯', 'student-file', { parts: ['BASICS', 'PROOFS'] });
  assert.equal(
    findingOf(answer, 'file-parts').sentence,
    '学籍档案缺综合素质发展报告、体质健康测试、健康体检和预防接种信息、在校期间获奖信息、享受资助信息',
  );
  assert.equal(findingOf(answer, 'file-parts').chip, '四川·第十七条');
});

test('V1.3: nothing is taken out of a file', () => {
  assert.equal(findingOf(ask('长葛', 'student-file', { parts: [], removed: 1 }), 'file-for-good').chip, '长葛·四');
  assert.equal(ask('迎泽', 'student-file', { parts: [], removed: 1 }).verdict, 'REFUSE');
});

test('a further part is the province’s to set; Sichuan gives that to every level', () => {
  const further = {
    parts: ['BASICS', 'PROOFS', 'DEVELOPMENT', 'HEALTH', 'AWARDS', 'AID'],
    furtherSetBy: 'COUNTY',
  } as const;
  assert.equal(ask('武侯', 'student-file', further).verdict, 'ALLOW');
  assert.equal(ask('迎泽', 'student-file', further).verdict, 'REFUSE');
});

test('an office that is no registrar keeps paper only for the registrar', () => {
  const kept = { parts: [], keeper: 'MORAL_OFFICE' } as const;
  assert.equal(findingOf(ask('S3', 'student-file', kept), 'paper-keeper').verdict, 'REFUSE');
  const at = { placeCode: '310101', schoolCode: '3100000003', day: civilDate('2026-09-10') };
  assert.match(law.parametersOf('paper-keeper', at)[0]!.notApplied[0]!.because, /^国家·第八条/);
});

test('V2.1: the proof of a transfer goes into the file of the school and into that of the student', () => {
  for (const place of ['武侯', '迎泽'] as const) {
    assert.equal(ask(place, 'school-file', { proofFiledIn: ['SCHOOL', 'STUDENT'] }).verdict, 'ALLOW');
    assert.equal(ask(place, 'school-file', { proofFiledIn: ['STUDENT'] }).verdict, 'DISCRETIONARY');
  }
});

test("V2.2: nothing is taken out of a school's own file in Shanxi", () => {
  assert.deepEqual(lines(ask('迎泽', 'school-file', { removed: 1 })), [
    'REFUSE 学校学籍档案永久保存，1份归档材料不得撤出 山西·第六条',
  ]);
});

test('V3.1: a file that has not gone after a month is overdue, which is a breach of its own', () => {
  const moved = { reason: 'TRANSFER', stage: 'PRIMARY', completedOn: civilDate('2026-09-01') } as const;
  const late = ask('长葛', 'file-hand-over', moved, '2026-10-02');
  assert.equal(findingOf(late, 'hand-over-term').code, 'OVERDUE');
  const breach = ask('长葛', 'breach', { by: 'SCHOOL', kind: 'NO_HAND_OVER', serious: false });
  assert.equal(
    findingOf(breach, 'school-breach').sentence,
    '属第五部分第6项：不按规定为学生转接学籍档案，由主管部门责令改正',
  );
});

test('V3.2: the receiving school goes on with the file, and each side answers to its own text', () => {
  const moved = {
    reason: 'TRANSFER',
    stage: 'PRIMARY',
    completedOn: civilDate('2026-09-01'),
    continued: 'BLANK',
    kept: ['ELECTRONIC'],
  } as const;
  const answer = askBoth(['迎泽', '武侯'], 'file-hand-over', moved);
  const [continued, copies] = [findingOf(answer, 'file-continued'), findingOf(answer, 'copies-kept')];
  assert.deepEqual([continued.verdict, continued.chip, continued.side], ['REFUSE', '四川·第三十二条', 'RECEIVING']);
  assert.deepEqual([copies.verdict, copies.chip, copies.side], ['DISCRETIONARY', '山西·第十八条', 'SENDING']);
});

test('a school that gives no file away without consent gives it after an approved transfer', () => {
  const moved = {
    reason: 'TRANSFER',
    stage: 'JUNIOR',
    completedOn: civilDate('2026-09-01'),
    handedOverOn: civilDate('2026-09-03'),
  } as const;
  assert.equal(ask('S4', 'file-hand-over', { ...moved, authorityApproved: true }).verdict, 'ALLOW');
  assert.equal(ask('S4', 'file-hand-over', { ...moved, authorityApproved: false }).verdict, 'REFUSE');
});

test('a senior school in Sichuan takes the file over within a month of entry', () => {
  const entered = {
    reason: 'STAGE_UP',
    stage: 'SENIOR',
    completedOn: civilDate('2026-09-01'),
    enteredOn: civilDate('2026-09-01'),
  } as const;
  const on = (day: string) => findingOf(ask('武侯', 'file-hand-over', entered, day), 'senior-file-retrieval').code;
  assert.deepEqual([on('2026-10-01'), on('2026-10-02')], ['COMPLIES', 'LATE']);
});

test('V4.1: after a merger that the county approved all go over, with their numbers', () => {
  const merged = { filesTo: 'ABSORBING', requestedByTownship: true, approvedByCounty: true } as const;
  const answer = ask('S6', 'merger', { ...merged, numbersKept: true });
  assert.deepEqual(lines(answer), [
    'ALLOW 学籍档案移交并入的学校管理 国家·第九条',
    'ALLOW 县级已审核，全部学生随系统转入目标学校 水沟镇中心小学·第二十五条',
  ]);
  assert.equal(ask('S6', 'merger', { ...merged, numbersKept: false }).verdict, 'REFUSE');
});

test('V4.2: no school is closed before somebody keeps its files; for a school of the city the county names who', () => {
  assert.equal(ask('迁安', 'closure', { belongedTo: 'COUNTY', countyNamed: false }).verdict, 'REFUSE');
  const ofCity = { belongedTo: 'CITY', countyNamed: false, ownerProposed: true } as const;
  const answer = ask('武侯', 'closure', ofCity);
  assert.equal(answer.verdict, 'REFUSE');
  assert.equal(answer.notApplied[0]!.chip, '四川·第二十条');
  assert.equal(ask('武侯', 'closure', { ...ofCity, countyNamed: true }).verdict, 'ALLOW');
});

test('E2.1: poverty that was reviewed holds, and aid is a part of the file', () => {
  const answer = ask('S6', 'poverty-recognition', { act: 'RECOGNISE', appliedFor: true, reviewed: true });
  assert.deepEqual(lines(answer), ['ALLOW 申请已审核，自动生效 水沟镇中心小学·第六条']);
  const parts = law.parametersOf('file-parts', { placeCode: PLACES.武侯, day: civilDate('2026-09-10') });
  assert.ok((parts[0]!.value as readonly string[]).includes('AID'));
});

test('E2.2: a registrar does not set poverty alone', () => {
  const answer = ask('S6', 'poverty-recognition', { act: 'RECOGNISE', appliedFor: true, reviewed: false });
  assert.equal(answer.verdict, 'REFUSE');
});

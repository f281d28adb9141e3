/** 辅号接口: R4 by request: who gives which number, in which form, when anew; and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../tests/application.ts';
import { aCentreSchool, anAccount, anAuthority, aSchool, FAR_AWAY } from '../../tests/builders.ts';
import { someStudents } from '../../tests/students.ts';
import type { IssuedNumbers, SchoolNumbers, StudentNumbers } from './numbering.api.ts';
import { cancelNumbersAt } from './renew-numbers.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const qianan = await anAuthority(app, { placeCode: FAR_AWAY });
const centre = await aCentreSchool(app, { under: qianan });
const school = await aSchool(app, { under: centre, code: '2113000015', name: '迁安镇第十五小学' });
const registrar = app.as(await anAccount(app, { at: school }));
const centreRegistrar = app.as(await anAccount(app, { at: centre }));
const countyRegistrar = app.as(await anAccount(app, { at: qianan }));
const stranger = app.as(await anAccount(app, { at: await anAuthority(app, { placeCode: '411082' }) }));
const bystanderSchool = await aSchool(app, { under: centre, code: '2113000016' });
const [bystander] = await someStudents(app, { school: bystanderSchool });
type Caller = typeof registrar;

const ok = async <T>(answer: Promise<{ status: number; body: T; text: string }>): Promise<T> => {
  const { status, body, text } = await answer;
  assert.equal(status, 200, text);
  return body;
};
const issueAll = (caller: Caller, kind: string, at = school, stage = 'PRIMARY') =>
  caller.post<IssuedNumbers>(`/api/schools/${at.id}/secondary-numbers`, { kind, stage, intakeYear: 2026 });
const issueOne = (caller: Caller, id: string, body: Record<string, unknown>) =>
  caller.post<{ number: string }>(`/api/students/${id}/secondary-numbers`, body);
const numbersOf = async (id: string, caller: Caller) =>
  (await ok(caller.get<StudentNumbers>(`/api/students/${id}/secondary-numbers`))).items;

await someStudents(app, ...Array.from({ length: 11 }, () => ({ school })));
let twelfth = '';

test('R4-1: the twelfth primary entrant of 2026 in school 015 of Qian’an gets 02 26 26 015 0 0012', async () => {
  const issued = await ok(issueAll(centreRegistrar, 'LOCAL'));
  assert.deepEqual(issued, { issued: 11, first: '02262601500001', last: '02262601500011' });
  [twelfth = ''] = await someStudents(app, { school });
  assert.equal(
    (await ok(issueOne(countyRegistrar, twelfth, { kind: 'LOCAL', event: 'ENTRY' }))).number,
    '02262601500012',
  );
  const [number] = await numbersOf(twelfth, registrar);
  assert.deepEqual(
    [number!.kindWords, number!.basis, number!.from, number!.to],
    ['地方号码', '迁安·三、1', '2026-09-17', null],
  );
  assert.deepEqual(await ok(issueAll(centreRegistrar, 'LOCAL')), { issued: 0, first: null, last: null });
});

test('R4-3 refused: serial 14 while 13 is unused leaves a gap; 12 again is taken; the next one is accepted', async () => {
  const [late] = await someStudents(app, { school });
  const named = (number: string) => issueOne(centreRegistrar, late!, { kind: 'LOCAL', event: 'ENTRY', number });
  const gap = await named('02262601500014');
  assert.deepEqual([gap.status, gap.code], [422, 'LAW_REFUSES']);
  assert.match(gap.detail!, /须连续编排，不得留空号，下一个顺序号是0013（迁安·三、1）/);
  const taken = await named('02262601500012');
  assert.match(taken.detail!, /此顺序号已经编过，下一个顺序号是0013/);
  const otherSchool = await named('02262601600013');
  assert.deepEqual([otherSchool.status, otherSchool.code], [400, 'BAD_INPUT']);
  assert.equal((await ok(named('02262601500013'))).number, '02262601500013');
  assert.deepEqual(await numbersOf(bystander!, countyRegistrar), [], 'nobody else was numbered');
});

test('refused: the school does not give local numbers, a stranger none at all, and nobody a second one', async () => {
  const own = await issueAll(registrar, 'LOCAL');
  assert.deepEqual([own.status, own.code], [422, 'LAW_REFUSES']);
  assert.match(own.detail!, /地方号码由乡镇中心校或县级教育行政部门统一编排（迁安·三、1）/);
  assert.equal((await issueAll(stranger, 'LOCAL')).status, 404);
  assert.equal((await stranger.get(`/api/students/${twelfth}/secondary-numbers`)).status, 404);
  const second = await issueOne(centreRegistrar, twelfth, { kind: 'LOCAL', event: 'ENTRY' });
  assert.deepEqual([second.status, second.code], [409, 'CONFLICT']);
});

test('the school’s own number: given by the school, counted in the school, kept for good', async () => {
  const issued = await ok(issueAll(registrar, 'SCHOOL'));
  assert.equal(issued.first, '202610001');
  const there = await ok(issueAll(app.as(await anAccount(app, { at: bystanderSchool })), 'SCHOOL', bystanderSchool));
  assert.equal(there.first, '202610001', 'another school counts for itself');
  assert.equal((await issueAll(countyRegistrar, 'SCHOOL')).status, 403);
  const { kinds } = await ok(registrar.get<SchoolNumbers>(`/api/schools/${school.id}/secondary-numbers`));
  assert.deepEqual(
    kinds.map(({ kind, students, numbered, last, basis }) => [kind, students, numbered, last, basis]),
    [
      ['LOCAL', 13, 13, 0, '迁安·三、1'], // how far it is counted is for those who count
      ['SCHOOL', 13, 13, 13, '本校约定'],
    ],
  );
  assert.match(kinds[0]!.blocked!, /由乡镇中心校或县级教育行政部门统一编排/);
});

test('two who number one school at once give each student one number, and leave no gap', async () => {
  const busy = await aSchool(app, { under: centre, code: '2113000017' });
  await someStudents(app, ...Array.from({ length: 40 }, () => ({ school: busy })));
  const done = await Promise.all([issueAll(centreRegistrar, 'LOCAL', busy), issueAll(countyRegistrar, 'LOCAL', busy)]);
  assert.deepEqual(
    done.map(({ status }) => status),
    [200, 200],
  );
  assert.deepEqual(done.map(({ body }) => body.issued).toSorted(), [0, 40]);
  const { kinds } = await ok(countyRegistrar.get<SchoolNumbers>(`/api/schools/${busy.id}/secondary-numbers`));
  assert.deepEqual([kinds[0]!.numbered, kinds[0]!.last], [40, 40]);
});

test('R4-2: a Sichuan senior’s exam number: the annex is entered by the authority; on transfer the old one ends, a new one is given', async () => {
  const city = await anAuthority(app, { placeCode: '510100' });
  const county = await anAuthority(app, { placeCode: '510104' });
  const senior = await aSchool(app, { under: county, schoolType: 'SENIOR', code: '3451000007', supervisedBy: city });
  const officer = app.as(await anAccount(app, { at: city }));
  const [student] = await someStudents(app, { school: senior, bornOn: '2011-02-27' });
  const body = { kind: 'EXAM', event: 'ENTRY' };
  const unsettled = await issueOne(officer, student!, body);
  assert.deepEqual([unsettled.status, unsettled.code], [422, 'LAW_REFUSES']);
  assert.match(unsettled.detail!, /考籍号的编排式尚未设定（四川·第十八条）。请在“地方设定”中按编号规则填写编排式/);

  const basis = app.services.law.rulesFor('number-form', { placeCode: '510104', day: '2026-09-17' as never })[0]!.basis;
  app.services.law.adopt([
    {
      placeCode: '510000',
      ruleId: 'exam-number-form',
      values: { pattern: '{area:4}{year:2}{school:2}{serial:4}' },
      basis,
      inForce: { from: '2026-01-01' as never },
    },
  ]);
  const early = await issueOne(app.as(await anAccount(app, { at: senior })), student!, body);
  assert.match(early.detail!, /考籍号由市级教育行政部门按省教育厅的编号规则编制（四川·第十八条）/);
  const { number } = await ok(issueOne(officer, student!, body));
  assert.deepEqual([number, number.length], ['510126070001', 12]);
  const kept = await issueOne(officer, student!, { kind: 'EXAM', event: 'RETURN_SAME_GRADE' });
  assert.match(kept.detail!, /复学到原年级的，考籍号不变，不重新编制/);

  const actor = { ...actorAt(city), accountId: student! };
  await app.db.write({ lo: '', hi: '~' }, (tx) =>
    cancelNumbersAt(app.services, tx, actor, { studentId: student!, event: 'TRANSFER', school: senior }),
  );
  const { number: renewed } = await ok(issueOne(officer, student!, { kind: 'EXAM', event: 'TRANSFER' }));
  assert.equal(renewed, '510126070002');
  assert.deepEqual(
    (await numbersOf(student!, officer)).map(({ number: each, event, to, endEvent }) => [each, event, to, endEvent]),
    [
      ['510126070002', '转学', null, null],
      ['510126070001', '新编', '2026-09-17', '转学'],
    ],
  );
});

function actorAt(institution: typeof qianan) {
  const { id, name, shortName, path, placeCode, county } = institution;
  return {
    accountId: id,
    personName: '周敏',
    role: 'AUTHORITY_REGISTRAR' as const,
    institution: { id, name, shortName, level: 'CITY' as const, path, placeCode, county },
    classGroupIds: [],
    requestId: 'test',
  };
}

/** 地方设定: what an authority sets counts from its day on, in its place alone, and never against the law above it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../tests/application.ts';
import { anAccount, anAuthority } from '../../tests/builders.ts';
import { civilDate } from '../kernel/civil-date.ts';
import type { SettingsView } from './local-settings.api.ts';

const app = await testApplication({ now: '2026-04-20T10:00:00+08:00' });
const wuhou = await anAuthority(app, { placeCode: '510107' });
const jinjiang = await anAuthority(app, { placeCode: '510104' });
const registrar = app.as(await anAccount(app, { at: wuhou, role: 'AUTHORITY_REGISTRAR' }));
const leader = app.as(await anAccount(app, { at: wuhou, role: 'AUTHORITY_LEADER' }));
const neighbour = app.as(await anAccount(app, { at: jinjiang, role: 'AUTHORITY_REGISTRAR' }));

const notice = { title: '2026年义务教育招生入学工作通知', number: '武教发〔2026〕12号', issuedOn: '2026-04-15' };
const parameter = (ruleId: string, name: string, value: unknown) => ({
  kind: 'PARAMETER',
  ruleId,
  parameter: name,
  value,
  article: '第二条',
});
const child = { bornOn: civilDate('2020-08-31'), intakeYear: 2026, grade: 1 };
const verdictAt = (placeCode: string, day: string) =>
  app.services.law.ask('entry-age', { placeCode, day: civilDate(day) }, child).findings[0]!.code;

const propose = (items: unknown[], more: Record<string, unknown> = {}) =>
  registrar.post<{ caseId: string }>('/api/local-settings', { notice, from: '2026-05-01', items, ...more });
const sign = (caseId: string) => leader.post(`/api/cases/${caseId}/acts`, { action: 'SET' });

test('what the texts leave open stands first among what may be set', async () => {
  const { settable, settings } = (await registrar.get<SettingsView>('/api/local-settings')).body;
  assert.deepEqual(settings, []);
  const cutoff = settable.find(({ ruleId, parameter: name }) => ruleId === 'entry-age' && name === 'cutoff')!;
  assert.deepEqual([cutoff.value, cutoff.kind, cutoff.label], [null, 'MONTH_DAY', '年满入学年龄的截止日']);
  const firstSet = settable.findIndex(({ value }) => value !== null);
  assert.ok(settable.slice(0, firstSet).every(({ value }) => value === null));
});

test('a value drawn up by one person counts only once another has signed, from its day on, in that place alone', async () => {
  const drawn = await propose([
    parameter('entry-age', 'cutoff', '08-31'),
    { kind: 'TERM', schoolYear: 2026, term: 1, startsOn: '2026-09-01', endsOn: '2027-01-22' },
  ]);
  assert.equal(drawn.status, 200);
  assert.equal(verdictAt('510107', '2026-09-10'), 'PARAMETER_NOT_SET');
  const own = await registrar.post(`/api/cases/${drawn.body.caseId}/acts`, { action: 'SET' });
  assert.equal(own.status >= 400, true);
  assert.equal((await sign(drawn.body.caseId)).status, 200);
  assert.equal(verdictAt('510107', '2026-09-10'), 'COMPLIES');
  assert.equal(verdictAt('510107', '2026-04-30'), 'PARAMETER_NOT_SET');
  assert.equal(verdictAt('510104', '2026-09-10'), 'PARAMETER_NOT_SET');
  const [finding] = app.services.law.ask(
    'entry-age',
    { placeCode: '510107', day: civilDate('2026-09-10') },
    child,
  ).findings;
  assert.match(finding!.chip, /第二条$/);
  const { settings } = (await registrar.get<SettingsView>('/api/local-settings')).body;
  assert.deepEqual(
    settings.map(({ label, words }) => `${label} ${words}`),
    ['年满入学年龄的截止日 8月31日', '2026学年第一学期 2026-09-01至2027-01-22'],
  );
  assert.deepEqual((await neighbour.get<SettingsView>('/api/local-settings')).body.settings, []);
});

test('everybody may read what the notice sets, and the term that was entered', async () => {
  const [finding] = app.services.law.ask(
    'entry-age',
    { placeCode: '510107', day: civilDate('2026-09-10') },
    child,
  ).findings;
  const article = await app.anonymous.get<{ clauses: { says: string }[] }>(
    `/api/policy/articles?chip=${encodeURIComponent(finding!.chip)}`,
  );
  assert.deepEqual(
    article.body.clauses.map(({ says }) => says),
    ['年满入学年龄的截止日：8月31日'],
  );
  const termAt = async (place: string) =>
    (await app.anonymous.get<{ term: unknown }>(`/api/policy/term?place=${place}&day=2026-10-15`)).body.term;
  assert.deepEqual(await termAt('510107'), { startsOn: '2026-09-01', endsOn: '2027-01-22' });
  assert.equal(await termAt('510104'), null);
});

test('what a notice says of a matter is read by everybody in the place while it holds, until the next one', async () => {
  const say = (says: string) => [{ kind: 'NOTICE', matter: 'check-in', says }];
  const first = await propose(say('新生8月28日至29日报到，带录取通知书和户口簿'));
  assert.equal((await sign(first.body.caseId)).status, 200);
  const next = await propose(say('新生8月30日报到，上午小学，下午初中'), { from: '2026-08-20' });
  assert.equal((await sign(next.body.caseId)).status, 200);
  const toldOn = async (day: string, place = '510107') =>
    (
      await app.anonymous.get<{ notices: { says: string; title: string }[] }>(
        `/api/policy/in-force?place=${place}&day=${day}`,
      )
    ).body.notices.map(({ says }) => says.slice(0, 7));
  assert.deepEqual(await toldOn('2026-04-30'), []);
  assert.deepEqual(await toldOn('2026-08-19'), ['新生8月28日']);
  assert.deepEqual(await toldOn('2026-08-20'), ['新生8月30日']);
  assert.deepEqual(await toldOn('2026-08-20', '510104'), []);
  assert.match(
    (await propose([{ kind: 'NOTICE', matter: 'no-such', says: '这里写了十个以上的字' }])).detail!,
    /事项列表/,
  );
});

test('a value looser than the law above it cannot be signed, and the sentence names what it stands against', async () => {
  const drawn = await propose([parameter('build-file', 'limit', { months: 2 })]);
  assert.equal(drawn.status, 422);
  assert.match(drawn.detail!, /四川·第十七条规定1个月内，下级只能缩短|国家·第七条规定1个月内，下级只能缩短/);
});

test('a later value of the same parameter ends the earlier one on its own first day', async () => {
  const drawn = await propose([parameter('build-file', 'limit', { days: 20 })], { from: '2026-06-01' });
  assert.equal((await sign(drawn.body.caseId)).status, 200);
  const later = await propose([parameter('build-file', 'limit', { days: 15 })], { from: '2026-08-01' });
  assert.equal((await sign(later.body.caseId)).status, 200);
  const limitOn = (day: string) =>
    app.services.law.parametersOf('build-file', { placeCode: '510107', day: civilDate(day) })[0]!.value;
  assert.deepEqual(
    [limitOn('2026-05-31'), limitOn('2026-06-01'), limitOn('2026-07-31'), limitOn('2026-08-01')],
    [{ months: 1 }, { days: 20 }, { days: 20 }, { days: 15 }],
  );
  assert.equal((await propose([parameter('build-file', 'limit', { days: 10 })], { from: '2026-07-01' })).status, 409);
});

test('days in disorder, a thing set twice and an unknown parameter are told in a sentence', async () => {
  const term = { kind: 'TERM', schoolYear: 2026, term: 2, startsOn: '2027-02-22', endsOn: '2027-02-01' };
  assert.match((await propose([term])).detail!, /第二学期的结束日期须晚于开学日期/);
  const cutoff = parameter('entry-age', 'years', 7);
  assert.match((await propose([cutoff, cutoff])).detail!, /只能设定一次/);
  assert.match((await propose([parameter('no-such', 'rule', 1)])).detail!, /没有/);
  assert.equal((await propose([cutoff], { to: '2026-05-01' })).status, 400);
});

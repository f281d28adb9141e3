/** 法规接口: what everybody may ask without signing in. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { testApplication } from '../../tests/application.ts';
import type {
  CitedArticle,
  DecisionView,
  InForceView,
  InstrumentsView,
  InstrumentTextView,
  PlaceView,
  QuestionView,
} from './regulations.api.ts';

const lawTexts = await mkdtemp(path.join(tmpdir(), 'xueji-law-'));
after(() => rm(lawTexts, { recursive: true, force: true }));
await writeFile(path.join(lawTexts, 'SC.txt'), '四川全文之首\n# 第十五条\n样文第十五条\n# 第十六条\n样文第十六条\n');
const app = await testApplication({ lawTexts });
const { anonymous } = app;

const entry = { question: 'entry-age', day: '2026-09-10', placeCode: '411082' };
const child = { bornOn: '2020-08-31', intakeYear: 2026, grade: 1 };
const decide = (body: unknown) => anonymous.post<DecisionView>('/api/policy/decisions', body);

test('the texts are listed from the nation down to the schools, each with how its clauses are kept', async () => {
  const { instruments } = (await anonymous.get<InstrumentsView>('/api/policy/instruments')).body;
  assert.equal(instruments[0]!.level, 'NATION');
  assert.equal(instruments.at(-1)!.level, 'SCHOOL');
  for (const { clauses, states } of instruments) {
    assert.equal(
      Object.values(states).reduce((sum, count) => sum + count, 0),
      clauses,
    );
  }
});

test('a text is shown by its articles in order, each clause with its state, the rules beside it', async () => {
  const { articles } = (await anonymous.get<InstrumentTextView>('/api/policy/instruments/SC')).body;
  const names = articles.map(({ article }) => article);
  assert.ok(names.indexOf('第七条') < names.indexOf('第十五条'));
  const seventh = articles.find(({ article }) => article === '第七条')!;
  const rule = seventh.rules.find(({ id }) => id === 'entry-age');
  assert.deepEqual([rule!.title, rule!.force, rule!.questionTitle], ['入学年龄', 'MUST', '入学年龄']);
  assert.deepEqual(rule!.parameters, [{ label: '入学年龄', value: '6周岁' }]);
  const executed = seventh.clauses.find(({ id }) => id === 'SC-7.2')!;
  assert.deepEqual([executed.state, executed.by], ['EXECUTED', ['入学年龄']]);
});

test('a text that the installation has attached stands beside our words, one that it has not leaves the place empty', async () => {
  const sichuan = (await anonymous.get<InstrumentTextView>('/api/policy/instruments/SC')).body;
  const textOf = (article: string) => sichuan.articles.find((one) => one.article === article)!.text;
  assert.deepEqual([sichuan.text, textOf('第十五条'), textOf('第十八条')], ['四川全文之首', '样文第十五条', null]);
  const shanxi = (await anonymous.get<InstrumentTextView>('/api/policy/instruments/SX')).body;
  assert.ok(shanxi.articles.every(({ text }) => text === null));
});

test('an address outside the list of texts is absent, whatever lies in the folder', async () => {
  for (const id of ['XX', '..%2FSC', 'SC.txt']) {
    assert.equal((await anonymous.get(`/api/policy/instruments/${id}`)).status, 404);
  }
});

test('a chip leads to its article, however the article is printed', async () => {
  const at = async (chip: string) =>
    (await anonymous.get<CitedArticle>(`/api/policy/articles?chip=${encodeURIComponent(chip)}`)).body;
  const changge = await at('长葛·二、1');
  assert.equal(changge.instrument.id, 'CG');
  assert.ok(changge.clauses.some(({ id }) => id === 'CG-2.1.2'));
  assert.equal((await at('四川·第十五条')).text, '样文第十五条');
  assert.equal((await anonymous.get(`/api/policy/articles?chip=${encodeURIComponent('四川·第九百条')}`)).status, 404);
});

test('an article of a text that is not transcribed is shown by the rules that point at it', async () => {
  const age = (
    await anonymous.get<CitedArticle>(`/api/policy/articles?chip=${encodeURIComponent('义务教育法·第十一条')}`)
  ).body;
  assert.deepEqual([age.instrument.id, age.clauses], ['CEL', []]);
  assert.ok(age.rules.some(({ title }) => title === '入学年龄'));
  const { articles } = (await anonymous.get<InstrumentTextView>('/api/policy/instruments/CEL')).body;
  assert.ok(articles.find(({ article }) => article === '第十一条')!.rules.length > 0);
});

test('the vocabulary names every fact with its words', async () => {
  const { questions } = (await anonymous.get<{ questions: QuestionView[] }>('/api/policy/questions')).body;
  const { title, facts } = questions.find(({ id }) => id === 'entry-age')!;
  assert.equal(title, '入学年龄');
  const approved = facts.find(({ name }) => name === 'approved')!;
  assert.deepEqual([approved.kind, approved.optional], ['CHOICE', true]);
  assert.deepEqual(approved.options[0], { code: 'POSTPONED', words: '延缓入学' });
});

test('a child of six on the day is taken in Changge, with the article; a day younger is not', async () => {
  const taken = (await decide({ ...entry, facts: child })).body;
  assert.deepEqual(
    [taken.verdict, taken.findings[0]!.chip, taken.findings[0]!.instrumentId],
    ['ALLOW', '长葛·二、1', 'CG'],
  );
  assert.deepEqual(taken.places, [{ side: null, code: '411082', name: '河南省许昌市长葛市' }]);
  const refused = (await decide({ ...entry, facts: { ...child, bornOn: '2020-09-01' } })).body;
  assert.equal(refused.verdict, 'REFUSE');
  assert.match(refused.findings[0]!.remedy!, /批准/);
});

test('the same child is for the authority to weigh in Sichuan, which names no day, and it is said who may', async () => {
  const { verdict, findings } = (await decide({ ...entry, placeCode: '510107', facts: child })).body;
  assert.deepEqual([verdict, findings[0]!.letThroughBy], ['DISCRETIONARY', '学籍主管部门']);
});

test('each wrong fact is told in a sentence of its own', async () => {
  const answer = await anonymous.post<{ fields: { path: string; sentence: string }[] }>('/api/policy/decisions', {
    ...entry,
    facts: { bornOn: '昨天', intakeYear: '二〇二六', approved: 'SOON', height: 120 },
  });
  assert.equal(answer.status, 400);
  assert.match(String(answer.headers['content-type']), /problem\+json/);
  const said = Object.fromEntries(answer.body.fields.map(({ path, sentence }) => [path, sentence]));
  assert.equal(said['facts.bornOn'], '“出生日期”须是实有的日期，写作2026-09-01');
  assert.equal(said['facts.intakeYear'], '“招生年度”须是数字');
  assert.equal(said['facts.grade'], '未填“就读年级”');
  assert.match(said['facts.approved']!, /只能是POSTPONED（延缓入学）、EARLY（不足龄入学）/);
  assert.match(said['facts']!, /不问height/);
});

test('a question that nobody knows is answered with those that may be asked', async () => {
  const answer = await decide({ ...entry, question: 'tomorrow', facts: {} });
  assert.equal(answer.status, 400);
  assert.match(answer.detail!, /没有“tomorrow”这一问，可问的有：.*entry-age/);
});

test('what would change the answer is told, the better first; who the child is, is not up for change', async () => {
  const asked = { ...entry, facts: { ...child, bornOn: '2020-09-01', approved: 'POSTPONED' } };
  const { alternatives } = (await decide(asked)).body;
  assert.deepEqual(alternatives, [
    { name: 'approved', label: '主管部门已书面批准', value: 'EARLY', words: '不足龄入学', verdict: 'ALLOW' },
  ]);
});

test('a place that is not in the code table is refused', async () => {
  const answer = await decide({ ...entry, placeCode: '999999', facts: child });
  assert.match(answer.detail!, /没有行政区划代码999999/);
  assert.equal((await anonymous.get('/api/policy/in-force?place=999999&day=2026-09-10')).status, 400);
});

test('in force in Qian’an: whose text sets each value, and what is set against the nation does not count', async () => {
  const address = '/api/policy/in-force?place=130283&day=2026-09-10';
  const { questions, instruments } = (await anonymous.get<InForceView>(address)).body;
  assert.ok(instruments.some(({ id }) => id === 'S5'));
  const ruleOf = (question: string, rule: string) =>
    questions.find(({ id }) => id === question)!.rules.find(({ id }) => id === rule)!;
  const cutoff = ruleOf('entry-age', 'entry-age').parameters.find(({ name }) => name === 'cutoff')!;
  assert.deepEqual([cutoff.value, cutoff.chip, cutoff.instrumentId], ['8月31日', '迁安·二、（一）', 'S5']);
  const number = ruleOf('registration-number', 'registration-number').parameters.find(({ name }) => name === 'length')!;
  assert.match(number.notApplied[0]!.value, /^14/);
  assert.match(number.notApplied[0]!.because, /国家·第五条/);
});

test('before a text began it is in force nowhere', async () => {
  const at = async (day: string) =>
    (await anonymous.get<InForceView>(`/api/policy/in-force?place=411082&day=${day}`)).body.instruments.map(
      ({ id }) => id,
    );
  assert.ok((await at('2019-12-09')).includes('CG'));
  assert.ok(!(await at('2019-12-08')).includes('CG'));
});

test('places are chosen one level at a time, and a municipality leads straight to its districts', async () => {
  const under = async (upper: string) =>
    (await anonymous.get<{ places: PlaceView[] }>(`/api/policy/places?upper=${upper}`)).body.places;
  assert.ok(
    (await under('000000')).some(({ code, name, ownText }) => code === '510000' && name === '四川省' && ownText),
  );
  assert.ok((await under('411000')).some(({ code, name }) => code === '411082' && name === '长葛市'));
  assert.ok((await under('110000')).some(({ code, name }) => code === '110101' && name === '东城区'));
  const { places } = (await anonymous.get<{ places: PlaceView[] }>('/api/policy/places')).body;
  assert.ok(places.some(({ name }) => name === '河北省唐山市迁安市'));
  assert.ok(places.every(({ code }) => /^\d{6}$/.test(code) && code !== '000000'));
});

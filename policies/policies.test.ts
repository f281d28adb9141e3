import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, civilDate } from '../src/kernel/civil-date.ts';
import { calendar } from '../src/kernel/working-days.ts';
import {
  type AnyRule,
  type Citation,
  type CitedRequirement,
  limitWords,
  makeLaw,
  PARAMETER_NOT_SET,
  type Pack,
  type Requirement,
} from '../src/policy/index.ts';
import { standingOf } from '../src/policy/law/standing.ts';
import clauses from './clauses/clauses.json' with { type: 'json' };
import { packs, schoolTexts } from './index.ts';

const SCHOOL = { schoolCode: '2199000001', placeCode: '990101' };
const schoolPacks = Object.values(schoolTexts).map((text) => text(SCHOOL));
const all: readonly Pack[] = [...packs, ...schoolPacks];
const rules = all.flatMap((pack) => pack.rules.map((rule) => ({ rule, place: rule.basis.instrument.id })));
const byId = new Map(clauses.map((clause) => [clause.id, clause]));
const LIVE = { shanxi: '140106', sichuan: '510107', changge: '411082', qianan: '130283' } as const;

/** An ordinary school day, for the examples that name none. */
const SCHOOL_DAY = civilDate('2026-09-10');

type AnyExample = AnyRule['examples'][number];

const ownValues = (rule: AnyRule): Record<string, unknown> =>
  Object.fromEntries(Object.entries(rule.parameters).map(([name, { value }]) => [name, value]));

function run(rule: AnyRule, example: AnyExample, more: Record<string, unknown> = {}) {
  const values = { ...ownValues(rule), ...example.with, ...more };
  const asking = {
    day: example.on ?? SCHOOL_DAY,
    calendar,
    ...(example.side ? { side: example.side } : {}),
  };
  const parameters = Object.entries(rule.parameters).map(([name, { label, unit }]) => ({
    name,
    label,
    unit,
    value: (values as Record<string, unknown>)[name],
    notApplied: [],
  }));
  const standing = standingOf(rule, parameters);
  const finding = standing.findingOf(example.facts, asking);
  const asked: CitedRequirement[] = [];
  standing.addRequirements(asked, example.facts, asking);
  const requires = asked.map(named);
  if (!finding) return { code: 'NONE', complies: true, holes: {}, requires };
  return {
    code: finding.code,
    complies: finding.verdict === 'ALLOW',
    holes: { ...values, ...finding.facts },
    requires,
  };
}

for (const { rule, place } of rules) {
  for (const example of rule.examples) {
    test(`${rule.id} (${place}): ${example.name}`, () => {
      const { code, complies, holes, requires } = run(rule, example);
      assert.equal(code, example.expect);
      if (example.requires) assert.deepEqual(requires, example.requires);
      if (code === 'NONE' || code === PARAMETER_NOT_SET) return;
      assert.ok(rule.sentences[code], `no sentence for ${code}`);
      assert.ok(complies || rule.remedies?.[code], `${code} does not say how to mend it`);
      for (const text of [rule.sentences[code], rule.remedies?.[code]]) {
        for (const [, hole = ''] of (text ?? '').matchAll(/\{(\w+)\}/g)) {
          const filling = (holes as Record<string, unknown>)[hole];
          assert.ok(['string', 'number'].includes(typeof filling), `{${hole}} stays empty`);
        }
      }
    });
  }

  test(`${rule.id} (${place}): an example yields each of its sentences`, () => {
    const expected = new Set(rule.examples.map(({ expect }) => expect));
    for (const code of Object.keys(rule.sentences)) assert.ok(expected.has(code), `no example yields ${code}`);
    for (const code of Object.keys(rule.remedies ?? {})) assert.ok(rule.sentences[code], `${code} has a remedy only`);
  });

  test(`${rule.id} (${place}): its sentences are written as an official says them`, () => {
    for (const text of [rule.title, ...Object.values(rule.sentences), ...Object.values(rule.remedies ?? {})]) {
      assert.match(text, /^[\u3400-\u9fff\d，。；：、（）“”{}\w]+$/);
      assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[A-Za-z]|失败|成功|。$/);
    }
  });
}

test('one value more or less, one day later or earlier, and an example of the rule notices', () => {
  for (const { rule, place } of rules) {
    for (const [name, { value }] of Object.entries(rule.parameters)) {
      const given = [value, ...rule.examples.map((example) => (example.with as Record<string, unknown>)?.[name])];
      for (const own of new Set(given.filter((one) => neighboursOf(one).length > 0))) {
        for (const neighbour of neighboursOf(own)) {
          const noticed = rule.examples.some((example) => {
            const inUse = { ...ownValues(rule), ...example.with } as Record<string, unknown>;
            if (inUse[name] !== own) return false;
            const { code, requires } = run(rule, example, { [name]: neighbour });
            return code !== example.expect || (example.requires && shown(requires) !== shown(example.requires));
          });
          assert.ok(noticed, `${rule.id} (${place}): no example tells ${name} ${shown(own)} from ${shown(neighbour)}`);
        }
      }
    }
  }
});

test('every rule and every setting points at a clause that exists, and the first one stands in the article it prints', () => {
  for (const { basis, of } of citations()) {
    assert.ok(basis.clauses.length > 0, `${of} cites no clause`);
    for (const id of basis.clauses) assert.ok(byId.has(id), `${of} cites ${id}, which is no clause`);
    const first = byId.get(basis.clauses[0]!)!;
    if (first.instrument !== basis.instrument.id) continue;
    assert.ok(bare(first.article).startsWith(bare(basis.article)), `${of}: ${first.id} stands in ${first.article}`);
  }
});

test('every instrument that is cited is listed by a pack, under one id each', () => {
  const listed = all.flatMap(({ instruments }) => instruments);
  for (const { basis, of } of citations()) assert.ok(listed.includes(basis.instrument), `${of}: instrument not listed`);
  assert.equal(new Set(listed.map(({ id }) => id)).size, listed.length);
});

test('a setting names a rule and a parameter of the law above it', () => {
  for (const pack of all) {
    for (const { ruleId, values, basis } of pack.settings) {
      const rule = packs.flatMap((one) => one.rules).find(({ id }) => id === ruleId);
      for (const name of Object.keys(values)) {
        assert.ok(rule?.parameters[name], `${basis.instrument.id} ${basis.article} sets ${ruleId}.${name}`);
      }
    }
  }
});

test('what the texts leave open in each live place, for its authority to set', () => {
  const law = makeLaw(packs);
  const openAt = (placeCode: string) =>
    [...new Set(rules.map(({ rule }) => rule.id))]
      .flatMap((id) =>
        law
          .parametersOf(id, { placeCode, day: civilDate('2026-09-01') })
          .filter(({ value }) => value === undefined)
          .map(({ name }) => `${id}.${name}`),
      )
      .toSorted();
  // How long a case may lie unmended no text says.
  const stale = 'stale-case.within';
  const untouched = [stale, 'entry-age.cutoff', 'entry-age.underAge', 'entry-postponement.conditionsApprovers'];
  const certificates = ['certificate-number-form.pattern', 'senior-certificate-number-form.pattern'];
  assert.deepEqual(openAt(LIVE.shanxi), [...untouched, ...certificates, 'class-balance.spread'].toSorted());
  const credits = ['total', 'required', 'subjectElectives', 'schoolElectives'].map((name) => `senior-credits.${name}`);
  const alone = ['migrant-papers-by-year.papers', 'exam-number-form.pattern'];
  assert.deepEqual(openAt(LIVE.sichuan), [...untouched, ...credits, ...alone].toSorted());
  assert.deepEqual(openAt(LIVE.changge), [stale]);
  assert.deepEqual(
    openAt(LIVE.qianan),
    ['entry-postponement.conditionsApprovers', 'guest-study-window.window', stale].toSorted(),
  );
});

function citations(): { basis: Citation; of: string }[] {
  return all.flatMap((pack) => [
    ...pack.rules.map(({ basis, id }) => ({ basis, of: id })),
    ...pack.settings.map(({ basis, ruleId }) => ({ basis, of: `${basis.instrument.id} on ${ruleId}` })),
  ]);
}

/** The values next to a number, a time limit or a day of the year; nothing for values that have no neighbours. */
function neighboursOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1];
  if (typeof value === 'string' && /^\d\d-\d\d$/.test(value)) {
    return [-1, 1].map((step) => addDays(civilDate(`2026-${value}`), step).slice(5));
  }
  if (typeof value !== 'object' || value === null) return [];
  if ('days' in value) return [-1, 1].map((step) => ({ days: (value.days as number) + step }));
  if ('workingDays' in value) return [-1, 1].map((step) => ({ workingDays: (value.workingDays as number) + step }));
  return 'months' in value ? [-1, 1].map((step) => ({ months: (value.months as number) + step })) : [];
}

/** As examples name what is required: with its time limit, so that a wrong limit is noticed: 完成学籍转接（10个工作日内）. */
const named = (one: Requirement): string =>
  'within' in one && one.within ? `${one.what}（${limitWords(one.within)}内）` : one.what;

const bare = (article: string): string => article.replace(/[、（）()]/g, '');
const shown = (value: unknown): string => JSON.stringify(value);

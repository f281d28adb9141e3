/**
 * 法规性质: whatever the facts: a lower text never lets through what the law above it refuses, the order of packs does not
 * matter, and a day on which a text begins or ends changes exactly what begins or ends there. `SEED=… node --test` repeats.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type CivilDate, civilDate } from '../src/kernel/civil-date.ts';
import { chainOf } from '../src/kernel/place-codes.ts';
import {
  type AnyRule,
  type Decision,
  type Fact,
  makeLaw,
  type Pack,
  type QuestionId,
  type Questions,
  questions,
  type Where,
} from '../src/policy/index.ts';
import { LIVE_PLACES } from './clauses/lint/live-places.ts';
import { SCHOOLS } from './clauses/scenarios/places.ts';
import { packs, schoolTexts } from './index.ts';

const schools = (Object.keys(SCHOOLS) as (keyof typeof SCHOOLS)[]).map((id) => schoolTexts[id](SCHOOLS[id]));
const all: readonly Pack[] = [...packs, ...schools];
const law = makeLaw(all);
const TODAY = civilDate('2026-09-10');
const runs = { numRuns: 3_000, seed: Number(process.env['SEED'] ?? Date.now() % 2 ** 31) };

/** Days round the school year, of years whose calendar is published. */
const aDay = fc.integer({ min: 0, max: 440 }).map((count) => addDays(civilDate('2025-08-01'), count));

function aFact({ kind, words = {}, least = 0, most = 200 }: Fact): fc.Arbitrary<unknown> {
  const codes = Object.keys(words);
  switch (kind) {
    case 'DAY':
      return aDay;
    case 'NUMBER':
      return fc.oneof(
        fc.integer({ min: least, max: Math.min(most, least + 15) }),
        fc.integer({ min: least, max: most }),
      );
    case 'FLAG':
      return fc.boolean();
    case 'TEXT':
      return fc.string({ maxLength: 20 });
    case 'CHOICE':
      return fc.constantFrom(...codes);
    case 'CHOICES':
      return fc.subarray(codes);
  }
}

const aCase: fc.Arbitrary<{ question: QuestionId; facts: Questions[QuestionId] }> = fc
  .constantFrom(...(Object.keys(questions) as QuestionId[]))
  .chain((question) => {
    const declared = Object.entries(questions[question].facts);
    const requiredKeys = declared.filter(([, fact]) => !fact.optional).map(([name]) => name);
    const record = Object.fromEntries(declared.map(([name, fact]) => [name, aFact(fact)]));
    return fc
      .record(record, { requiredKeys })
      .map((facts) => ({ question, facts: facts as unknown as Questions[QuestionId] }));
  });
const aPlace = fc.constantFrom(...LIVE_PLACES.map((place) => ({ ...place, toString: () => place.name })));

const ask = (
  of: typeof law,
  where: Omit<Where, 'day'>,
  one: { question: QuestionId; facts: Questions[QuestionId] },
  day: CivilDate = TODAY,
): Decision => of.ask(one.question, { ...where, day }, one.facts);

/** What is said of each rule; a rule that a lower text replaces openly is judged by what replaces it. */
const refusedBy = (decision: Decision): string[] =>
  decision.findings.filter(({ verdict }) => verdict === 'REFUSE').map(({ ruleId }) => ruleId);
const replacedIn = (some: readonly Pack[]): Set<string | undefined> =>
  new Set(some.flatMap(({ rules }) => rules.map(({ replaces }) => replaces)));

test('a lower text never lets through what the law above it refuses', () => {
  fc.assert(
    fc.property(aPlace, aCase, (place, one) => {
      const chain = [...chainOf(place.placeCode), ...(place.schoolCode ? [place.schoolCode] : [])];
      for (let levels = 1; levels < chain.length; levels++) {
        const above = all.filter(({ placeCode }) => chain.slice(0, levels).includes(placeCode));
        const below = all.filter(({ placeCode }) => chain.slice(levels).includes(placeCode));
        const replaced = replacedIn(below);
        const refused = refusedBy(ask(makeLaw(above), place, one)).filter((id) => !replaced.has(id));
        if (refused.length === 0) continue;
        const whole = ask(makeLaw([...above, ...below]), place, one);
        assert.equal(whole.verdict, 'REFUSE', `${place.name} ${one.question}: ${refused.join()} refused above`);
      }
    }),
    { ...runs, numRuns: 600 },
  );
});

test('the answer is the same in whatever order the packs are given', () => {
  fc.assert(
    fc.property(aPlace, aCase, fc.shuffledSubarray([...all.keys()], { minLength: all.length }), (place, one, order) => {
      const shuffled = order.map((index) => all[index]!);
      assert.deepEqual(ask(makeLaw(shuffled), place, one), ask(law, place, one));
    }),
    { ...runs, numRuns: 400 },
  );
});

test('the same question put twice is answered the same', () => {
  fc.assert(
    fc.property(aPlace, aCase, (place, one) => {
      assert.deepEqual(ask(law, place, one), ask(law, place, one));
    }),
    runs,
  );
});

test('over a day on which a text begins or ends, exactly the rules that begin or end there come or go', () => {
  const boundaries = new Set(
    all.flatMap(({ rules }) => rules.flatMap(({ inForce: { from, to } }) => (to ? [from, to] : [from]))),
  );
  const standing = (place: Omit<Where, 'day'>, day: CivilDate): Set<AnyRule> =>
    new Set(
      (Object.keys(questions) as QuestionId[]).flatMap((question) => [...law.rulesFor(question, { ...place, day })]),
    );
  for (const place of LIVE_PLACES) {
    for (const day of boundaries) {
      const [before, after] = [standing(place, addDays(day, -1)), standing(place, day)];
      for (const rule of after) {
        if (before.has(rule)) continue;
        // A rule also comes where the text that replaced it, or to which it stepped back, has ended.
        const freed = [...before].some((one) => one.inForce.to === day && (one.replaces === rule.id || rule.yields));
        assert.ok(rule.inForce.from === day || freed, `${rule.id} in ${place.name} on ${day}`);
      }
      for (const rule of before) {
        if (after.has(rule)) continue;
        const displaced = [...after].some(
          (one) => one.inForce.from === day && (one.replaces === rule.id || rule.yields),
        );
        assert.ok(rule.inForce.to === day || displaced, `${rule.id} in ${place.name} on ${day}`);
      }
    }
  }
});

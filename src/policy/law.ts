/** 法: all packs together, and the one way to ask them. */
import type { CivilDate } from '../kernel/civil-date.ts';
import { chainOf } from '../kernel/place-codes.ts';
import { chipOf, holdsOn } from './citation.ts';
import { byVerdict, type Decision, type LawFinding, strictest, type Verdict } from './decision.ts';
import { PARAMETER_NOT_SET, readOutcome } from './outcome.ts';
import type { Pack, Setting } from './pack.ts';
import type { QuestionId, Questions } from './questions.ts';
import { type ResolvedParameter, resolveParameters } from './resolve.ts';
import type { AnyRule } from './rule.ts';

export interface Law {
  packs: readonly Pack[];
  /** Asks every rule in force at the place on the day. Rules of a school's own pack are found by the school code. */
  ask<Q extends QuestionId>(question: Q, at: Where, facts: Questions[Q]): Decision;
  /** The parameters of one rule in force there, each with the text that set it. Empty where the rule does not hold. */
  parametersOf(ruleId: string, at: Where): ResolvedParameter[];
  /** The rules that answer a question there. */
  rulesFor(question: QuestionId, at: Where): readonly AnyRule[];
}

export interface Where {
  placeCode: string;
  day: CivilDate;
  /** 学校标识码, where a school has a text of its own. */
  schoolCode?: string;
  /** What authorities set in the product, by place code; they rank after the place's own texts. */
  local?: readonly (Setting & { placeCode: string })[];
}

interface Standing {
  rule: AnyRule;
  parameters: ResolvedParameter[];
  values: Record<string, unknown>;
}

/** Joins packs into law. The order in which they are given does not matter. */
export function makeLaw(packs: readonly Pack[]): Law {
  const byPlace = new Map<string, Pack[]>();
  for (const pack of packs) byPlace.set(pack.placeCode, [...(byPlace.get(pack.placeCode) ?? []), pack]);
  const standings = new Map<string, Standing[]>();

  const chainAt = ({ placeCode, schoolCode, local = [] }: Where): Pack[] => {
    const codes = schoolCode ? [...chainOf(placeCode), schoolCode] : chainOf(placeCode);
    return codes.flatMap((code) => {
      const settings = local.filter((setting) => setting.placeCode === code);
      const own = byPlace.get(code) ?? [];
      return settings.length ? [...own, { placeCode: code, instruments: [], rules: [], settings }] : own;
    });
  };
  const standingsAt = (question: QuestionId, at: Where): Standing[] => {
    const key = `${question} ${at.placeCode} ${at.schoolCode ?? ''} ${at.day}`;
    const known = at.local?.length ? undefined : standings.get(key);
    if (known) return known;
    const chain = chainAt(at);
    const rules = chain.flatMap((pack) => pack.rules.filter((rule) => holdsOn(rule.inForce, at.day)));
    const replaced = new Set(rules.map((rule) => rule.replaces));
    const result = rules
      .filter((rule) => rule.question === question && !replaced.has(rule.id))
      .map((rule) => {
        const parameters = resolveParameters(rule, chain, at.day);
        return { rule, parameters, values: Object.fromEntries(parameters.map(({ name, value }) => [name, value])) };
      });
    if (!at.local?.length) {
      if (standings.size > 10_000) standings.clear(); // days move on; what is asked again is made again
      standings.set(key, result);
    }
    return result;
  };

  return {
    packs,
    rulesFor: (question, at) => standingsAt(question, at).map(({ rule }) => rule),
    parametersOf: (ruleId, at) => {
      const rule = packs.flatMap((pack) => pack.rules).find(({ id }) => id === ruleId);
      return rule ? (standingsAt(rule.question, at).find((one) => one.rule.id === ruleId)?.parameters ?? []) : [];
    },
    ask: (question, at, facts) => {
      const findings: LawFinding[] = [];
      for (const standing of standingsAt(question, at)) {
        const finding = findingOf(standing, facts);
        if (finding) findings.push(finding);
      }
      findings.sort(byVerdict);
      return { question, verdict: strictest(findings), placeCode: at.placeCode, day: at.day, findings };
    },
  };
}

const VERDICTS = { ALLOW: 'ALLOW', WEIGH: 'DISCRETIONARY', DENY: 'REFUSE' } as const satisfies Record<string, Verdict>;
const NOT_SET_SENTENCE = '本地尚未规定“{parameter}”，由学籍主管部门酌定';

/** 依据以最具体的规定为准: of the values that the decision looked at, the one that a lower text set is cited. */
function findingOf({ rule, parameters, values }: Standing, facts: Questions[QuestionId]): LawFinding | undefined {
  const labelOf = (name: string) => rule.parameters[name]?.label ?? name;
  const { outcome, read } = readOutcome((watched) => rule.decide(facts, watched), values, labelOf);
  if (outcome.says === 'NONE') return undefined;
  const basis =
    parameters.findLast((one) => read.includes(one.name) && one.basis && one.basis !== rule.basis)?.basis ?? rule.basis;
  const holes = { ...values, ...outcome.facts };
  const sentence = outcome.code === PARAMETER_NOT_SET ? NOT_SET_SENTENCE : rule.sentences[outcome.code];
  const remedy = rule.remedies?.[outcome.code];
  const force = outcome.force ?? rule.force;
  return {
    ruleId: rule.id,
    verdict: outcome.says === 'DENY' && force !== 'MUST' ? 'DISCRETIONARY' : VERDICTS[outcome.says],
    force,
    code: outcome.code,
    sentence: fill(sentence ?? rule.title, holes),
    ...(remedy ? { remedy: fill(remedy, holes) } : {}),
    chip: chipOf(basis),
    instrument: basis.instrument.title,
    clauses: basis === rule.basis ? rule.basis.clauses : [...basis.clauses, ...rule.basis.clauses],
    facts: holes,
  };
}

function fill(template: string, holes: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, hole: string) => String(holes[hole] ?? ''));
}

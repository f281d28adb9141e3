/** 法: all packs together, and the one way to ask them. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { calendar as published, type WorkingCalendar } from '../../kernel/working-days.ts';
import { type Citation, chipOf, holdsOn } from '../citation.ts';
import {
  byVerdict,
  type CitedRequirement,
  type Decision,
  type JointDecision,
  type LawFinding,
  type LosingText,
  type Side,
  strictest,
  type Verdict,
} from '../decision.ts';
import { outcomeOf, PARAMETER_NOT_SET, reading } from '../outcome.ts';
import { type LocalSetting, type Pack, pack } from '../pack.ts';
import type { QuestionId, Questions } from '../questions/index.ts';
import type { AnyRule, Asking } from '../rule.ts';
import { type ResolvedParameter, resolveParameters } from './resolve.ts';

export interface Law {
  packs: readonly Pack[];
  /**
   * Asks every rule in force at the place on the day. Rules of a school's own pack are found by the school code.
   * Refuses CALENDAR_NOT_PUBLISHED where a rule counts working days in a year without a calendar.
   */
  ask<Q extends QuestionId>(question: Q, at: Where, facts: Questions[Q]): Decision;
  /** Asks the law of two places, the receiving one first; what both take from the same text is said once. */
  askBoth<Q extends QuestionId>(question: Q, at: BothPlaces, facts: Questions[Q]): JointDecision;
  /** 采用: what authorities have set in the product, all of it; they rank after the place's own texts. */
  adopt(settings: readonly LocalSetting[]): void;
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
  /** Settings that are tried out: they count beside those adopted, for this question alone. */
  local?: readonly LocalSetting[];
}

/** The two places of a transfer, on one day. */
export interface BothPlaces {
  day: CivilDate;
  sending: Omit<Where, 'day'>;
  receiving: Omit<Where, 'day'>;
}

interface Standing {
  rule: AnyRule;
  parameters: ResolvedParameter[];
  values: Record<string, unknown>;
}

/** 试行: the same law with settings that are only tried out, wherever it is asked. */
export function lawTrying(law: Law, tried: readonly LocalSetting[]): Law {
  const at = <W extends Pick<Where, 'local'>>(where: W): W => ({ ...where, local: tried });
  return {
    packs: law.packs,
    adopt: law.adopt,
    ask: (question, where, facts) => law.ask(question, at(where), facts),
    askBoth: (question, { day, sending, receiving }, facts) =>
      law.askBoth(question, { day, sending: at(sending), receiving: at(receiving) }, facts),
    parametersOf: (ruleId, where) => law.parametersOf(ruleId, at(where)),
    rulesFor: (question, where) => law.rulesFor(question, at(where)),
  };
}

/** The rules that answer a question in a place on a day, and the texts that would but do not count. */
interface Answering {
  standings: Standing[];
  notApplied: LosingText[];
}

const NOTHING_TRIED: readonly LocalSetting[] = [];

/** Joins packs into law. The order in which they are given does not matter. */
export function makeLaw(packs: readonly Pack[], calendar: WorkingCalendar = published): Law {
  const byPlace = new Map<string, Pack[]>();
  for (const one of packs) byPlace.set(one.placeCode, [...(byPlace.get(one.placeCode) ?? []), one]);
  let answers = new WeakMap<readonly LocalSetting[], Map<string, Answering>>();
  let adopted: readonly LocalSetting[] = [];

  const chainAt = ({ placeCode, schoolCode, local = [] }: Where): Pack[] => {
    const codes = schoolCode ? [...chainOf(placeCode), schoolCode] : chainOf(placeCode);
    return codes.flatMap((code) => {
      const settings = [...adopted, ...local].filter((setting) => setting.placeCode === code);
      const own = byPlace.get(code) ?? [];
      return settings.length ? [...own, pack({ placeCode: code, instruments: [], settings })] : own;
    });
  };
  const answering = (question: QuestionId, at: Where): Answering => {
    const known = knownFor(at.local ?? NOTHING_TRIED);
    const key = `${question} ${at.placeCode} ${at.schoolCode ?? ''} ${at.day}`;
    const before = known.get(key);
    if (before) return before;
    const made = answeringIn(question, chainAt(at), at.day);
    if (known.size > 10_000) known.clear(); // days move on; what is asked again is made again
    known.set(key, made);
    return made;
  };
  const knownFor = (local: readonly LocalSetting[]): Map<string, Answering> => {
    const known = answers.get(local) ?? new Map<string, Answering>();
    answers.set(local, known);
    return known;
  };

  const ask = (question: QuestionId, at: Where, facts: Questions[QuestionId], side?: Side): Decision => {
    const { standings, notApplied } = answering(question, at);
    const asking: Asking = { day: at.day, calendar, ...(side ? { side } : {}) };
    const findings: LawFinding[] = [];
    const requirements: CitedRequirement[] = [];
    for (const standing of standings) {
      const finding = findingOf(standing, facts, asking);
      if (finding) findings.push(finding);
      requirements.push(...requirementsOf(standing, facts, asking));
    }
    findings.sort(byVerdict);
    const verdict = strictest(findings);
    return { question, verdict, placeCode: at.placeCode, day: at.day, findings, requirements, notApplied };
  };

  return {
    packs,
    adopt: (settings) => {
      adopted = settings;
      answers = new WeakMap();
    },
    rulesFor: (question, at) => answering(question, at).standings.map(({ rule }) => rule),
    parametersOf: (ruleId, at) => {
      for (const rule of packs.flatMap(({ rules }) => rules.filter(({ id }) => id === ruleId))) {
        const standing = answering(rule.question, at).standings.find((one) => one.rule.id === ruleId);
        if (standing) return standing.parameters;
      }
      return [];
    },
    ask,
    askBoth: (question, { day, sending, receiving }, facts) => {
      const [second, first] = [
        ask(question, { ...sending, day }, facts, 'SENDING'),
        ask(question, { ...receiving, day }, facts, 'RECEIVING'),
      ];
      const findings = once([...sided(first.findings, 'RECEIVING'), ...sided(second.findings, 'SENDING')], sayingOf);
      const requirements = [...sided(first.requirements, 'RECEIVING'), ...sided(second.requirements, 'SENDING')];
      const notApplied = [...sided(first.notApplied, 'RECEIVING'), ...sided(second.notApplied, 'SENDING')];
      return {
        question,
        verdict: strictest(findings),
        day,
        sending: sending.placeCode,
        receiving: receiving.placeCode,
        findings: findings.sort(byVerdict),
        requirements: once(requirements, ({ kind, by, what, chip }) => `${kind} ${by} ${what} ${chip}`),
        notApplied: once(notApplied, ({ chip, says }) => `${chip} ${says}`),
      };
    },
  };
}

/** What answers a question in a chain of packs, highest first. */
function answeringIn(question: QuestionId, chain: readonly Pack[], day: CivilDate): Answering {
  const inForce = chain.flatMap(({ rules, placeCode }) =>
    rules.filter((rule) => holdsOn(rule.inForce, day)).map((rule) => ({ rule, placeCode })),
  );
  const replaced = new Set(inForce.map(({ rule }) => rule.replaces));
  const asked = inForce.filter(({ rule }) => rule.question === question && !replaced.has(rule.id));
  const highest = asked[0]?.placeCode;
  const standings = asked
    .filter(({ rule, placeCode }) => !rule.yields || placeCode === highest)
    .map(({ rule }) => {
      const parameters = resolveParameters(rule, chain, day);
      return { rule, parameters, values: Object.fromEntries(parameters.map(({ name, value }) => [name, value])) };
    });
  const notApplied = chain
    .flatMap(({ notApplied }) => notApplied)
    .filter((text) => text.question === question && holdsOn(text.basis.instrument.inForce, day))
    .map(({ basis, says, because }) => ({ chip: chipOf(basis), clauses: basis.clauses, says, because }));
  return { standings, notApplied };
}

const sided = <T extends { side?: Side | undefined }>(all: readonly T[], side: Side): T[] =>
  all.map((one) => ({ ...one, side }));

const sayingOf = ({ ruleId, chip, code, sentence }: LawFinding): string => `${ruleId} ${chip} ${code} ${sentence}`;

/** What stands on both sides in the same words is said once, of neither side. */
function once<T extends { side?: Side | undefined }>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const one of all) {
    const key = keyOf(one);
    const before = seen.get(key);
    if (!before) seen.set(key, one);
    else if (before.side !== one.side) seen.set(key, { ...before, side: undefined });
  }
  return [...seen.values()];
}

const VERDICTS = { ALLOW: 'ALLOW', WEIGH: 'DISCRETIONARY', DENY: 'REFUSE' } as const satisfies Record<string, Verdict>;
const NOT_SET_SENTENCE = '本地尚未规定“{parameter}”，由学籍主管部门酌定';

function findingOf(
  { rule, parameters, values }: Standing,
  facts: Questions[QuestionId],
  asking: Asking,
): LawFinding | undefined {
  const made = reading((watched) => rule.decide(facts, watched, asking), values);
  const outcome = outcomeOf(made, (name) => rule.parameters[name]?.label ?? name);
  if (outcome.says === 'NONE') return undefined;
  const basis = basisOf(rule, parameters, made.read);
  const holes = { ...values, ...outcome.facts };
  const sentence = outcome.code === PARAMETER_NOT_SET ? NOT_SET_SENTENCE : rule.sentences[outcome.code];
  const remedy = rule.remedies?.[outcome.code];
  const force = outcome.force ?? rule.force;
  const verdict = outcome.says === 'DENY' && force !== 'MUST' ? 'DISCRETIONARY' : VERDICTS[outcome.says];
  return {
    ruleId: rule.id,
    verdict,
    force,
    code: outcome.code,
    sentence: fill(sentence ?? rule.title, holes),
    ...(remedy ? { remedy: fill(remedy, holes) } : {}),
    chip: chipOf(basis),
    instrument: basis.instrument.title,
    clauses: clausesOf(basis, rule),
    facts: holes,
    ...(verdict === 'DISCRETIONARY' ? { letThroughBy: rule.letThroughBy ?? 'AUTHORITY' } : {}),
  };
}

/** What the rule asks for there. What depends on a value that no text sets is not asked for. */
function requirementsOf(
  { rule, parameters, values }: Standing,
  facts: Questions[QuestionId],
  asking: Asking,
): CitedRequirement[] {
  if (!rule.requires) return [];
  const made = reading((watched) => rule.requires?.(facts, watched, asking) ?? [], values);
  if (!('result' in made)) return [];
  const basis = basisOf(rule, parameters, made.read);
  const cited = { ruleId: rule.id, chip: chipOf(basis), clauses: clausesOf(basis, rule) };
  return made.result.map((one) => ({ ...one, ...cited }));
}

/** 依据以最具体的规定为准: of the values that were looked at, the text of the lowest place that set one; else the rule's. */
const basisOf = (rule: AnyRule, parameters: readonly ResolvedParameter[], read: readonly string[]): Citation =>
  parameters.findLast((one) => read.includes(one.name) && one.basis && one.basis !== rule.basis)?.basis ?? rule.basis;

const clausesOf = (basis: Citation, rule: AnyRule): readonly string[] =>
  basis === rule.basis ? rule.basis.clauses : [...basis.clauses, ...rule.basis.clauses];

function fill(template: string, holes: Record<string, unknown>): string {
  return template.replace(/\{(\w+)\}/g, (_, hole: string) => String(holes[hole] ?? ''));
}

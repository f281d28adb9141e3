/** 法: all packs together, and the one way to ask them. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { calendar as published, type WorkingCalendar } from '../../kernel/working-days.ts';
import { chipOf, holdsOn } from '../citation.ts';
import type { Decision, JointDecision, LosingText } from '../decision.ts';
import { type LocalSetting, type Pack, pack } from '../pack.ts';
import type { QuestionId, Questions } from '../questions/index.ts';
import type { AnyRule } from '../rule.ts';
import { Answered } from './answered.ts';
import { type ResolvedParameter, resolveParameters } from './resolve.ts';
import { type Standing, standingOf } from './standing.ts';

export interface Law {
  packs: readonly Pack[];
  /**
   * Asks every rule in force at the place on the day. Rules of a school's own pack are found by the school code.
   * Refuses CALENDAR_NOT_PUBLISHED where a rule counts working days in a year without a calendar.
   */
  ask<Q extends QuestionId>(question: Q, at: Where, facts: Questions[Q]): Decision;
  /** Asks the law of two places, the receiving one first; what both take from the same text is said once. */
  askBoth<Q extends QuestionId>(question: Q, at: BothPlaces, facts: Questions[Q]): JointDecision;
  /** What was adopted last. */
  adopted(): readonly LocalSetting[];
  /** 采用: what authorities have set in the product, all of it; they rank after the place's own texts. */
  adopt(settings: readonly LocalSetting[]): void;
  /** The parameters of one rule in force there, each with the text that set it. Empty where the rule does not hold. */
  parametersOf(ruleId: string, at: Where): readonly ResolvedParameter[];
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

/** 试行: the same law with settings that are only tried out, wherever it is asked. */
export function lawTrying(law: Law, tried: readonly LocalSetting[]): Law {
  const at = <W extends Pick<Where, 'local'>>(where: W): W => ({ ...where, local: tried });
  return {
    packs: law.packs,
    adopted: law.adopted,
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

  const ask = (question: QuestionId, at: Where, facts: Questions[QuestionId]): Decision => {
    const answered = new Answered();
    const { standings, notApplied } = answering(question, at);
    answered.add(standings, facts, { day: at.day, calendar });
    return { question, placeCode: at.placeCode, day: at.day, ...answered.decision(), notApplied };
  };

  return {
    packs,
    adopted: () => adopted,
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
      const first = answering(question, { ...receiving, day });
      const second = answering(question, { ...sending, day });
      const answered = new Answered();
      const shared = sharedOf(first, second);
      answered.add(first.standings, facts, { day, calendar, side: 'RECEIVING' }, shared);
      answered.add(second.standings, facts, { day, calendar, side: 'SENDING' }, shared);
      const notApplied = bothSaid(first.notApplied, second.notApplied);
      return {
        question,
        day,
        sending: sending.placeCode,
        receiving: receiving.placeCode,
        ...answered.decision(),
        notApplied,
      };
    },
  };
}

const pairs = new WeakMap<Answering, WeakMap<Answering, ReadonlySet<AnyRule>>>();

/** The rules that two places have in common. */
function sharedOf(one: Answering, other: Answering): ReadonlySet<AnyRule> {
  const known = pairs.get(one) ?? new WeakMap<Answering, ReadonlySet<AnyRule>>();
  pairs.set(one, known);
  const before = known.get(other);
  if (before) return before;
  const rules = new Set(other.standings.map(({ rule }) => rule));
  const shared = new Set(one.standings.map(({ rule }) => rule).filter((rule) => rules.has(rule)));
  known.set(other, shared);
  return shared;
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
    .map(({ rule }) => standingOf(rule, resolveParameters(rule, chain, day)));
  const notApplied = chain
    .flatMap(({ notApplied }) => notApplied)
    .filter((text) => text.question === question && holdsOn(text.basis.instrument.inForce, day))
    .map(({ basis, says, because }) => ({ chip: chipOf(basis), clauses: basis.clauses, says, because }));
  return { standings, notApplied };
}

/** The texts of both sides that do not count; what both have from the same text is said once, of neither side. */
function bothSaid(receiving: readonly LosingText[], sending: readonly LosingText[]): LosingText[] {
  if (receiving.length + sending.length === 0) return [];
  const seen = new Map<string, LosingText>();
  for (const text of receiving) seen.set(`${text.chip} ${text.says}`, { ...text, side: 'RECEIVING' });
  for (const text of sending) {
    const key = `${text.chip} ${text.says}`;
    seen.set(key, { ...text, side: seen.has(key) ? undefined : 'SENDING' });
  }
  return [...seen.values()];
}

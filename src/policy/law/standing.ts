/** 在用规则: a rule as it stands in a place on a day, made ready once, so that a case costs no more than its own facts. */
import { type Citation, chipOf } from '../citation.ts';
import type { CitedRequirement, LawFinding, Side, Verdict } from '../decision.ts';
import { NotSet, type Outcome, PARAMETER_NOT_SET, weigh } from '../outcome.ts';
import type { QuestionId, Questions } from '../questions/index.ts';
import type { Requirement } from '../requirement.ts';
import type { AnyRule, Asking } from '../rule.ts';
import type { ResolvedParameter } from './resolve.ts';

export interface Standing {
  rule: AnyRule;
  parameters: readonly ResolvedParameter[];
  /** What the rule says of these facts; undefined where it has nothing to say. */
  findingOf(facts: Questions[QuestionId], asking: Asking): LawFinding | undefined;
  /** Adds what the rule asks for there. What depends on a value that no text sets is not asked for. */
  addRequirements(into: CitedRequirement[], facts: Questions[QuestionId], asking: Asking): void;
}

const VERDICTS = { ALLOW: 'ALLOW', WEIGH: 'DISCRETIONARY', DENY: 'REFUSE' } as const satisfies Record<string, Verdict>;
const NOT_SET_SENTENCE = '本地尚未规定“{parameter}”，由学籍主管部门酌定';

/** One shape for all, written out: a case has a score of them, and copies of many shapes are slow. */
function cited(
  one: Requirement,
  ruleId: string,
  chip: string,
  clauses: readonly string[],
  side: Side | undefined,
): CitedRequirement {
  const { kind, by, what } = one;
  const when = one.kind === 'PAPER' ? one.when : undefined;
  const within = one.kind === 'PAPER' ? undefined : one.within;
  const after = one.kind === 'DEADLINE' ? one.after : undefined;
  return { kind, by, what, when, within, after, ruleId, chip, clauses, side } as CitedRequirement;
}

/** Where a finding or a requirement points to. */
interface Source {
  chip: string;
  instrument: string;
  clauses: readonly string[];
}

/** Makes a rule ready with its parameters as they are in force. */
export function standingOf(rule: AnyRule, parameters: readonly ResolvedParameter[]): Standing {
  const { values, sourceRead, forget } = watchedValues(rule, parameters);
  const plain = Object.fromEntries(parameters.map(({ name, value }) => [name, value]));
  const says = new Map<string, Saying>();
  const sayingOf = (code: string): Saying => {
    const known = says.get(code) ?? makeSaying(rule, code);
    says.set(code, known);
    return known;
  };

  const outcomeFor = (facts: Questions[QuestionId], asking: Asking): Outcome => {
    try {
      return rule.decide(facts, values, asking);
    } catch (error) {
      if (!(error instanceof NotSet)) throw error;
      return weigh(PARAMETER_NOT_SET, { parameter: rule.parameters[error.parameter]?.label ?? error.parameter });
    }
  };

  return {
    rule,
    parameters,
    findingOf: (facts, asking) => {
      forget();
      const outcome = outcomeFor(facts, asking);
      if (outcome.says === 'NONE') return undefined;
      const force = outcome.force ?? rule.force;
      const verdict = outcome.says === 'DENY' && force !== 'MUST' ? 'DISCRETIONARY' : VERDICTS[outcome.says];
      const { sentence, remedy } = sayingOf(outcome.code);
      const { chip, instrument, clauses } = sourceRead();
      return {
        ruleId: rule.id,
        verdict,
        force,
        code: outcome.code,
        sentence: sentence(outcome.facts, plain),
        remedy: remedy?.(outcome.facts, plain),
        chip,
        instrument,
        clauses,
        facts: outcome.facts,
        letThroughBy: verdict === 'DISCRETIONARY' ? (rule.letThroughBy ?? 'AUTHORITY') : undefined,
        side: asking.side,
      };
    },
    addRequirements: (into, facts, asking) => {
      if (!rule.requires) return;
      forget();
      try {
        const required = rule.requires(facts, values, asking);
        const { chip, clauses } = sourceRead();
        for (const one of required) into.push(cited(one, rule.id, chip, clauses, asking.side));
      } catch (error) {
        if (!(error instanceof NotSet)) throw error;
      }
    },
  };
}

/**
 * 依据以最具体的规定为准: the values of a rule's parameters, which know whether one was looked at that a lower text set: that
 * text is cited, the lowest of several. One that no text sets throws NotSet where it is looked at.
 */
function watchedValues(rule: AnyRule, parameters: readonly ResolvedParameter[]) {
  const own = sourceOf(rule.basis, rule);
  const values: Record<string, unknown> = {};
  let lowest = -1;
  let source = own;
  for (const [index, { name, value, basis }] of parameters.entries()) {
    if (value !== undefined && (!basis || basis === rule.basis)) values[name] = value;
    else {
      const its = basis ? sourceOf(basis, rule) : own;
      Object.defineProperty(values, name, {
        enumerable: true,
        get: () => {
          if (value === undefined) throw new NotSet(name);
          if (index > lowest) {
            lowest = index;
            source = its;
          }
          return value;
        },
      });
    }
  }
  const forget = () => {
    lowest = -1;
    source = own;
  };
  return { values, sourceRead: () => source, forget };
}

function sourceOf(basis: Citation, rule: AnyRule): Source {
  const clauses = basis === rule.basis ? basis.clauses : [...basis.clauses, ...rule.basis.clauses];
  return { chip: chipOf(basis), instrument: basis.instrument.title, clauses };
}

type Facts = Record<string, unknown>;
type Filler = (facts: Facts, values: Facts) => string;

/** The words of one code. */
interface Saying {
  sentence: Filler;
  remedy: Filler | undefined;
}

function makeSaying(rule: AnyRule, code: string): Saying {
  const sentence = code === PARAMETER_NOT_SET ? NOT_SET_SENTENCE : rule.sentences[code];
  const remedy = rule.remedies?.[code];
  return { sentence: filler(sentence ?? rule.title), remedy: remedy === undefined ? undefined : filler(remedy) };
}

/** A sentence whose holes are filled from the facts of the outcome, or else from the parameter values. */
function filler(template: string): Filler {
  const pieces = template.split(/\{(\w+)\}/);
  if (pieces.length === 1) return () => template;
  return (facts, values) => {
    let text = pieces[0]!;
    for (let at = 1; at < pieces.length; at += 2) {
      const hole = pieces[at]!;
      text += String(facts[hole] ?? values[hole] ?? '') + pieces[at + 1]!;
    }
    return text;
  };
}

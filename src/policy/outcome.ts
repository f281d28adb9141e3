/** 认定: what one rule says of given facts, and how it is come by. */
import type { Force } from './decision.ts';

/**
 * ALLOW: it complies. DENY: the rule forbids it, with the rule's own force. WEIGH 酌定: it is not as the text wants it,
 * yet what was asked need not fall: the supervising authority weighs it and writes its reason. NONE: nothing to say.
 */
export type Outcome =
  | { says: 'ALLOW' | 'DENY' | 'WEIGH'; code: string; facts: Record<string, unknown>; force?: Force }
  | { says: 'NONE' };

export const allow = (code = 'COMPLIES', facts: Record<string, unknown> = {}): Outcome => ({
  says: 'ALLOW',
  code,
  facts,
});

export const deny = (code: string, facts: Record<string, unknown> = {}): Outcome => ({ says: 'DENY', code, facts });

/** `force` where the text speaks more softly here (原则上、一般) than in the rest of the rule. */
export const weigh = (code: string, facts: Record<string, unknown> = {}, force?: Force): Outcome => ({
  says: 'WEIGH',
  code,
  facts,
  ...(force ? { force } : {}),
});

export const silent: Outcome = { says: 'NONE' };

/** The code of the outcome where a rule comes to need a parameter that no text of the place sets. */
export const PARAMETER_NOT_SET = 'PARAMETER_NOT_SET';

/** What came of reading parameters: the result, or the parameter that no text sets; and which were looked at, in order. */
export type Reading<T> = { read: readonly string[] } & ({ result: T } | { missing: string });

/**
 * Lets something read parameters. One that no text sets matters only where it comes to be read: a rule about grade one
 * says nothing of grade seven, whether or not the place has set a cut-off day.
 */
export function reading<T>(use: (values: Record<string, unknown>) => T, values: Record<string, unknown>): Reading<T> {
  const read: string[] = [];
  const watched = new Proxy(values, {
    get: (all, name: string) => {
      read.push(name);
      if (all[name] === undefined) throw new NotSet(name);
      return all[name];
    },
  });
  try {
    return { result: use(watched), read };
  } catch (error) {
    if (!(error instanceof NotSet)) throw error;
    return { missing: error.parameter, read };
  }
}

/** The outcome of a decision; one that needs a parameter no text sets is for the authority to weigh. */
export function outcomeOf(read: Reading<Outcome>, labelOf: (parameter: string) => string): Outcome {
  return 'result' in read ? read.result : weigh(PARAMETER_NOT_SET, { parameter: labelOf(read.missing) });
}

/** Thrown where a rule looks at a parameter that no text sets; never leaves the engine. */
export class NotSet extends Error {
  readonly parameter: string;

  constructor(parameter: string) {
    super(`parameter ${parameter} is not set`);
    this.parameter = parameter;
  }
}

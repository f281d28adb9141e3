/** 认定: what one rule says of given facts, and how it is come by. */
import type { Force } from './decision.ts';

/**
 * ALLOW: it complies. DENY: the rule forbids it, with the rule's own force. WEIGH 酌定: it is not as the text wants it,
 * yet what was asked need not fall: the supervising authority weighs it and writes its reason. NONE: nothing to say.
 */
export type Outcome =
  | { says: 'ALLOW' | 'DENY' | 'WEIGH'; code: string; facts: Record<string, unknown>; force?: Force }
  | { says: 'NONE' };

/** Most outcomes tell no facts: they share these. */
const NO_FACTS: Record<string, unknown> = Object.freeze({});
const COMPLIES: Outcome = Object.freeze({ says: 'ALLOW', code: 'COMPLIES', facts: NO_FACTS });

export const allow = (code = 'COMPLIES', facts = NO_FACTS): Outcome =>
  code === 'COMPLIES' && facts === NO_FACTS ? COMPLIES : { says: 'ALLOW', code, facts };

export const deny = (code: string, facts = NO_FACTS): Outcome => ({ says: 'DENY', code, facts });

/** `force` where the text speaks more softly here (原则上、一般) than in the rest of the rule. */
export const weigh = (code: string, facts = NO_FACTS, force?: Force): Outcome =>
  force ? { says: 'WEIGH', code, facts, force } : { says: 'WEIGH', code, facts };

export const silent: Outcome = { says: 'NONE' };

/** The code of the outcome where a rule comes to need a parameter that no text of the place sets. */
export const PARAMETER_NOT_SET = 'PARAMETER_NOT_SET';

/** Thrown where a rule looks at a parameter that no text sets; never leaves the engine. */
export class NotSet extends Error {
  readonly parameter: string;

  constructor(parameter: string) {
    super(`parameter ${parameter} is not set`);
    this.parameter = parameter;
  }
}

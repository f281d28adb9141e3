/** 法规包: what one place's texts add to the law above them: rules, and settings of higher rules' parameters. */
import type { Citation, InForce, Instrument } from './citation.ts';
import type { QuestionId } from './questions.ts';
import type { AnyRule, Parameters, Rule, ValuesOf } from './rule.ts';

/** 参数规定: a lower text's values for a higher rule's parameters, with its own article. */
export interface Setting {
  ruleId: string;
  values: Record<string, unknown>;
  basis: Citation;
  inForce: InForce;
  /** Said where the text does not count: it contradicts the law above it. */
  notApplied?: string;
}

export interface Pack {
  placeCode: string;
  instruments: readonly Instrument[];
  rules: readonly AnyRule[];
  settings: readonly Setting[];
}

export const pack = (text: Pack): Pack => text;

/** Sets parameters of a rule of the law above. Unknown names and wrong types do not compile. */
export function setting<Q extends QuestionId, P extends Parameters>(
  rule: Rule<Q, P>,
  values: Partial<ValuesOf<P>>,
  basis: Citation,
  inForce: InForce = basis.instrument.inForce,
): Setting {
  return { ruleId: rule.id, values, basis, inForce };
}

/** A setting that its text makes but that does not count, with the reason that is shown beside it. */
export const withoutEffect = (text: Setting, because: string): Setting => ({ ...text, notApplied: because });

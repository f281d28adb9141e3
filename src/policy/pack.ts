/** 法规包: what one place's texts add to the law above them: rules, and settings of higher rules' parameters. */
import type { Citation, InForce, Instrument } from './citation.ts';
import type { Duty } from './duty.ts';
import type { QuestionId } from './questions/index.ts';
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

/** 地方设定: what an authority sets in the product, within what the law above it leaves open or lets it narrow. */
export interface LocalSetting extends Setting {
  placeCode: string;
}

/** 未适用条文: what a text says that does not count, because a higher one, or a better one of its own, stands against it. */
export interface NotApplied {
  question: QuestionId;
  basis: Citation;
  /** What it says, in one sentence of our own. */
  says: string;
  /** Which text prevails and what follows from it: 国家·第六条规定……，……。 */
  because: string;
  /** The conflict group, as the decisions on the law number them: C21. */
  conflict?: string;
}

/** What a pack says of one subject: transfer, leave, graduation. */
export interface PackPart {
  rules?: readonly AnyRule[];
  settings?: readonly Setting[];
  notApplied?: readonly NotApplied[];
  duties?: readonly Duty[];
}

export interface Pack extends Required<PackPart> {
  placeCode: string;
  instruments: readonly Instrument[];
}

interface PackText extends PackPart {
  placeCode: string;
  instruments: readonly Instrument[];
  parts?: readonly PackPart[];
}

/** Joins what a place's texts say, given whole or in parts by subject. */
export function pack({ placeCode, instruments, parts = [], ...whole }: PackText): Pack {
  const all = [whole, ...parts];
  return {
    placeCode,
    instruments,
    rules: all.flatMap(({ rules = [] }) => rules),
    settings: all.flatMap(({ settings = [] }) => settings),
    notApplied: all.flatMap(({ notApplied = [] }) => notApplied),
    duties: all.flatMap(({ duties = [] }) => duties),
  };
}

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

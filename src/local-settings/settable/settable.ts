/** 可设参数: what an authority may set in its place, and what a proposed value would meet there. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  type AnyRule,
  chipOf,
  codesOf,
  kindOf,
  type Law,
  type LocalSetting,
  type QuestionId,
  questions,
  type ResolvedParameter,
  wordsOf,
} from '../../policy/index.ts';
import type { SettableParameter } from '../local-settings.api.ts';

/** The parameters of all rules in force at a place that a lower text may still set or narrow; open ones first. */
export function settableIn(law: Law, placeCode: string, day: CivilDate): SettableParameter[] {
  const at = { placeCode, day };
  const found: SettableParameter[] = [];
  for (const question of Object.keys(questions) as QuestionId[]) {
    for (const rule of law.rulesFor(question, at)) {
      for (const parameter of law.parametersOf(rule.id, at)) {
        if (isSettable(rule, parameter)) found.push(settable(question, rule, parameter));
      }
    }
  }
  return found.sort((a, b) => Number(a.value !== null) - Number(b.value !== null));
}

const isSettable = (rule: AnyRule, { name, value }: ResolvedParameter): boolean => {
  const narrower = rule.parameters[name]?.narrower;
  return value === undefined || (narrower !== 'ONCE' && narrower !== 'NEVER' && kindOf(rule, name) !== 'TEXT');
};

function settable(
  question: QuestionId,
  rule: AnyRule,
  { name, label, unit, value, basis }: ResolvedParameter,
): SettableParameter {
  const own = rule.parameters[name];
  return {
    question,
    questionTitle: questions[question].title,
    ruleId: rule.id,
    ruleTitle: rule.title,
    parameter: name,
    label,
    unit: unit ?? null,
    kind: kindOf(rule, name),
    codes: codesOf(rule, name),
    narrower: own?.narrower ?? 'NEVER',
    value: value ?? null,
    words: value === undefined ? null : wordsOf(value, { unit, words: own?.words }),
    chip: basis ? chipOf(basis) : null,
  };
}

/** What becomes of one proposed value. */
export interface Effect {
  rule: AnyRule;
  label: string;
  before: string | undefined;
  after: string;
  /** The text above it, whose article is cited. */
  basis: ResolvedParameter['basis'];
  /** Why it would not count; absent where it would. */
  because: string | undefined;
}

/** Tries a setting out against the law above it. Undefined where no such rule or parameter is in force there. */
export function effectOf(law: Law, setting: LocalSetting, day: CivilDate): Effect | undefined {
  const at = { placeCode: setting.placeCode, day };
  const [name = ''] = Object.keys(setting.values);
  const rule = ruleIn(law, setting.ruleId, at);
  const now = law.parametersOf(setting.ruleId, at).find((one) => one.name === name);
  if (!rule || !now) return undefined;
  const tried = law.parametersOf(setting.ruleId, { ...at, local: [setting] }).find((one) => one.name === name);
  const show = (value: unknown) => wordsOf(value, { unit: now.unit, words: rule.parameters[name]?.words });
  return {
    rule,
    label: now.label,
    before: now.value === undefined ? undefined : show(now.value),
    after: show(setting.values[name]),
    basis: now.basis ?? rule.basis,
    because: tried?.notApplied.find(({ basis }) => basis === setting.basis)?.because,
  };
}

function ruleIn(law: Law, ruleId: string, at: { placeCode: string; day: CivilDate }): AnyRule | undefined {
  for (const question of Object.keys(questions) as QuestionId[]) {
    const rule = law.rulesFor(question, at).find(({ id }) => id === ruleId);
    if (rule) return rule;
  }
  return undefined;
}

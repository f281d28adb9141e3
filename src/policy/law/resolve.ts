/** 效力层级: which value of a parameter counts in a place on a day, and which texts do not count and why. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { type Citation, chipOf, holdsOn } from '../citation.ts';
import type { Pack } from '../pack.ts';
import type { AnyRule, Narrowing } from '../rule.ts';
import { isNotLonger, limitWords, type TimeLimit } from '../time-limit.ts';

/** A parameter's value in force, with the text that set it. */
export interface ResolvedParameter {
  name: string;
  label: string;
  unit?: string | undefined;
  value: unknown;
  /** Absent where no text of the chain sets it. */
  basis?: Citation | undefined;
  /** Lower texts that do not take effect. */
  notApplied: { value: unknown; basis: Citation; because: string }[];
}

/** The parameters of a rule for a chain of packs, highest first. */
export function resolveParameters(rule: AnyRule, chain: readonly Pack[], day: CivilDate): ResolvedParameter[] {
  const resolved: ResolvedParameter[] = [];
  for (const [name, parameter] of Object.entries(rule.parameters)) {
    const state: ResolvedParameter = {
      name,
      label: parameter.label,
      unit: parameter.unit,
      value: parameter.value,
      basis: parameter.value === undefined ? undefined : rule.basis,
      notApplied: [],
    };
    for (const { settings } of chain) {
      for (const setting of settings) {
        if (setting.ruleId !== rule.id || !(name in setting.values) || !holdsOn(setting.inForce, day)) continue;
        const value = setting.values[name];
        const because = setting.notApplied ?? objectionTo(parameter.narrower, state.value, value, state.basis);
        if (because) state.notApplied.push({ value, basis: setting.basis, because });
        else Object.assign(state, { value, basis: setting.basis });
      }
    }
    resolved.push(state);
  }
  return resolved;
}

function objectionTo(
  narrowing: Narrowing,
  present: unknown,
  proposed: unknown,
  basis: Citation | undefined,
): string | undefined {
  if (present === undefined) return undefined;
  const above = basis ? chipOf(basis) : '上级规定';
  switch (narrowing) {
    case 'SMALLER':
      return (proposed as number) <= (present as number) ? undefined : `${above}规定不超过${present}，下级只能从严`;
    case 'LARGER':
      return (proposed as number) >= (present as number) ? undefined : `${above}规定不少于${present}，下级只能从严`;
    case 'SHORTER':
      return isNotLonger(proposed as TimeLimit, present as TimeLimit)
        ? undefined
        : `${above}规定${limitWords(present as TimeLimit)}内，下级只能缩短`;
    case 'SUBSET':
      return (proposed as unknown[]).every((entry) => (present as unknown[]).includes(entry))
        ? undefined
        : `超出${above}列举的范围`;
    case 'ONCE':
      return `${above}已作规定`;
    case 'NEVER':
      return `${above}不许另行规定`;
  }
}

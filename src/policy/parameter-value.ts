/** 参数值: what shape a parameter's value has, and how officials read it. */
import { APPROVERS, STAGES } from './questions/index.ts';
import { PARTIES } from './requirement.ts';
import type { AnyRule } from './rule.ts';
import { limitWords, type TimeLimit } from './time-limit.ts';

/** MONTH_DAY: a day of each year, 08-31. LIMIT: a time limit. LIST: several codes, in their order. */
export type ParameterKind = 'NUMBER' | 'FLAG' | 'MONTH_DAY' | 'LIMIT' | 'CHOICE' | 'LIST' | 'TEXT';

const COMMON_WORDS: Readonly<Record<string, string>> = { ...STAGES, ...APPROVERS, ...PARTIES };

/** The shape of a parameter, read from the value that it has, or else from those of the rule's examples. */
export function kindOf(rule: AnyRule, name: string): ParameterKind {
  const [value] = valuesOf(rule, name);
  if (typeof value === 'number') return 'NUMBER';
  if (typeof value === 'boolean') return 'FLAG';
  if (Array.isArray(value)) return 'LIST';
  if (typeof value === 'object' && value !== null) return 'LIMIT';
  if (typeof value === 'string' && /^\d\d-\d\d$/.test(value)) return 'MONTH_DAY';
  return codesOf(rule, name).length > 0 ? 'CHOICE' : 'TEXT';
}

/** The codes that a parameter may take, with their words: its own, or those that all rules share. */
export function codesOf(rule: AnyRule, name: string): { code: string; words: string }[] {
  const words = rule.parameters[name]?.words;
  if (words) return Object.entries(words).map(([code, said]) => ({ code, words: said }));
  const seen = new Set(
    valuesOf(rule, name)
      .flat()
      .filter((value) => typeof value === 'string'),
  );
  return [...seen].flatMap((code) => (COMMON_WORDS[code] ? [{ code, words: COMMON_WORDS[code] }] : []));
}

/** The value as an official reads it: 45人, 8月31日, 10个工作日, 县级教育行政部门、市级教育行政部门. */
export function wordsOf(
  value: unknown,
  { unit = '', words = {} }: { unit?: string | undefined; words?: Readonly<Record<string, string>> | undefined },
): string {
  if (Array.isArray(value)) return value.map((one) => wordsOf(one, { words })).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return `${value}${unit}`;
  if (typeof value === 'object' && value !== null) return limitWords(value as TimeLimit);
  const text = String(value);
  const monthDay = /^(\d\d)-(\d\d)$/.exec(text);
  if (monthDay) return `${Number(monthDay[1])}月${Number(monthDay[2])}日`;
  return words[text] ?? COMMON_WORDS[text] ?? text;
}

const valuesOf = (rule: AnyRule, name: string): unknown[] =>
  [
    rule.parameters[name]?.value,
    ...rule.examples.map((example) => (example.with as Record<string, unknown>)?.[name]),
  ].filter((value) => value !== undefined);

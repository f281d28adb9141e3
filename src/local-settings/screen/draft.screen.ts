/** 拟定: what a person types for a parameter, and the value that it means. */
import type { SettableParameter, SettingValue, TrialItem } from '../local-settings.api.ts';

/** One line of the draft: which parameter, what is typed, and the article of the notice. */
export interface DraftLine {
  parameter: SettableParameter;
  /** As typed; of a LIST the codes, joined by commas; of a LIMIT the count. */
  text: string;
  /** Only of a LIMIT. */
  unit: LimitUnit;
  article: string;
}

export const LIMIT_UNITS = { days: '天', workingDays: '个工作日', months: '个月' } as const;
export type LimitUnit = keyof typeof LIMIT_UNITS;

export const keyOf = ({ ruleId, parameter }: Pick<SettableParameter, 'ruleId' | 'parameter'>): string =>
  `${ruleId}.${parameter}`;

/** A new line begins with the value in force, so that a person sees what is narrowed. */
export function lineOf(parameter: SettableParameter): DraftLine {
  const { value } = parameter;
  const line = { parameter, text: '', unit: 'days' as LimitUnit, article: '' };
  if (Array.isArray(value)) return { ...line, text: value.join(',') };
  if (typeof value === 'object' && value !== null) {
    const [unit = 'days', count] = Object.entries(value)[0] ?? [];
    return { ...line, unit: unit as LimitUnit, text: String(count) };
  }
  return { ...line, text: value === null ? '' : String(value) };
}

/** The value that the line means, or the sentence that says how to write it. */
export function readLine({
  parameter: { kind, codes },
  text,
  unit,
}: DraftLine): { value: SettingValue } | { problem: string } {
  const typed = text.trim();
  if (typed === '') return { problem: '请填写设定的值' };
  if (kind === 'NUMBER') return isNumber(typed) ? { value: Number(typed) } : { problem: '请填数字，例如45' };
  if (kind === 'LIMIT') {
    if (!/^\d{1,3}$/.test(typed) || Number(typed) < 1) return { problem: '请填1至999的整数' };
    return { value: { [unit]: Number(typed) } as SettingValue };
  }
  if (kind === 'MONTH_DAY') {
    const day = readMonthDay(typed);
    return day === undefined ? { problem: '请填每年的某一天，例如8月31日' } : { value: day };
  }
  if (kind === 'FLAG') return { value: typed === 'true' };
  if (kind === 'LIST')
    return { value: codes.map(({ code }) => code).filter((code) => typed.split(',').includes(code)) };
  return { value: typed };
}

/** 8月31日, as people write a day of the year; undefined where it is none. */
export function readMonthDay(typed: string): string | undefined {
  const [whole, month = '', date = ''] = /^(\d{1,2})(?:月|-|\.|\/)(\d{1,2})日?$/.exec(typed.trim()) ?? [];
  if (!whole || !exists(Number(month), Number(date))) return undefined;
  return `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** The lines that can be read, for a trial. */
export const trialOf = (lines: readonly DraftLine[]): TrialItem[] =>
  lines.flatMap((line) => {
    const read = readLine(line);
    if ('problem' in read) return [];
    const { ruleId, parameter } = line.parameter;
    return [{ kind: 'PARAMETER' as const, ruleId, parameter, value: read.value }];
  });

const isNumber = (text: string): boolean => /^\d{1,7}(\.\d{1,3})?$/.test(text);

/** 29 February counts as a day: the law of a year that has none is the calendar's business. */
function exists(month: number, date: number): boolean {
  const at = new Date(Date.UTC(2028, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
}

/** What a lower text may do with a parameter, said before a person tries. */
export function limitsWords({ narrower, words }: Pick<SettableParameter, 'narrower' | 'words'>): string {
  if (words === null) return '尚未规定，由本地设定';
  const how = {
    SMALLER: '只能更小',
    LARGER: '只能更大',
    SHORTER: '只能缩短',
    SUBSET: '只能减少',
    ONCE: '不能另定',
    NEVER: '不能另定',
  };
  return `现为${words}，${how[narrower]}`;
}

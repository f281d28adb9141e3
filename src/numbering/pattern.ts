/**
 * 编号规则语言: a number as fixed digits and fields in braces, each with its width:
 * `0226{year:2}{school:3}{kind:1}{serial:4}`. Pure.
 */

/** What a field stands for. */
export const FIELDS = {
  area: '行政区划代码',
  year: '入学年份',
  school: '学校代码',
  kind: '学校类别代码',
  stage: '学段代码',
  class: '班级序号',
  serial: '顺序号',
  check: '校验码',
} as const;
export type FieldName = keyof typeof FIELDS;

export type PatternPart = { fixed: string } | { field: FieldName; width: number };

export interface Pattern {
  parts: readonly PatternPart[];
  /** Digits of the whole number. */
  length: number;
  serialWidth: number;
}

/** Digits of each field but serial and check, which follow from the others. */
export type FieldValues = Partial<Record<Exclude<FieldName, 'serial' | 'check'>, string>>;

const PART = /\{([a-z]+):(\d{1,2})\}|(\d+)/y;
const MOST_DIGITS = 30;

/** Reads a pattern; a sentence where it is none. Exactly one serial; a check digit stands last and is one wide. */
export function readPattern(text: string): Pattern | string {
  const parts: PatternPart[] = [];
  for (PART.lastIndex = 0; PART.lastIndex < text.length; ) {
    const at = PART.lastIndex;
    const match = PART.exec(text);
    if (!match) return `编排式第${at + 1}个字符起不能识别，应为数字或{字段:位数}`;
    const [, name, width, fixed] = match;
    if (fixed !== undefined) parts.push({ fixed });
    else if (name === undefined || !(name in FIELDS)) return `编排式中没有“${name}”这个字段，可用${fieldWords()}`;
    else if (Number(width) < 1) return `${FIELDS[name as FieldName]}的位数至少为1`;
    else parts.push({ field: name as FieldName, width: Number(width) });
  }
  const serials = parts.filter((part) => 'field' in part && part.field === 'serial');
  if (serials.length !== 1) return '编排式须有且只有一个顺序号{serial:位数}';
  const checks = parts.filter((part) => 'field' in part && part.field === 'check');
  const [check] = checks;
  if (check && (checks.length > 1 || parts.at(-1) !== check || widthOf(check) !== 1)) {
    return '校验码只能有一位，排在末位：{check:1}';
  }
  const length = parts.reduce((sum, part) => sum + widthOf(part), 0);
  if (length > MOST_DIGITS) return `编排式共${length}位，最多${MOST_DIGITS}位`;
  return { parts, length, serialWidth: widthOf(serials[0]!) };
}

const fieldWords = () =>
  Object.entries(FIELDS)
    .map(([name, words]) => `${name}（${words}）`)
    .join('、');
const widthOf = (part: PatternPart): number => ('fixed' in part ? part.fixed.length : part.width);

/** The largest serial that fits. */
export const lastSerialOf = ({ serialWidth }: Pattern): number => 10 ** serialWidth - 1;

/** 号段: the number with its serial and check digit left open: all numbers of one count share it. */
export function scopeOf(pattern: Pattern, values: FieldValues): string {
  return pattern.parts
    .map((part) => {
      if ('fixed' in part) return part.fixed;
      return part.field === 'serial' ? '#'.repeat(part.width) : part.field === 'check' ? '?' : digitsOf(part, values);
    })
    .join('');
}

/** The number of a serial. Throws where the serial does not fit: the count is closed before. */
export function numberOf(pattern: Pattern, values: FieldValues, serial: number): string {
  if (serial < 0 || serial > lastSerialOf(pattern)) throw new Error(`serial ${serial} does not fit`);
  const body = scopeOf(pattern, values).replace(/#+/, (hole) => String(serial).padStart(hole.length, '0'));
  return body.endsWith('?') ? `${body.slice(0, -1)}${checkDigitOf(body.slice(0, -1))}` : body;
}

/** The serial in a number of this count; undefined where the number is not of it, or its check digit is wrong. */
export function serialIn(pattern: Pattern, values: FieldValues, number: string): number | undefined {
  if (number.length !== pattern.length || !/^\d+$/.test(number)) return undefined;
  const at = scopeOf(pattern, values).indexOf('#');
  const serial = Number(number.slice(at, at + pattern.serialWidth));
  return numberOf(pattern, values, serial) === number ? serial : undefined;
}

/** Fields whose digits are not known for this school and student. */
export function missingFields({ parts }: Pattern, values: FieldValues): string[] {
  return parts.flatMap((part) => {
    if ('fixed' in part || part.field === 'serial' || part.field === 'check') return [];
    const value = values[part.field];
    return value !== undefined && value.length >= part.width ? [] : [FIELDS[part.field]];
  });
}

/** The place from its left end (province first), everything else from its right end: 2026 → 26, school 411082…015 → 015. */
function digitsOf({ field, width }: { field: FieldName; width: number }, values: FieldValues): string {
  const value = values[field as keyof FieldValues] ?? '';
  if (value.length < width) throw new Error(`${field} is not known to ${width} digits`);
  return field === 'area' ? value.slice(0, width) : value.slice(-width);
}

/** ISO/IEC 7064 MOD 11,10: finds every wrong digit and nearly every swap of two neighbours. */
function checkDigitOf(digits: string): number {
  let product = 10;
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return (11 - product) % 10;
}

/** 0226、入学年份2位、学校代码3位、顺序号4位: as an official reads it. */
export function patternWords({ parts }: Pattern): string {
  return parts.map((part) => ('fixed' in part ? part.fixed : `${FIELDS[part.field]}${part.width}位`)).join('、');
}

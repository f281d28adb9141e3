/** 辅号: numbers beside the registration number, which never take its place (S5-3.1.1, SC-18.5, S3-1.2.1). */
import type { Institution } from '../authorities/index.ts';

import type { CivilDate } from '../kernel/civil-date.ts';
import { refuse } from '../kernel/refusal.ts';
import type { Law, Stage, Where } from '../policy/index.ts';
import { type FieldValues, missingFields, type Pattern, readPattern, scopeOf } from './pattern.ts';

export const NUMBER_KINDS = { LOCAL: '地方号码', EXAM: '考籍号', SCHOOL: '校内学号' } as const;
export type NumberKind = keyof typeof NUMBER_KINDS;

/** Under which form a kind of number is given somewhere, and what says so. */
export interface NumberForm {
  pattern: Pattern;
  text: string;
  /** Digits for the kind of school, where the pattern has them. */
  kindDigits: string | undefined;
  /** Up to where a number is given once: this school, or the whole place. */
  within: 'SCHOOL' | 'PLACE';
  /** 四川·第十八条, or 本校约定. */
  basis: string;
}

/**
 * 校内学号 where no text says how it is written: year of entry, stage and serial, counted in the school. It stays as long
 * as the student is at the school, so nothing in it may change with the class group (S3-1.2.2).
 */
const OWN_FORM = '{year:4}{stage:1}{serial:4}';
const OWN_BASIS = '本校约定';

/**
 * The form of a kind of number in a school. Undefined where the place knows no such number; a sentence where it knows it and
 * its form is not settled.
 */
export function formOf(
  { ask }: Pick<Law, 'ask'>,
  where: Where,
  { kind, stage }: { kind: NumberKind; stage: Stage },
): NumberForm | string | undefined {
  const [finding] = ask('number-form', where, { kind, stage }).findings;
  if (!finding) return kind === 'SCHOOL' ? asForm({ pattern: OWN_FORM, within: 'SCHOOL' }, OWN_BASIS) : undefined;
  const { verdict, sentence, remedy, chip, facts, code } = finding;
  if (verdict === 'ALLOW') return asForm(facts, chip);
  const mend = remedy ?? (code === 'PARAMETER_NOT_SET' ? '请在“地方设定”中按编号规则填写编排式' : '');
  return `${code === 'PARAMETER_NOT_SET' ? `${NUMBER_KINDS[kind]}的编排式尚未设定` : sentence}（${chip}）。${mend}`;
}

function asForm(facts: Record<string, unknown>, basis: string): NumberForm | string {
  const text = String(facts['pattern']);
  const pattern = readPattern(text);
  if (typeof pattern === 'string') return `编排式“${text}”不能使用：${pattern}（${basis}）。请在“地方设定”中更正`;
  const within = facts['within'] === 'SCHOOL' ? 'SCHOOL' : 'PLACE';
  const kindDigits = facts['kind'] === undefined ? undefined : String(facts['kind']);
  return { pattern, text, kindDigits, within, basis };
}

const STAGE_DIGITS: Record<Stage, string> = { PRIMARY: '1', JUNIOR: '2', SENIOR: '3' };

/** The digits of the fields for one school, stage and year of entry. */
export function valuesOf(
  { kindDigits }: NumberForm,
  school: Pick<Institution, 'code' | 'placeCode'>,
  { stage, intakeYear, classOrdinal }: { stage: Stage; intakeYear: number; classOrdinal?: number | undefined },
): FieldValues {
  return {
    area: school.placeCode,
    year: String(intakeYear),
    stage: STAGE_DIGITS[stage],
    ...(school.code ? { school: school.code } : {}),
    ...(kindDigits === undefined ? {} : { kind: kindDigits }),
    ...(classOrdinal === undefined ? {} : { class: String(classOrdinal).padStart(2, '0') }),
  };
}

/** The series in which a number is counted. Refuses CONFLICT where a field of the form is not known for the school. */
export function seriesOf(
  form: NumberForm,
  kind: NumberKind,
  school: Pick<Institution, 'id' | 'name'>,
  values: FieldValues,
) {
  const missing = missingFields(form.pattern, values);
  if (missing.length > 0) {
    throw refuse('CONFLICT', {
      what: `${school.name}的${missing.join('、')}尚未登记，编不出${NUMBER_KINDS[kind]}，请先补登`,
    });
  }
  const where = form.within === 'SCHOOL' ? `/${school.id}` : '';
  return `${kind}${where}/${scopeOf(form.pattern, values)}`;
}

/** A secondary number that a student has or had. */
export interface SecondaryNumber {
  id: string;
  kind: NumberKind;
  schoolId: string;
  stage: Stage;
  number: string;
  basis: string;
  event: string;
  issuedByName: string;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  endEvent: string | null;
}

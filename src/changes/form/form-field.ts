/**
 * 申请表的各项: a form is declared as its fields. A field is a fact as questions of law have them, with what only a person who
 * fills in needs; where the law asks for the very same thing, the field is the question's own fact and its words stand once.
 *
 *     form: {
 *       ground: facts.ground,
 *       leaveYears: onlyWhen(facts.leaveYears, 'ground', ['INCURABLE']),
 *       diedOn: asked(day('死亡日期'), { past: true }),
 *     }
 */
import { gradeName, gradesOf, type Institution } from '../../authorities/index.ts';
import type { Stage } from '../../policy/index.ts';
import type { Fact, FactsOf } from '../../policy/questions/fact.ts';
import type { FormFieldView } from './form.api.ts';

export interface Asking {
  /** One line under the field. */
  hint?: string;
  /** A day that cannot be to come. */
  past?: true;
  /** Asked only where another field has one of these values. */
  when?: { key: string; among: readonly string[] };
  /** Not asked always, but where it is asked it must be filled in. */
  needed?: true;
  /** The choices are the school's grades: those of the student's stage, or all of them. */
  grades?: 'STAGE' | 'SCHOOL';
}

export type FormField<T = unknown> = Fact<T> & Asking;
export type FormFields = Readonly<Record<string, FormField>>;
/** The type of what is filled in. */
export type FormOf<F extends FormFields> = FactsOf<F>;

/** A fact with what a person who fills in needs. */
export const asked = <F extends Fact>(fact: F, asking: Asking): F & Asking => ({ ...fact, ...asking });

/** A field that is asked only where another has one of these values; there it must be filled in, unless it is optional. */
export const onlyWhen = <F extends FormField>(
  fact: F,
  key: string,
  among: readonly string[],
): F & { optional: true } => ({
  ...fact,
  optional: true,
  when: { key, among },
  ...(fact.optional ? {} : { needed: true as const }),
});

/** A grade of the school, in the student's stage or in any; its value is the grade as text. */
export const gradeField = (label: string, grades: 'STAGE' | 'SCHOOL' = 'STAGE'): FormField<string> => ({
  ...{ kind: 'CHOICE', label, grades },
});

/** The fields as a screen gets them, for a student of this stage at this school. */
export function fieldsOf(
  form: FormFields,
  school: Pick<Institution, 'stages' | 'years'>,
  stage: Stage,
): FormFieldView[] {
  return Object.entries(form).map(([key, field]) => ({
    key,
    label: field.label,
    kind: field.kind,
    options: field.grades ? gradeOptions(school, field.grades === 'STAGE' ? stage : undefined) : optionsOf(field),
    unit: field.unit ?? null,
    least: field.kind === 'NUMBER' ? (field.least ?? 0) : null,
    most: field.most ?? null,
    required: field.needed === true || (!field.optional && field.kind !== 'FLAG'),
    when: field.when ? { key: field.when.key, among: [...field.when.among] } : null,
    hint: field.hint ?? null,
    past: field.past === true,
  }));
}

const optionsOf = ({ words = {} }: FormField): FormFieldView['options'] =>
  Object.entries(words).map(([code, said]) => ({ code, words: said }));

const gradeOptions = (
  { stages, years }: Pick<Institution, 'stages' | 'years'>,
  only: Stage | undefined,
): FormFieldView['options'] =>
  gradesOf(stages, years)
    .filter(({ stage }) => only === undefined || stage === only)
    .map(({ grade }) => ({ code: String(grade), words: gradeName(grade) }));

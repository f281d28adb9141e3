/** 登记表填报: which items the form asks for, what has changed, and what was found on each. */
import type { FormField, RegistrationForm } from '../../../students/api/form.api.ts';
import type { FoundView } from '../../entrants/entrants.api.ts';

export type Values = Readonly<Record<string, string>>;

/** A piece of the form. */
export interface Section {
  key: string;
  title: string;
  fields: FormField[];
  /** Shown closed until something in it is filled in. */
  folded: boolean;
}

/** What the school does not fill in here: the system's own items, and the photo, which has a place of its own. */
const isAsked = ({ filledBy, kind }: FormField): boolean =>
  filledBy !== 'system' && kind !== 'photo' && kind !== 'school-code';

const FOLDED = new Set(['economy', 'extended', 'guardians.1']);

/** Not on the form of the ministry: what answers the law where a child is not yet of age. */
const APPROVAL: FormField = {
  path: 'entryApproval',
  number: null,
  label: '提前入学批准文号',
  heading: '提前入学批准文号',
  kind: 'text',
  table: null,
  required: false,
  requiredWhen: null,
  keyData: false,
  classified: false,
  fixed: null,
  filledBy: 'school',
  maxLength: 100,
  example: '长教函〔2026〕12号',
  hint: '不足入学年龄而经主管部门批准的填',
  usual: null,
  basis: '',
};

/** The sections in the order of the form. */
export function sectionsOf(form: RegistrationForm, values: Values): Section[] {
  return form.groups
    .map(({ key, title, fields }) => ({ key, title, fields: fields.filter(isAsked) }))
    .map((group) => (group.key === 'registration' ? { ...group, fields: [...group.fields, APPROVAL] } : group))
    .filter(({ fields }) => fields.length > 0)
    .map((group) => ({ ...group, folded: FOLDED.has(group.key) && !isBegun(group.fields, values) }));
}

/** Is anything of these items filled in? */
export const isBegun = (fields: readonly FormField[], values: Values): boolean =>
  fields.some(({ path }) => (values[path] ?? '') !== '');

/** The items that were changed against what is saved; an emptied one is an empty text. */
export function changedValues(values: Values, saved: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([path, value]) => value !== (saved[path] ?? '')));
}

/** What most records say, for the items that are still empty; never filled in unasked. */
export function usualValues(form: RegistrationForm, values: Values): Values {
  const fields = form.groups.filter(({ key }) => !key.startsWith('guardians.1')).flatMap((group) => group.fields);
  return Object.fromEntries(
    fields
      .filter((field) => isAsked(field) && field.usual !== null && (values[field.path] ?? '') === '')
      .map((field) => [field.path, field.usual!]),
  );
}

/** The grade a class group's name begins with, where the table of grades has it: 一(1)班 is of 一年级. */
export function gradeOfClass(name: string, grades: readonly Choice[]): string | undefined {
  const words = `${name.slice(0, 1)}年级`;
  return grades.find((grade) => grade.words === words)?.value;
}

/** Must the item be filled in, as far as the form can tell? A second family member only once begun. */
export function isNeeded(field: FormField, section: Section, values: Values): boolean {
  return field.required && (section.key !== 'guardians.1' || isBegun(section.fields, values));
}

/** The finding to show at an item: what must be mended before what only waits for a yes. */
export function foundAt(path: string, findings: readonly FoundView[]): FoundView | undefined {
  const here = findings.filter(({ field, confirmed }) => field === path && !confirmed);
  return here.find(({ severity }) => severity === 'red') ?? here[0];
}

export interface Choice {
  value: string;
  words: string;
}

/** The choices with the value that stands there, by code or by words, and one more where it is neither. */
export function choicesWith(choices: readonly Choice[], value: string): { options: readonly Choice[]; chosen: string } {
  const match = choices.find((choice) => choice.value === value || choice.words === value);
  if (value === '' || match) return { options: choices, chosen: match?.value ?? '' };
  return { options: [{ value, words: `${value}（不在表中）` }, ...choices], chosen: value };
}

/** 有身份证件的必填。与户口簿或证件逐位核对。 */
export function hintOf({ requiredWhen, hint }: FormField): string | null {
  const when = requiredWhen === null ? '' : `${requiredWhen}的必填。`;
  return `${when}${hint ?? ''}` || null;
}

/** Where an item stands in the page, to be jumped to. */
export const itemId = (path: string): string => `item-${path.replaceAll('.', '-')}`;

/** 家庭成员核对: whether a student has a guardian, and what the members of the family say of each other. */
import { ageOn, type CivilDate } from '../../kernel/civil-date.ts';
import { familyRelations } from '../code-tables/family-tables.ts';
import { genders } from '../code-tables/person-tables.ts';
import { isIdentityNumber, partsOfIdentityNumber } from '../identity/identity-number.ts';
import type { TellOf } from './check-agreement.ts';
import { finding } from './finding.ts';
import type { Guardian, StudentItems } from './student-record.ts';

const MALE_RELATIONS = new Set(['51', '57', '61', '63', '66', '71', '73', '76', '78', '81', '83', '85', '87', '89']);
const FEMALE_RELATIONS = new Set(['52', '58', '62', '64', '67', '72', '74', '75', '77', '82', '84', '86', '88', '90']);
const PARENTS = new Set(['51', '52']);
/** Relations that say nothing unless they are explained. */
const VAGUE_RELATIONS = new Set(['59', '69', '79', '80', '97', '99']);
const FULL_AGE = 18;

/** `rows` says in which row of the form each family member stands. */
export function checkGuardians(
  student: StudentItems,
  guardians: readonly Guardian[],
  rows: readonly number[],
  today: CivilDate,
  tell: TellOf,
): void {
  // Where one of them was left unsaid, that itself has been told.
  if (guardians.every((guardian) => guardian.isGuardian === false)) {
    tell(`guardians.${rows[0] ?? 0}.isGuardian`, finding('GUARDIAN_MISSING', {}));
  }
  const undocumented = student.identityType === 'Z';
  if (undocumented && !guardians.some((one) => one.isGuardian === true && one.identityNumber !== undefined)) {
    tell(`guardians.${rows[0] ?? 0}.identityNumber`, finding('GUARDIAN_NUMBER_NEEDED', {}));
  }
  guardians.forEach((guardian, index) => {
    checkGuardian(student, guardian, today, (key, found) => tell(`guardians.${rows[index] ?? index}.${key}`, found));
  });
  const [first, second] = guardians;
  if (first?.identityNumber !== undefined && first.identityNumber === second?.identityNumber) {
    tell(`guardians.${rows[1] ?? 1}.identityNumber`, finding('GUARDIANS_ALIKE', {}));
  }
}

function checkGuardian(student: StudentItems, guardian: Guardian, today: CivilDate, tell: TellOf): void {
  const { relation, identityNumber } = guardian;
  const name = familyRelations.labels.get(relation ?? '') ?? '';
  if (relation !== undefined && VAGUE_RELATIONS.has(relation) && guardian.relationNote === undefined) {
    tell('relationNote', finding('RELATION_NOTE_NEEDED', { relation: name }));
  }
  if (student.orphan === true && relation !== undefined && PARENTS.has(relation)) {
    tell('relation', finding('ORPHAN_WITH_PARENT', { relation: name }));
  }
  if (identityNumber === undefined) return;
  if (identityNumber === student.identityNumber) tell('identityNumber', finding('GUARDIAN_SAME_NUMBER', {}));
  if (!isIdentityNumber(identityNumber)) return;
  const { bornOn, gender } = partsOfIdentityNumber(identityNumber);
  const age = bornOn === undefined || bornOn > today ? undefined : ageOn(bornOn, today);
  if (guardian.isGuardian === true && age !== undefined && age < FULL_AGE) {
    tell('identityNumber', finding('GUARDIAN_UNDER_AGE', { age }));
  }
  const other = gender === '1' ? FEMALE_RELATIONS : MALE_RELATIONS;
  if (relation !== undefined && other.has(relation)) {
    tell('relation', finding('GUARDIAN_GENDER', { relation: name, inNumber: genders.labels.get(gender) ?? gender }));
  }
}

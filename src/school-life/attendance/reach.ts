/** 谁可登记考勤: class groups and students that a caller may reach; a class teacher the own ones only. */
import type { Actor } from '../../access/index.ts';
import { type ClassGroup, getClassGroup, getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Where } from '../../policy/index.ts';
import { findPlaced, type PlacedStudent } from './register/members.store.ts';

/** The class group and its school. Refuses NOT_FOUND for one of another school, or that the class teacher does not lead. */
export async function getOwnClassGroup(
  tx: Transaction,
  actor: Actor,
  classGroupId: string,
): Promise<{ group: ClassGroup; school: Institution }> {
  const group = await getClassGroup(tx, classGroupId);
  if (!holds(actor.institution.path, group.path) || !leads(actor, group.id)) {
    throw refuse('NOT_FOUND', { what: '此班级' });
  }
  return { group, school: await getInstitution(tx, { id: group.schoolId }) };
}

/** The student and the school. Refuses NOT_FOUND outside the caller's place, and for a class teacher outside the class. */
export async function getOwnStudent(
  tx: Transaction,
  actor: Actor,
  studentId: string,
): Promise<{ student: PlacedStudent; school: Institution }> {
  const student = await findPlaced(tx, studentId);
  if (!student || !(actor.role !== 'CLASS_TEACHER' || leads(actor, student.classGroupId ?? ''))) {
    throw refuse('NOT_FOUND', { what: '此学生' });
  }
  return { student, school: await getInstitution(tx, { id: student.schoolId }) };
}

/** A student who sits in a class group of the caller. Refuses BAD_INPUT for one who is not placed. */
export async function getSeatedStudent(tx: Transaction, actor: Actor, studentId: string) {
  const { student, school } = await getOwnStudent(tx, actor, studentId);
  const { classGroupId } = student;
  if (!classGroupId) throw refuse('BAD_INPUT', { what: '此学生尚未编班，编入班级后再登记' });
  return { student: { ...student, classGroupId }, school };
}

const leads = ({ role, classGroupIds }: Actor, id: string): boolean =>
  role !== 'CLASS_TEACHER' || classGroupIds.includes(id);

/** Where the law of a school is asked: its place and its own text. */
export const lawPlaceOf = (school: { placeCode: string; code: string | null }, day: CivilDate): Where => ({
  placeCode: school.placeCode,
  day,
  ...(school.code ? { schoolCode: school.code } : {}),
});

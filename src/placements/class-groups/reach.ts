/** 谁可看班级: the school or class group that a caller may look at; anything else is as if it were not there. */
import type { Actor } from '../../access/index.ts';
import { type ClassGroup, getClassGroup, getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Where } from '../../policy/index.ts';

/** The school, where it lies in the caller's place. The directory itself is open, so the place is compared here. */
export async function getSchoolInReach(tx: Transaction, actor: Actor, schoolId: string): Promise<Institution> {
  const school = await getInstitution(tx, { id: schoolId });
  if (school.kind !== 'SCHOOL' || !holds(actor.institution.path, school.path)) {
    throw refuse('NOT_FOUND', { what: '此学校' });
  }
  return school;
}

/** The class group and its school; a class teacher reaches the own class groups only. */
export async function getClassGroupInReach(
  tx: Transaction,
  actor: Actor,
  classGroupId: string,
): Promise<{ group: ClassGroup; school: Institution }> {
  const group = await getClassGroup(tx, classGroupId);
  if (!holds(actor.institution.path, group.path) || !mayReach(actor, group.id)) {
    throw refuse('NOT_FOUND', { what: '此班级' });
  }
  return { group, school: await getInstitution(tx, { id: group.schoolId }) };
}

/** May the caller look into this class group of a school in reach? */
export function mayReach({ role, classGroupIds }: Actor, classGroupId: string): boolean {
  return role !== 'CLASS_TEACHER' || classGroupIds.includes(classGroupId);
}

/** Where questions about a school's class groups are asked of the law: its place, its own text, the day. */
export function lawPlaceOf(school: Pick<Institution, 'placeCode' | 'code'>, day: CivilDate): Where {
  return { placeCode: school.placeCode, day, ...(school.code ? { schoolCode: school.code } : {}) };
}

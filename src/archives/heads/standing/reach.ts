/** 谁可看档案: whose file a caller reaches, as of which day; a class teacher the own class groups only. */
import type { Actor } from '../../../access/index.ts';
import { type ClassGroup, getClassGroup, getInstitution, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { holds } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Where } from '../../../policy/index.ts';
import { checkMaySee } from '../../../students/index.ts';
import { findPlace, isHere, listSeated, type Place, type Seated } from './standing.store.ts';

export interface FilePlace extends Place {
  school: Institution;
  /** 转出日: from this day on the file is another school's; null where it lies with the caller. */
  closedOn: CivilDate | null;
}

/** Where the file lies for this caller. Refuses NOT_FOUND for a student whom the caller has never had. */
export async function placeOf(tx: Transaction, actor: Actor, studentId: string): Promise<FilePlace> {
  await checkMaySee(tx, actor, studentId);
  const place = await findPlace(tx, studentId);
  if (!place) throw refuse('NOT_FOUND', { what: '此学生' });
  const school = await getInstitution(tx, { id: place.schoolId });
  const here = await isHere(tx, studentId);
  return { ...place, school, closedOn: here ? null : place.endedOn };
}

/** The same for who puts something in: only the school where the registration stands open. Refuses STEP_NOT_ALLOWED else. */
export async function openPlaceOf(tx: Transaction, actor: Actor, studentId: string): Promise<FilePlace> {
  const place = await placeOf(tx, actor, studentId);
  if (place.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此学生' });
  if (place.endedOn) {
    throw refuse('STEP_NOT_ALLOWED', { state: `学籍已于${place.endedOn}转出或终止`, action: '归档' });
  }
  return place;
}

/** A class group with its school and who sits in it. */
export interface GroupFiles {
  group: ClassGroup;
  school: Institution;
  students: Seated[];
}

/** Refuses NOT_FOUND for a class group beyond the caller's place, or that the class teacher does not lead. */
export async function groupOf(tx: Transaction, actor: Actor, classGroupId: string): Promise<GroupFiles> {
  const group = await getClassGroup(tx, classGroupId);
  const leads = actor.role !== 'CLASS_TEACHER' || actor.classGroupIds.includes(classGroupId);
  if (!leads || !holds(actor.institution.path, group.path)) throw refuse('NOT_FOUND', { what: '此班级' });
  const school = await getInstitution(tx, { id: group.schoolId });
  return {
    group,
    school,
    students: await listSeated(tx, { schoolId: school.id, county: school.county, classGroupId }),
  };
}

/** Where the law of a school's files is asked. */
export const lawPlaceOf = ({ placeCode, code }: Pick<Institution, 'placeCode' | 'code'>, now: Date): Where => ({
  ...{ placeCode, day: dayOf(now) },
  ...(code ? { schoolCode: code } : {}),
});

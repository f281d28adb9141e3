/** 开给谁: the students and entrants for whom a school hands out links together, in the order of the roster. */
import type { Actor } from '../../access/index.ts';
import { type Entrant, listEntrants } from '../../admissions/index.ts';
import { classGroupName, getClassGroup, gradeOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { listSeated } from './link.store.ts';

/** One child of a list; an entrant with its draft. */
export interface Linked {
  studentId: string;
  name: string;
  seatNo: number | null;
  stage: string;
  draft: Entrant | undefined;
}

/** A row that was left out of its import is nobody whom the school puts forward. */
const PUT_FORWARD = ['DRAFT', 'SUBMITTED'] as const;

/** A class group of the actor's school, of a class teacher's own; anybody else is told that there is none. */
export async function ownClassGroup(
  tx: Transaction,
  actor: Actor,
  classGroupId: string,
): Promise<{ id: string; name: string }> {
  const group = await getClassGroup(tx, classGroupId);
  const own = group.schoolId === actor.institution.id;
  if (!own || (actor.role === 'CLASS_TEACHER' && !actor.classGroupIds.includes(group.id))) {
    throw refuse('NOT_FOUND', { what: '此班级' });
  }
  return { id: group.id, name: classGroupName(gradeOf(group, dayOf(tx.now)), group.ordinal) };
}

/** Who sits there, and the entrants who are put down for it. */
export async function childrenOfGroup(tx: Transaction, actor: Actor, groupId: string): Promise<Linked[]> {
  const seated = (await listSeated(tx, groupId)).map((one) => ({ ...one, draft: undefined }));
  const schoolId = actor.institution.id;
  const entrants = await listEntrants(tx, { schoolId, classGroupId: groupId, states: PUT_FORWARD });
  return [...seated, ...entrants.map(asLinked)];
}

/** The entrants of a workbook, or those put forward one by one. */
export async function childrenOfDrafts(tx: Transaction, actor: Actor, importId: string | undefined): Promise<Linked[]> {
  const which = importId === undefined ? { alone: true } : { importId };
  const entrants = await listEntrants(tx, { ...which, schoolId: actor.institution.id, states: PUT_FORWARD });
  return entrants.map(asLinked);
}

const asLinked = (draft: Entrant): Linked => ({
  studentId: draft.id,
  name: draft.name,
  seatNo: null,
  stage: draft.stage,
  draft,
});

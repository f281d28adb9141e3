/** 家长自己提出的转学意愿: the same wish as a school records for a family, told by the guardian; and what became of it. */
import type { Actor } from '../../access/index.ts';
import type { AuditActor } from '../../audit/record.store.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { InvitationInput } from '../transfer-form.ts';
import { findStanding } from '../transfers.store.ts';
import { answerInvitation, getInvitation, insertInvitation, listWishes } from './invitation.store.ts';
import type { Invitation } from './invitation.ts';
import type { InvitationItem } from './invitations.api.ts';
import { invitationOf, refuseAnswered, schoolFor } from './invite-school.ts';
import { shownInvitation } from './view-invitations.ts';

/** The guardian who tells it. */
export interface Wisher {
  /** By which the wish is known to be theirs. */
  id: string;
  /** As both schools are told: masked, with the relation. */
  name: string;
  audit: AuditActor;
}

/** Refuses NOT_FOUND for who is registered nowhere, BAD_INPUT for a school that does not teach the grade, CONFLICT for a second wish. */
export async function tellWish(
  tx: Transaction,
  { newId }: { newId: () => string },
  by: Wisher,
  { studentId, toSchoolId, ground, moved, said, childName }: Omit<InvitationInput, 'askedOn'> & { childName: string },
): Promise<{ id: string; toSchoolId: string; toPath: string }> {
  const standing = await findStanding(tx, studentId);
  if (!standing) throw refuse('NOT_FOUND', { what: '在籍的学生' });
  const to = await schoolFor(tx, toSchoolId, standing);
  const from = await getInstitution(tx, { id: standing.schoolId });
  const told = { standing, studentId, from, to, childName, on: dayOf(tx.now) };
  const one = invitationOf(newId(), told, { accountId: by.id, personName: by.name });
  await insertInvitation(tx, { ...one, ground, moved: moved ?? null, said });
  await trace(tx, by, one, 'INVITE_TRANSFER');
  return { id: one.id, toSchoolId: to.id, toPath: to.path };
}

/** 撤回. Refuses NOT_FOUND for another's wish, CONFLICT once it was answered. */
export async function withdrawWish(tx: Transaction, by: Wisher, studentId: string, id: string): Promise<void> {
  const one = await getInvitation(tx, id);
  if (one.studentId !== studentId || one.recordedBy !== by.id) throw refuse('NOT_FOUND', { what: '此转学意愿' });
  refuseAnswered(one);
  await answerInvitation(tx, one, 'WITHDRAWN', { byName: by.name, reason: null, opinion: null, finding: null });
  await trace(tx, by, one, 'WITHDRAW_INVITATION');
}

/** All wishes about a child, newest first, with their answers; an arranged one is followed by that of the school named. */
export async function listWishesAbout(tx: Transaction, studentId: string): Promise<Omit<InvitationItem, 'may'>[]> {
  return (await listWishes(tx, studentId)).map(shownInvitation);
}

/** A wish as the school that was asked knows it, or the authority above it. */
export interface ToldWish {
  studentId: string;
  fromPath: string;
  /** Not taken up and not withdrawn: it is answered, or another school arranged, by whoever reads it. */
  waits: boolean;
  /** The same wish of the family, first told first: an authority may have arranged a second school. */
  sameWish: string[];
}

/** Refuses NOT_FOUND for a wish that was not told to a school of the actor's. */
export async function getToldWish(tx: Transaction, { institution }: Actor, id: string): Promise<ToldWish> {
  const { studentId, fromPath, toPath, state, askedOn } = await getInvitation(tx, id);
  if (!toPath.startsWith(institution.path)) throw refuse('NOT_FOUND', { what: '此转学意愿' });
  const all = await tx.beyondScope(() => listWishes(tx, studentId));
  const sameWish = all.filter((one) => one.askedOn === askedOn && one.state !== 'WITHDRAWN').map((one) => one.id);
  const waits = state === 'OPEN' || state === 'DECLINED';
  return { studentId, fromPath, waits, sameWish: [id, ...sameWish.filter((one) => one !== id)] };
}

function trace(
  tx: Transaction,
  by: Wisher,
  { studentId, fromPath, toPath, id }: Pick<Invitation, 'studentId' | 'fromPath' | 'toPath' | 'id'>,
  action: string,
): Promise<void> {
  const told = { action, subjectKind: 'STUDENT', subjectId: studentId, detail: { invitation: id } } as const;
  return tx.beyondScope(() =>
    recordAll(tx, by.audit, [
      { ...told, path: fromPath },
      { ...told, path: toPath },
    ]),
  );
}

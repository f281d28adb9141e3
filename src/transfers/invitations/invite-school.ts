/** 登记转学意愿: the family's wish, recorded by the school that has the child; the school that is asked may begin. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution, gradeName, gradesOf, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { readRecord } from '../../students/index.ts';
import type { InvitationInput } from '../transfer-form.ts';
import { type ChildStanding, findStanding } from '../transfers.store.ts';
import { answerInvitation, getInvitation, insertInvitation, markArranged } from './invitation.store.ts';
import type { Invitation } from './invitation.ts';

type Needs = Pick<Services, 'cipher' | 'newId'>;

/** Refuses NOT_FOUND for a child of another school, BAD_INPUT for a school that does not teach the grade, CONFLICT for a second wish. */
export async function inviteSchool(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { studentId, toSchoolId, ground, moved, said, askedOn }: InvitationInput,
): Promise<string> {
  const standing = await findStanding(tx, studentId);
  if (standing?.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '本校的此学生' });
  const on = civilDate(askedOn);
  if (on > dayOf(tx.now)) throw refuse('BAD_INPUT', { what: '家长提出的日期不能晚于今天' });
  const to = await schoolFor(tx, toSchoolId, standing);
  const { record } = await readRecord(tx, services, studentId);
  const from = await getInstitution(tx, { id: standing.schoolId });
  const one = invitationOf(
    services.newId(),
    { standing, studentId, from, to, childName: record.name ?? '', on },
    actor,
  );
  await insertInvitation(tx, { ...one, ground, moved: moved ?? null, said });
  await tell(tx, actor, one, 'INVITE_TRANSFER');
  return one.id;
}

interface Asked {
  standing: ChildStanding;
  studentId: string;
  childName: string;
  from: Institution;
  to: Institution;
  on: CivilDate;
}

/** The wish as it is told, before its ground and words. */
export const invitationOf = (
  id: string,
  { standing, studentId, childName, from, to, on }: Asked,
  actor: Pick<Actor, 'accountId' | 'personName'>,
): Omit<Invitation, 'ground' | 'moved' | 'said'> => ({
  ...{ id, studentId, childName, askedOn: on, stage: standing.stage, grade: standing.grade },
  ...{ fromSchoolId: from.id, fromPath: from.path, toSchoolId: to.id, toPath: to.path },
  ...{ recordedBy: actor.accountId, recordedByName: actor.personName, arrangedBy: null },
  ...{ state: 'OPEN', answer: null, caseId: null },
});

/** The wished school, where it can take the child at all. */
export async function schoolFor(
  tx: Transaction,
  schoolId: string,
  { schoolId: from, stage, grade }: Pick<ChildStanding, 'schoolId' | 'stage' | 'grade'>,
): Promise<Institution> {
  const to = await getInstitution(tx, { id: schoolId });
  if (to.kind !== 'SCHOOL' || to.id === from) throw refuse('BAD_INPUT', { what: '意向学校须是另一所学校' });
  if (!gradesOf(to.stages, to.years).some((one) => one.stage === stage && one.grade === grade)) {
    throw refuse('BAD_INPUT', { what: `${to.name}不设${gradeName(grade)}，请另选学校` });
  }
  return to;
}

/** 撤回意愿. Refuses NOT_FOUND for another school's, CONFLICT once it was answered. */
export async function withdrawInvitation(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const one = await getInvitation(tx, id);
  if (one.fromSchoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '本校登记的此转学意愿' });
  refuseAnswered(one);
  await answerInvitation(tx, one, 'WITHDRAWN', {
    byName: actor.personName,
    reason: null,
    opinion: null,
    finding: null,
  });
  await tell(tx, actor, one, 'WITHDRAW_INVITATION');
}

/** 统筹安排: an authority of the receiving side names another school (SC-35.4); that school has the wish before it from now on. */
export async function arrangeSchool(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { id, toSchoolId }: { id: string; toSchoolId: string },
): Promise<string> {
  const one = await getInvitation(tx, id);
  if (one.state !== 'DECLINED') throw refuse('CONFLICT', { what: '此转学意愿没有待安排的答复' });
  const { path, id: authorityId } = actor.institution;
  if (!one.toPath.startsWith(path)) throw refuse('NOT_ALLOWED', { what: '安排学校（由意向学校的主管部门安排）' });
  const to = await schoolFor(tx, toSchoolId, { schoolId: one.fromSchoolId, stage: one.stage, grade: one.grade });
  if (!to.path.startsWith(path)) throw refuse('BAD_INPUT', { what: '只能安排到本地所属的学校' });
  if (to.id === one.toSchoolId) throw refuse('BAD_INPUT', { what: `${to.name}已答复不能接收，请安排另一所学校` });
  const next: Invitation = { ...one, id: services.newId(), toSchoolId: to.id, toPath: to.path };
  await markArranged(tx, one);
  const arranged = { recordedBy: actor.accountId, recordedByName: actor.personName, arrangedBy: authorityId };
  await tx.beyondScope(() => insertInvitation(tx, { ...next, ...arranged, state: 'OPEN', answer: null, caseId: null }));
  await tell(tx, actor, next, 'ARRANGE_SCHOOL');
  return next.id;
}

/** Refuses CONFLICT once somebody has answered. */
export function refuseAnswered({ state }: Invitation): void {
  if (state !== 'OPEN') throw refuse('CONFLICT', { what: '此转学意愿已有答复' });
}

/** Both schools find it in the child's trail. */
export async function tell(
  tx: Transaction,
  actor: Actor,
  { studentId, fromPath, toPath, id }: Pick<Invitation, 'studentId' | 'fromPath' | 'toPath' | 'id'>,
  action: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const event = { action, subjectKind: 'STUDENT', subjectId: studentId } as const;
  const told = { ...event, detail: { ...detail, invitation: id } };
  await tx.beyondScope(() =>
    recordAll(tx, asAuditActor(actor), [
      { ...told, path: fromPath },
      { ...told, path: toPath },
    ]),
  );
}

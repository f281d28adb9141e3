/** 看家长链接: the students of a class group with the ways in that stand and how far the signing of the form has come. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { checkMaySee, familyRelations, labelOf, maskName } from '../../students/index.ts';
import { findStudentPath, listLinks, listSeated, revokeLinks } from './link.store.ts';
import type { LinkLine, LinksPage } from './links.api.ts';
import { ownClassGroup } from './make-links.ts';

/** How far each student's form has been signed, as the reader may act on it. */
export type SignedOf = (
  tx: Transaction,
  actor: Actor,
  students: readonly { studentId: string; stage: string }[],
) => Promise<SignedByStudent>;
export type SignedByStudent = ReadonlyMap<string, LinkLine['signed']>;

const UNSIGNED: LinkLine['signed'] = { signatureId: null, stepWords: '未签字', tone: 'NONE', mayCheck: false };

/** Everybody seated there today. Refuses NOT_FOUND for a class group that is not the actor's. */
export async function viewLinks(
  tx: Transaction,
  actor: Actor,
  classGroupId: string,
  signedOf: SignedOf,
): Promise<LinksPage> {
  const group = await ownClassGroup(tx, actor, classGroupId);
  const seated = await listSeated(tx, group.id);
  const studentIds = seated.map(({ studentId }) => studentId);
  const links = Map.groupBy(await listLinks(tx, studentIds), (one) => one.student_id);
  const signed = await signedOf(tx, actor, seated);
  const today = dayOf(tx.now);
  return {
    schoolName: actor.institution.name,
    classGroupName: group.name,
    items: seated.map(({ studentId, name, seatNo }) => ({
      ...{ studentId, name, seatNo },
      signed: signed.get(studentId) ?? UNSIGNED,
      links: (links.get(studentId) ?? []).map((one) => ({
        id: one.id,
        guardianWords: `${labelOf(familyRelations, one.relation) ?? ''}${maskName(one.guardian_name)}`,
        state: stateOf(one, today),
        madeOn: dayOf(one.made_at),
        lastDay: addDays(civilDate(one.valid_to), -1),
        elsewhere: one.school_id !== actor.institution.id,
      })),
    })),
  };
}

type Standing = { locked_at: Date | null; opened_at: Date | null; valid_to: string };

const stateOf = ({ locked_at, opened_at, valid_to }: Standing, today: CivilDate) =>
  locked_at ? 'LOCKED' : valid_to <= today ? 'EXPIRED' : opened_at ? 'OPENED' : 'WAITING';

/** 停用: the session that it opened ends with it. Refuses NOT_FOUND for what is not the actor's or does not stand. */
export async function revokeLink(
  tx: Transaction,
  actor: Actor,
  { studentId, id }: { studentId: string; id: string },
): Promise<void> {
  await checkMaySee(tx, actor, studentId);
  const found = await findStudentPath(tx, studentId);
  const gone = found ? await revokeLinks(tx, { studentId, id, byName: actor.personName }) : 0;
  if (!found || gone === 0) throw refuse('NOT_FOUND', { what: '此家长链接' });
  await record(tx, asAuditActor(actor), {
    action: 'REVOKE_FAMILY_LINK',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: found,
    detail: { link: id },
  });
}

/** 看家长链接: the children of a class group, or the entrants of an import, with the ways in that stand and how far the signing of the form has come. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, civilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { familyRelations, labelOf, maskName } from '../../students/index.ts';
import { checkMaySeeChild, readChild, subjectOf } from '../child/child.ts';
import { listLinks, revokeLinks } from './link.store.ts';
import { childrenOfDrafts, childrenOfGroup, type Linked, ownClassGroup } from './linked-children.ts';
import type { LinkLine, LinksPage } from './links.api.ts';

/** How far each student's form has been signed, as the reader may act on it. */
export type SignedOf = (
  tx: Transaction,
  actor: Actor,
  children: readonly Pick<Linked, 'studentId' | 'stage' | 'draft'>[],
) => Promise<SignedByStudent>;
export type SignedByStudent = ReadonlyMap<string, LinkLine['signed']>;

const UNSIGNED: LinkLine['signed'] = { signatureId: null, stepWords: '未签字', tone: 'NONE', mayCheck: false };

/** Everybody seated there today and every entrant put down for it. Refuses NOT_FOUND for a class group that is not the actor's. */
export async function viewLinks(
  tx: Transaction,
  actor: Actor,
  classGroupId: string,
  signedOf: SignedOf,
): Promise<LinksPage> {
  const group = await ownClassGroup(tx, actor, classGroupId);
  const children = await childrenOfGroup(tx, actor, group.id);
  return pageOf(tx, actor, { children, signedOf, classGroupName: group.name });
}

/** The entrants of one import, or those put forward one by one. */
export async function viewDraftLinks(
  tx: Transaction,
  actor: Actor,
  importId: string | undefined,
  signedOf: SignedOf,
): Promise<LinksPage> {
  const children = await childrenOfDrafts(tx, actor, importId);
  return pageOf(tx, actor, { children, signedOf, classGroupName: null });
}

async function pageOf(
  tx: Transaction,
  actor: Actor,
  { children, signedOf, classGroupName }: { children: Linked[]; signedOf: SignedOf; classGroupName: string | null },
): Promise<LinksPage> {
  const ids = children.map(({ studentId }) => studentId);
  const links = Map.groupBy(await listLinks(tx, ids), (one) => one.student_id);
  const signed = await signedOf(tx, actor, children);
  const today = dayOf(tx.now);
  return {
    schoolName: actor.institution.name,
    classGroupName,
    items: children.map(({ studentId, name, seatNo, draft }) => ({
      ...{ studentId, name, seatNo, registered: draft === undefined },
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
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  { studentId, id }: { studentId: string; id: string },
): Promise<void> {
  const child = await readChild(tx, services, studentId);
  await checkMaySeeChild(tx, actor, child);
  const gone = await revokeLinks(tx, { studentId, id, byName: actor.personName });
  if (gone === 0) throw refuse('NOT_FOUND', { what: '此家长链接' });
  await record(tx, asAuditActor(actor), {
    action: 'REVOKE_FAMILY_LINK',
    ...subjectOf(child),
    path: child.path,
    detail: { link: id },
  });
}

/** 开出家长链接: one for a guardian of each child of a list, or of one child; the secret is shown this once. */

import type { z } from 'zod';
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { familyRelations, labelOf, maskName } from '../../students/index.ts';
import { type Child, checkMaySeeChild, readChild, readEntrant, subjectOf } from '../child/child.ts';
import { checkDigest, lastFourOf, SECRET_BYTES, secretHash } from './check-digests.ts';
import { insertLinks, listLinks, type NewLink, revokeLinks } from './link.store.ts';
import { childrenOfDrafts, childrenOfGroup, type Linked, ownClassGroup } from './linked-children.ts';
import type { MadeSheet, makingShape } from './links.api.ts';

type Needs = Pick<Services, 'cipher' | 'index' | 'newId' | 'randomBytes'>;
type Wanted = z.output<typeof makingShape>;

/**
 * Makes the links and gives what is printed. Whoever has a link that still stands keeps it, unless `renew` takes it back.
 * Refuses NOT_FOUND for a class group or a child that is not the actor's.
 */
export async function makeLinks(tx: Transaction, services: Needs, actor: Actor, wanted: Wanted): Promise<MadeSheet> {
  const { listed, groupName } = await childrenFor(tx, actor, wanted);
  const childIds = listed.map(({ studentId }) => studentId);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const today = dayOf(tx.now);
  const validTo = addDays(today, wanted.validDays);
  const standing = (await listLinks(tx, childIds)).filter(
    (one) => one.locked_at === null && one.valid_to > today && one.school_id === actor.institution.id,
  );
  const sheet: MadeSheet = {
    schoolName: actor.institution.name,
    classGroupName: groupName,
    lastDay: addDays(validTo, -1),
    items: [],
    kept: 0,
    without: [],
  };
  const links: (NewLink & { child: Child })[] = [];
  for (const { studentId, draft } of listed) {
    const child = draft ? await readEntrant(tx, services, draft, { school }) : await readChild(tx, services, studentId);
    if (wanted.studentId !== undefined) await checkMaySeeChild(tx, actor, child);
    if (child.path !== actor.institution.path) throw refuse('NOT_FOUND', { what: '本校的此学生' });
    const ordinal = wanted.ordinal ?? ordinalOf(child);
    if (!wanted.renew && standing.some((one) => one.student_id === studentId && one.guardian_ordinal === ordinal)) {
      sheet.kept++;
      continue;
    }
    const made = linkFor(services, actor, child, ordinal);
    if ('why' in made) {
      sheet.without.push({ name: child.name, why: made.why });
      continue;
    }
    await revokeLinks(tx, { studentId, ordinal, byName: actor.personName });
    links.push({ ...made.link, child, validTo });
    const { link, asks, secret } = made;
    const relation = labelOf(familyRelations, link.relation) ?? '';
    sheet.items.push({
      ...{ studentId, asks, secret },
      name: child.name,
      seatNo: child.seatNo,
      guardianWords: `${relation}${maskName(link.guardianName)}`,
    });
  }
  await insertLinks(tx, links);
  if (links.length === 0) tx.markAudited(); // nothing was handed out
  await recordAll(
    tx,
    asAuditActor(actor),
    links.map(({ child, id, path }) => ({
      action: 'MAKE_FAMILY_LINK',
      ...subjectOf(child),
      path,
      detail: { link: id, validTo },
    })),
  );
  return sheet;
}

type Listed = Pick<Linked, 'studentId' | 'draft'>;

async function childrenFor(
  tx: Transaction,
  actor: Actor,
  { classGroupId, importId, studentId }: Wanted,
): Promise<{ listed: readonly Listed[]; groupName: string | null }> {
  if (studentId !== undefined) return { listed: [{ studentId, draft: undefined }], groupName: null };
  if (classGroupId !== undefined) {
    const group = await ownClassGroup(tx, actor, classGroupId);
    return { listed: await childrenOfGroup(tx, actor, group.id), groupName: group.name };
  }
  if (actor.role === 'CLASS_TEACHER') throw refuse('NOT_FOUND', { what: '此次导入' });
  return { listed: await childrenOfDrafts(tx, actor, importId), groupName: null };
}

/** The first who answers for the child in law, else whoever stands first. */
const ordinalOf = ({ guardians }: Child): number =>
  Math.max(
    0,
    guardians.findIndex(({ isGuardian }) => isGuardian),
  );

function linkFor({ newId, randomBytes, index }: Needs, actor: Actor, child: Child, ordinal: number) {
  const guardian = child.guardians[ordinal];
  const { bornOn } = child;
  // Registration moves the family up: a link stands for the place that the guardian will have as well.
  const gap = child.guardians.findIndex(({ name }) => !name);
  if (gap !== -1 && gap < ordinal) return { why: `家庭成员${gap + 1}没有填，请先把监护人填在前面` };
  if (!guardian?.name) return { why: '没有填监护人姓名' };
  if (!bornOn) return { why: '没有填出生日期，或填写有误' };
  const id = newId();
  const digestOf = (number: string | undefined) =>
    checkDigest(index, { linkId: id, bornOn, lastFour: lastFourOf(number) });
  const [phoneCheck, documentCheck] = [digestOf(guardian.phone), digestOf(child.identityNumber)];
  if (!phoneCheck && !documentCheck) return { why: '没有监护人电话，也没有孩子的证件号' };
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const asks: MadeSheet['items'][number]['asks'] = [];
  if (phoneCheck) asks.push('PHONE');
  if (documentCheck) asks.push('DOCUMENT');
  return {
    secret,
    asks,
    link: {
      ...{ id, ordinal, phoneCheck, documentCheck, studentId: child.id, path: child.path },
      schoolId: actor.institution.id,
      guardianName: guardian.name,
      relation: guardian.relation ?? '',
      secretHash: secretHash(index, secret),
      madeBy: actor.accountId,
      madeByName: actor.personName,
    },
  };
}

/** 开出家长链接: one for a guardian of each student of a class group, or of one student; the secret is shown this once. */

import type { z } from 'zod';
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { classGroupName, getClassGroup, gradeOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { checkMaySee, familyRelations, type HeldRecord, labelOf, maskName, readRecord } from '../../students/index.ts';
import { checkDigest, lastFourOf, SECRET_BYTES, secretHash } from './check-digests.ts';
import { insertLinks, listLinks, listSeated, type NewLink, revokeLinks } from './link.store.ts';
import type { MadeSheet, makingShape } from './links.api.ts';

type Needs = Pick<Services, 'cipher' | 'index' | 'newId' | 'randomBytes'>;
type Wanted = z.output<typeof makingShape>;

/**
 * Makes the links and gives what is printed. Whoever has a link that still stands keeps it, unless `renew` takes it back.
 * Refuses NOT_FOUND for a class group or a student that is not the actor's.
 */
export async function makeLinks(tx: Transaction, services: Needs, actor: Actor, wanted: Wanted): Promise<MadeSheet> {
  const { studentIds, groupName } = await studentsFor(tx, actor, wanted);
  const today = dayOf(tx.now);
  const validTo = addDays(today, wanted.validDays);
  const standing = (await listLinks(tx, studentIds)).filter(
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
  const links: NewLink[] = [];
  for (const studentId of studentIds) {
    const held = await readRecord(tx, services, studentId);
    const ordinal = wanted.ordinal ?? ordinalOf(held);
    if (!wanted.renew && standing.some((one) => one.student_id === studentId && one.guardian_ordinal === ordinal)) {
      sheet.kept++;
      continue;
    }
    const made = linkFor(services, actor, held, ordinal);
    if (!made) {
      sheet.without.push(held.record.name ?? '');
      continue;
    }
    await revokeLinks(tx, { studentId, ordinal, byName: actor.personName });
    links.push({ ...made.link, validTo });
    const { link, asks, secret } = made;
    const relation = labelOf(familyRelations, link.relation) ?? '';
    sheet.items.push({
      ...{ studentId, asks, secret },
      name: held.record.name ?? '',
      seatNo: held.group?.seat_no ?? null,
      guardianWords: `${relation}${maskName(link.guardianName)}`,
    });
  }
  await insertLinks(tx, links);
  if (links.length === 0) tx.markAudited(); // nothing was handed out
  await recordAll(
    tx,
    asAuditActor(actor),
    links.map(({ studentId, id, path }) => ({
      action: 'MAKE_FAMILY_LINK',
      subjectKind: 'STUDENT' as const,
      subjectId: studentId,
      path,
      detail: { link: id, validTo },
    })),
  );
  return sheet;
}

async function studentsFor(tx: Transaction, actor: Actor, { classGroupId, studentId }: Wanted) {
  if (studentId !== undefined) {
    await checkMaySee(tx, actor, studentId);
    return { studentIds: [studentId], groupName: null };
  }
  const group = await ownClassGroup(tx, actor, classGroupId ?? '');
  const seated = await listSeated(tx, group.id);
  return { studentIds: seated.map((one) => one.studentId), groupName: group.name };
}

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

/** The first who answers for the child in law, else whoever stands first. */
const ordinalOf = ({ record: { guardians } }: HeldRecord): number =>
  Math.max(
    0,
    guardians.findIndex(({ isGuardian }) => isGuardian),
  );

function linkFor({ newId, randomBytes, index }: Needs, actor: Actor, { row, record }: HeldRecord, ordinal: number) {
  const guardian = record.guardians[ordinal];
  const { bornOn } = record;
  if (row.path !== actor.institution.path) throw refuse('NOT_FOUND', { what: '本校的此学生' });
  if (!guardian?.name || !bornOn) return undefined;
  const id = newId();
  const digestOf = (number: string | undefined) =>
    checkDigest(index, { linkId: id, bornOn, lastFour: lastFourOf(number) });
  const [phoneCheck, documentCheck] = [digestOf(guardian.phone), digestOf(record.identityNumber)];
  if (!phoneCheck && !documentCheck) return undefined;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const asks: MadeSheet['items'][number]['asks'] = [];
  if (phoneCheck) asks.push('PHONE');
  if (documentCheck) asks.push('DOCUMENT');
  return {
    secret,
    asks,
    link: {
      ...{ id, ordinal, phoneCheck, documentCheck, studentId: row.id, path: row.path },
      schoolId: actor.institution.id,
      guardianName: guardian.name,
      relation: guardian.relation ?? '',
      secretHash: secretHash(index, secret),
      madeBy: actor.accountId,
      madeByName: actor.personName,
    },
  };
}

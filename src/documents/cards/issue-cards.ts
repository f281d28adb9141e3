/** 出具学籍卡: one student's card or those of a class group, and the row each leaves in the trail. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution, getSupervision, gradeName, intakeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { getClassGroupInReach, mayReach, rosterAsOf } from '../../placements/index.ts';
import type { Stage } from '../../policy/index.ts';
import { type HeldRecord, readRecord, refusePastMeasure } from '../../students/index.ts';
import { fullWithin, type NumbersAsked } from '../issued/full-numbers.ts';
import { registerPapers } from '../issued/register-paper.ts';
import { type PrintMark, writtenDate } from '../print-mark.ts';
import { styleAt } from '../styles/style-at.ts';
import { listCourse, listDeciders } from './card-course.store.ts';
import { changesOf, historyOf } from './card-course.ts';
import { cardOf } from './card-of.ts';
import { MOST_CARDS, type RegistrationCard } from './registration-card.ts';

export interface CardOrder extends NumbersAsked {
  of: { studentId: string } | { classGroupId: string };
}

type Needs = Pick<Services, 'db' | 'cipher' | 'files' | 'index' | 'randomBytes'>;

/**
 * Reads the cards as of today and leaves a PRINT_REGISTRATION_CARD row for each student. Refuses NOT_FOUND for whoever
 * is not registered in the caller's place now, BAD_INPUT for more cards than one document holds, TOO_MANY full
 * numbers past the day's measure.
 */
export async function issueCards(
  services: Needs,
  actor: Actor,
  order: CardOrder,
): Promise<{ cards: RegistrationCard[]; mark: PrintMark }> {
  const full = fullWithin(actor, order, '学籍卡') !== undefined;
  const { drawn, codes, printedAt, style } = await services.db.write(scopeOf(actor), async (tx) => {
    if (full) await refusePastMeasure(tx, actor);
    const ids = await studentsFor(tx, services, actor, order);
    const read: Awaited<ReturnType<typeof readCard>>[] = [];
    for (const id of ids) read.push(await readCard(tx, services, actor, id));
    await recordAll(
      tx,
      asAuditActor(actor),
      read.map(({ held: { row } }) => ({
        action: 'PRINT_REGISTRATION_CARD',
        subjectKind: 'STUDENT' as const,
        subjectId: row.id,
        path: row.path,
        reason: order.reason?.trim() || undefined,
        detail: { fullNumbers: full, ...('classGroupId' in order.of ? { classGroup: order.of.classGroupId } : {}) },
      })),
    );
    const style = await styleAt(tx, 'registration-card', read[0]!.school.placeCode);
    return { drawn: read, codes: await register(tx, services, actor, read), printedAt: tx.now, style };
  });
  const cards: RegistrationCard[] = [];
  for (const [position, one] of drawn.entries()) {
    const photo = one.held.row.photo_id ? await photoOf(services, one.held.row.photo_id) : undefined;
    cards.push(cardOf({ ...one, photo, asOf: dayOf(printedAt), full, code: codes[position]! }));
  }
  return { cards, mark: { place: actor.institution.name, person: actor.personName, printedAt, style } };
}

/** Each card is a paper of its own: it is filed with its student. */
async function register(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  read: readonly Awaited<ReturnType<typeof readCard>>[],
): Promise<string[]> {
  const asOf = dayOf(tx.now);
  const papers = read.map(({ held: { row, open, group, record }, school }) => ({
    kind: 'REGISTRATION_CARD' as const,
    told: {
      name: record.name ?? '',
      school: school.name,
      grade: `${intakeName(open!.intake_year)}${gradeName(open!.grade)}${group ? `${group.ordinal}班` : ''}`,
      asOf: writtenDate(asOf),
    },
    institutionId: school.id,
    path: row.path,
    studentId: row.id,
    by: asAuditActor(actor),
  }));
  return (await registerPapers(tx, services, papers)).map(({ code }) => code);
}

async function studentsFor(tx: Transaction, services: Needs, actor: Actor, { of }: CardOrder): Promise<string[]> {
  if ('studentId' in of) return [of.studentId];
  const { group, school } = await getClassGroupInReach(tx, actor, of.classGroupId);
  const lines = await rosterAsOf(tx, services, { school, classGroupId: group.id, on: dayOf(tx.now) });
  if (lines.length === 0) throw refuse('NOT_FOUND', { what: '此班级的学生' });
  if (lines.length > MOST_CARDS) {
    throw refuse('BAD_INPUT', { what: `一次最多打印${MOST_CARDS}张学籍卡，此班级人数超出，请逐人打印` });
  }
  return lines.map(({ studentId }) => studentId);
}

async function readCard(tx: Transaction, services: Needs, actor: Actor, studentId: string) {
  const held = await readRecord(tx, services, studentId);
  if (!held.open || !mayReach(actor, held.group?.class_group_id ?? '')) throw refuse('NOT_FOUND', { what: '此学生' });
  const school = await getInstitution(tx, { id: held.open.school_id });
  const cases = await listDeciders(
    tx,
    held.keyData.map(({ case_id }) => case_id),
  );
  return {
    held,
    school,
    supervisingAuthority: await authorityNameFor(tx, held.open),
    history: historyOf(await listCourse(tx, studentId)),
    changes: changesOf(held.keyData, cases),
  };
}

async function authorityNameFor(tx: Transaction, open: NonNullable<HeldRecord['open']>): Promise<string> {
  const { authorityId } = await getSupervision(tx, open.school_id, open.stage as Stage, dayOf(tx.now));
  return (await getInstitution(tx, { id: authorityId })).name;
}

/** A photo that is gone leaves its place on the card free, it does not stop a class group's cards. */
async function photoOf({ files }: Needs, photoId: string): Promise<Uint8Array | undefined> {
  try {
    return await files.fetch(photoId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

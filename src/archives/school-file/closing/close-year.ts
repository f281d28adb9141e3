/** 封存学年: one person of the school puts a year forward, another closes it; from then on it stands as it was (SX-6.1). */
import type { Actor, Services } from '../../../access/index.ts';
import { asAuditActor, scopeOf } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { getInstitution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { insertFiles } from '../../../files/file.store.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { type Drawing, drawItems, type RegisterOfChanges } from '../drawing/draw-items.ts';
import { bytesOf, digestOf, digestOfYear, yearOfFile } from '../school-file.ts';
import { type ClosedItem, findClosing, findProposal, insertClosing, insertProposal } from './closing.store.ts';

export type SchoolFileNeeds = Pick<Services, 'db' | 'cipher' | 'files' | 'newId' | 'law'>;

/** The year of the actor's own school. Refuses STEP_NOT_ALLOWED while it runs, CONFLICT once it is closed. */
async function openYear(
  tx: Transaction,
  services: SchoolFileNeeds,
  actor: Actor,
  { year: number, register }: { year: number; register: RegisterOfChanges },
): Promise<Drawing> {
  const year = yearOfFile(number);
  if (dayOf(tx.now) < year.to) {
    throw refuse('STEP_NOT_ALLOWED', { state: `${number}学年还没有结束`, action: '封存，请在学年结束后办理' });
  }
  const school = await getInstitution(tx, { id: actor.institution.id });
  const closing = await findClosing(tx, school.id, number);
  if (closing) throw refuse('CONFLICT', { what: `${number}学年的学校学籍档案已由${closing.signedByName}封存` });
  return { tx, services, actor, school, year, register };
}

/** 提请封存. Leaves a PROPOSE_CLOSING row. Refuses as openYear does. */
export function proposeClosing(
  services: SchoolFileNeeds,
  register: RegisterOfChanges,
  actor: Actor,
  year: number,
): Promise<void> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const drawing = await openYear(tx, services, actor, { year, register });
    const digest = digestOfYear(await drawItems(drawing));
    await insertProposal(tx, {
      ...{ id: services.newId(), schoolId: drawing.school.id, path: drawing.school.path, year, digest },
      ...{ proposedBy: actor.accountId, proposedByName: actor.personName },
    });
    await tell(tx, actor, 'PROPOSE_CLOSING', { year, digest: digest.toString('hex') });
  });
}

/**
 * 封存. Keeps the ten items as they are now and leaves a CLOSE_SCHOOL_FILE row. Refuses as openYear does,
 * STEP_NOT_ALLOWED where nobody has put the year forward, SAME_PERSON for who did, STALE where something has changed since.
 */
export function closeYear(
  services: SchoolFileNeeds,
  register: RegisterOfChanges,
  actor: Actor,
  year: number,
): Promise<void> {
  const kept: string[] = [];
  const work = services.db.write(scopeOf(actor), async (tx) => {
    const drawing = await openYear(tx, services, actor, { year, register });
    const { id: schoolId, path } = drawing.school;
    const proposal = await findProposal(tx, schoolId, year);
    if (!proposal) throw refuse('STEP_NOT_ALLOWED', { state: '学籍管理员还没有提请', action: '封存' });
    if (proposal.proposedBy === actor.accountId) throw refuse('SAME_PERSON');
    const drawn = await drawItems(drawing);
    const digest = digestOfYear(drawn);
    if (!digest.equals(proposal.digest)) {
      throw refuse('CONFLICT', { what: '提请之后档案内容有变动，请学籍管理员核对后重新提请' });
    }
    const items: ClosedItem[] = [];
    for (const item of drawn) {
      const bytes = bytesOf(item);
      const file = await services.files.keep(bytes);
      kept.push(file.id);
      await insertFiles(tx, [
        { ...file, path, kind: 'SCHOOL_FILE', mediaType: 'application/json', madeBy: actor.accountId },
      ]);
      items.push({ item: item.kind, fileId: file.id, digest: digestOf(bytes), entries: item.rows.length });
    }
    const closing = { schoolId, year, path, proposalId: proposal.id, digest };
    await insertClosing(tx, { ...closing, signedBy: actor.accountId, signedByName: actor.personName }, items);
    await tell(tx, actor, 'CLOSE_SCHOOL_FILE', { year, digest: digest.toString('hex') });
  });
  return work.catch(async (error: unknown) => {
    for (const id of kept) await services.files.remove(id);
    throw error;
  });
}

const tell = (
  tx: Transaction,
  { institution, ...actor }: Actor,
  action: string,
  detail: Record<string, string | number>,
) =>
  record(tx, asAuditActor({ ...actor, institution }), {
    ...{ action, subjectKind: 'INSTITUTION', subjectId: institution.id, path: institution.path, detail },
  });

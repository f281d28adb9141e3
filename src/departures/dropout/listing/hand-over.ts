/** 学期末转交档案: the authority sends the file of a migrant child who dropped out to that of the household, and keeps the receipt. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { HandOverReceipt, HandOverRequest } from '../dropouts.api.ts';
import { insertHandOver, listDropouts, listHandOvers, lockLastHandOver, setHandOverReceipt } from './dropouts.store.ts';
import { handOverOf, lastTerm } from './list-dropouts.ts';

/**
 * Refuses NOT_FOUND for a student who is no dropout of the place, CONFLICT where the law asks for no hand-over or it was
 * sent in this term already, BAD_INPUT for a day outside the term or to come.
 */
export async function handOverFile(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { studentId, receiverName, onPaper, ...sent }: { studentId: string } & HandOverRequest,
): Promise<void> {
  const today = dayOf(tx.now);
  const [row] = await listDropouts(tx, { path: actor.institution.path, studentId }, 1);
  if (!row) throw refuse('NOT_FOUND', { what: '此辍学学生' });
  const term = await lastTerm(tx, row.placeCode, today);
  const on = sent.on as CivilDate;
  if (on > today || on < term.startsOn) {
    throw refuse('BAD_INPUT', { what: `转交日期须在本学期${term.startsOn}以后，且不晚于今天` });
  }
  const [before] = await listHandOvers(tx, [studentId], term.endsOn);
  if (!handOverOf(services, row, { today, term, sent: before })) {
    throw refuse('CONFLICT', { what: `${row.name}不是外来务工人员随迁子女，或本地没有转交的规定，档案留在本地` });
  }
  if (before) throw refuse('CONFLICT', { what: `${row.name}的档案本学期已于${before.on}转交${before.receiverName}` });
  const { path } = row;
  const authorityId = actor.institution.id;
  await insertHandOver(tx, { studentId, receiverName, on, onPaper, termEndsOn: term.endsOn, path, authorityId }, actor);
  await record(tx, asAuditActor(actor), {
    action: 'HAND_OVER_DROPOUT_FILE',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path,
    detail: { on, onPaper, term: term.words },
  });
}

/** Keeps the receipt of the last one. Refuses NOT_FOUND, CONFLICT where it was signed for, BAD_INPUT for an impossible day. */
export async function keepHandOverReceipt(
  tx: Transaction,
  actor: Actor,
  { studentId, by, ...receipt }: { studentId: string } & HandOverReceipt,
): Promise<void> {
  const last = await lockLastHandOver(tx, studentId);
  const on = receipt.on as CivilDate;
  if (last.receivedOn) throw refuse('CONFLICT', { what: `档案已于${last.receivedOn}由${last.receivedBy}签收` });
  if (on < last.on || on > dayOf(tx.now)) {
    throw refuse('BAD_INPUT', { what: `签收日期须在转交日${last.on}以后，且不晚于今天` });
  }
  await setHandOverReceipt(tx, last, { on, by });
  await record(tx, asAuditActor(actor), {
    action: 'KEEP_HAND_OVER_RECEIPT',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: last.path,
    detail: { on },
  });
}

/** 收回证书: whose outcome was taken back, and what was found wrong before it was handed over; the stub stays. */
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { holds } from '../../../kernel/place-codes.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { revokePaper } from '../../issued/revoke-paper.ts';
import { callBack, certificatesById, getBatch } from '../batch/batch.store.ts';
import type { Certificate } from '../certificate.ts';
import { listFallen } from './hand-over-certificates.ts';

/**
 * Calls one certificate back. Refuses NOT_ALLOWED to whoever neither numbered it nor stands above, LAW_REFUSES for one that
 * was handed over and whose outcome stands: it would be a way to a second one (SC-43.1, SX-38.1).
 */
export async function callBackCertificate(
  tx: Transaction,
  actor: Actor,
  { certificateId, reason }: { certificateId: string; reason: string },
): Promise<void> {
  const [certificate] = await certificatesById(tx, [certificateId]);
  if (!certificate) throw refuse('NOT_FOUND', { what: '此证书' });
  const batch = await getBatch(tx, certificate.batchId);
  const { id, path } = actor.institution;
  const isAbove = actor.role.startsWith('AUTHORITY') && holds(path, batch.path);
  if (id !== batch.makerId && !isAbove) {
    throw refuse('NOT_ALLOWED', { what: `收回证书，由编号单位${batch.makerName}或者上级主管部门办理` });
  }
  const [fallen] = await listFallen(tx, batch, [certificate]);
  if (certificate.handedOn && !fallen) {
    const sentence = '已经发放的证书，毕业结果未撤销的不收回；损坏、遗失的，申请办理学历证明';
    throw refuse('LAW_REFUSES', { sentence });
  }
  await callBackAll(tx, actor, [certificate], reason);
}

/** Calls back certificates that count; the code on each answers from now on that it was taken back. */
export async function callBackAll(
  tx: Transaction,
  actor: Actor,
  certificates: readonly Certificate[],
  reason: string,
): Promise<void> {
  const on = dayOf(tx.now);
  const by = asAuditActor(actor);
  const called = await callBack(tx, certificates, { on, byName: actor.personName, reason: reason.trim() });
  if (called < certificates.length) throw refuse('CONFLICT', { what: '此证书已经收回' });
  for (const { studentId, paperId } of certificates) {
    await revokePaper(tx, by, { studentId, paperId, reason, takenBack: true });
  }
  await recordAll(
    tx,
    by,
    certificates.map(({ studentId, path, id }) => ({
      action: 'CALL_BACK_CERTIFICATE',
      subjectKind: 'STUDENT' as const,
      subjectId: studentId,
      path,
      reason: reason.trim(),
      detail: { certificate: id, on },
    })),
  );
}

/** 补正: the receiving school mends the form while it has the case, before it hands it in again. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type CaseEngine, getCase, updateCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { papersAsked } from '../law/ask-transfer.ts';
import { TRANSFER, type TransferData } from '../transfer.ts';
import type { TransferForm } from '../transfers.api.ts';
import { prepareTransfer } from './prepare-transfer.ts';

/** Replaces the form. Refuses NOT_FOUND for a case of another school, NOT_ALLOWED while somebody else has it. */
export async function mendTransfer(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  engine: CaseEngine,
  actor: Actor,
  { caseId, form }: { caseId: string; form: TransferForm },
): Promise<void> {
  const one = await getCase(tx, caseId, { lock: true });
  if (one.kind !== TRANSFER || one.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此转学办件' });
  if (!(await engine.may(tx, actor, caseId, 'SUBMIT'))) {
    throw refuse('NOT_ALLOWED', { what: '修改转学申请（只在填报或退回补正期间由转入学校经办人修改）' });
  }
  const data = one.data as unknown as TransferData;
  const child = { studentId: one.subjectId, path: one.counterpartPath ?? '', ...data.child };
  const { classGroupName, asked } = await prepareTransfer(tx, services, actor, child, form, one.receivedOn);
  const papers = papersAsked(services, asked);
  const receiving = { ...data.receiving, classGroupName };
  await updateCase(tx, caseId, { title: one.title, data: { ...data, form, receiving, papers } });
  await record(tx, asAuditActor(actor), {
    action: 'MEND_TRANSFER',
    subjectKind: 'CASE',
    subjectId: caseId,
    path: one.path,
    detail: { number: one.number },
  });
}

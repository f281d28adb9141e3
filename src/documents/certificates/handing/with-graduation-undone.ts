/** 随毕业撤销收回证书: when a case of graduation is taken back, every certificate that was numbered upon it is called back. */
import type { Actor } from '../../../access/index.ts';
import type { Case } from '../../../cases/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { listGraduates } from '../../../graduation/index.ts';
import type { Stage } from '../../../policy/index.ts';
import type { OwnUndoing } from '../../../reversals/index.ts';
import { certificatesOf } from '../batch/batch.store.ts';
import type { Certificate } from '../certificate.ts';
import { callBackAll } from './call-back.ts';

/** The undoing of graduation, with what is to be done about its certificates told before and done with it. */
export function withGraduationUndone(undoing: OwnUndoing): OwnUndoing {
  return {
    ...undoing,
    many: async (tx, one) => {
      const told = await undoing.many!(tx, one);
      const { length } = await tx.beyondScope(() => listUpon(tx, one));
      return length === 0 ? told : { ...told, restores: [...told.restores, `已编号的证书${length}张随之收回作废`] };
    },
    undo: async (context) => {
      const { tx, actor, target, number } = context;
      const certificates = await listUpon(tx, target);
      await undoing.undo(context);
      if (certificates.length > 0) await callBackAll(tx, actor as Actor, certificates, `毕业结果撤销（${number}）`);
    },
  };
}

/** Certificates that count, of those whom the case sent off. */
async function listUpon(tx: Transaction, { id, schoolId, data }: Case): Promise<Certificate[]> {
  const { stage, year } = data as { stage: Stage; year: number };
  const graduates = await listGraduates(tx, { schoolId, stage, year });
  const found: Certificate[] = [];
  for (const { studentId, caseId } of graduates) {
    if (caseId !== id) continue;
    const held = await certificatesOf(tx, studentId);
    found.push(...held.filter((one) => one.schoolId === schoolId && one.stage === stage && !one.calledBackOn));
  }
  return found;
}

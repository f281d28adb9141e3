/** 留存副本: the school that lets a student go keeps the record as it was on that day, to read and never to change. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import type { StudentView } from '../../api/students.api.ts';
import { readRecord } from '../../view/read-record.ts';
import { showStudent } from '../../view/view-student.ts';
import { getCopy, insertCopy } from './copy.store.ts';

/** Which school keeps it, and by which case the student leaves. */
export interface CopyKeeper {
  studentId: string;
  caseId: string;
  schoolId: string;
  path: string;
}

const rowName = ({ studentId, caseId }: Pick<CopyKeeper, 'studentId' | 'caseId'>) => `${studentId}/${caseId}`;

/** Keeps the record as it is now, sealed: what its page showed, and every item in full. To be done before it moves. */
export async function keepCopy(tx: Transaction, services: Pick<Services, 'cipher'>, keeper: CopyKeeper): Promise<void> {
  const { view } = await showStudent(tx, services, keeper.studentId);
  const { record: items } = await readRecord(tx, services, keeper.studentId);
  const sealed = services.cipher.seal('record_copies', rowName(keeper), { view, items });
  await insertCopy(tx, { ...keeper, keptOn: dayOf(tx.now), sealed });
}

/** The page of the record as it was kept. Refuses NOT_FOUND outside the keeper's place. Leaves a VIEW_COPY row. */
export async function viewCopy(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  of: Pick<CopyKeeper, 'studentId' | 'caseId'>,
): Promise<{ keptOn: CivilDate; view: StudentView }> {
  const { sealed, keptOn, path } = await getCopy(tx, of.caseId, of.studentId);
  const { view } = services.cipher.open('record_copies', rowName(of), sealed) as { view: StudentView };
  await record(tx, asAuditActor(actor), {
    action: 'VIEW_COPY',
    subjectKind: 'STUDENT',
    subjectId: of.studentId,
    path,
  });
  return { keptOn, view };
}

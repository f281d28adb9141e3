/** 书面告知: the school has told township, county or authority in writing, and somebody there has signed for it. */
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getOwnStudent } from '../reach.ts';
import { refuseDay } from './log-contact.ts';
import type { ReceiptRequest, ReportRequest } from './truancy.api.ts';
import { insertReport, lockReport, setReceipt } from './truancy.store.ts';

/** Answers with the id. Refuses NOT_FOUND, BAD_INPUT for a day to come or too long ago. */
export async function reportInWriting(
  tx: Transaction,
  actor: Actor,
  { studentId, matter, ...report }: { studentId: string } & ReportRequest,
): Promise<string> {
  const { student } = await getOwnStudent(tx, actor, studentId);
  const on = report.on as CivilDate;
  refuseDay(on, dayOf(tx.now));
  const { recipient, recipientName, paperNumber = null } = report;
  const id = tx.newId();
  const row = { id, studentId, matter, recipient, recipientName, on, paperNumber, caseId: null, path: student.path };
  await insertReport(tx, row, actor);
  await record(tx, asAuditActor(actor), {
    action: 'REPORT_IN_WRITING',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: student.path,
    detail: { report: id, matter, recipient, on },
  });
  return id;
}

/** Keeps the receipt. Refuses NOT_FOUND, CONFLICT where it was signed for before, BAD_INPUT for a day before the report. */
export async function keepReceipt(
  tx: Transaction,
  actor: Actor,
  { id, by, ...receipt }: { id: string } & ReceiptRequest,
): Promise<void> {
  const report = await lockReport(tx, id);
  const on = receipt.on as CivilDate;
  if (report.receivedOn) throw refuse('CONFLICT', { what: `此报告已于${report.receivedOn}由${report.receivedBy}签收` });
  if (on < report.on || on > dayOf(tx.now)) {
    throw refuse('BAD_INPUT', { what: `签收日期须在报送日${report.on}以后，且不晚于今天` });
  }
  await setReceipt(tx, report, { on, by });
  await record(tx, asAuditActor(actor), {
    action: 'KEEP_RECEIPT',
    subjectKind: 'STUDENT',
    subjectId: report.studentId,
    path: report.path,
    detail: { report: id, on },
  });
}

/** 查看完整值: one classified value, for a reason, counted and recorded before it is shown. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { columnAt } from '../record/fields/form.ts';
import { rawOf } from '../record/raw-values.ts';
import type { StudentRecord } from '../record/student-record.ts';
import { refusePastMeasure } from './daily-measure.ts';
import { checkMaySee } from './may-see.ts';
import { readRecord } from './read-record.ts';
import { isMasked, textOf } from './shown-items.ts';

/** The item's path: `identityNumber`, `registrationNumber`, `homeAddress`, `guardians.0.phone`, `economy.annualIncome`. */
export interface RevealRequest {
  studentId: string;
  field: string;
  reason: string;
}

/** The full value. Refuses NOT_FOUND for what is not held, TOO_MANY past the day's measure. */
export async function revealValue(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  { studentId, field, reason }: RevealRequest,
): Promise<string> {
  await checkMaySee(tx, actor, studentId);
  const { row, record: held } = await readRecord(tx, services, studentId);
  await refusePastMeasure(tx, actor);
  const value = valueAt(held, field);
  if (value === undefined) throw refuse('NOT_FOUND', { what: '此项内容' });
  await record(tx, asAuditActor(actor), {
    action: 'REVEAL_VALUE',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: row.path,
    reason,
    detail: { field },
  });
  return value;
}

/** Only what is shown masked can be revealed; an item in words, as the masked one would have stood there. */
function valueAt(record: StudentRecord, field: string): string | undefined {
  const column = columnAt(field);
  const value = rawOf(record)[field];
  if (!column || !isMasked(column.field) || value === undefined || value === null || value === '') return undefined;
  return textOf(column.field, value);
}

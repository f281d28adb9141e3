/** 查看完整值: one classified value, for a reason, counted and recorded before it is shown. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf, startOfDay } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { checkMaySee } from './may-see.ts';
import { countReveals, getStudentRow, listGuardians, listKeyData, listNumbers } from './student.store.ts';

/** So many values a day one person may reveal; a whole school cannot be read out value by value. */
export const REVEALS_A_DAY = 60;

/** The item's path: `identityNumber`, `registrationNumber`, `homeAddress`, `guardians.0.phone`, `economy.annualIncome`. */
export interface RevealRequest {
  studentId: string;
  field: string;
  reason: string;
}

/** The full value. Refuses NOT_FOUND for what is not held, TOO_MANY past the day's measure. */
export async function revealValue(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { studentId, field, reason }: RevealRequest,
): Promise<string> {
  const row = await getStudentRow(tx, studentId);
  await checkMaySee(tx, actor, studentId);
  const today = startOfDay(dayOf(tx.now));
  if ((await countReveals(tx, actor.accountId, today)) >= REVEALS_A_DAY) {
    const seconds = Math.ceil((today.getTime() + 86_400_000 - tx.now.getTime()) / 1000);
    throw refuse('TOO_MANY', { seconds });
  }
  const value = await valueAt(tx, cipher, studentId, row.sealed, field);
  if (value === undefined || value === null || value === '') throw refuse('NOT_FOUND', { what: '此项内容' });
  await record(tx, asAuditActor(actor), {
    action: 'REVEAL_VALUE',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: row.path,
    reason,
    detail: { field },
  });
  return String(value);
}

async function valueAt(
  tx: Transaction,
  cipher: Services['cipher'],
  id: string,
  sealed: Buffer,
  field: string,
): Promise<unknown> {
  if (field === 'identityNumber') {
    const now = (await listKeyData(tx, id)).at(-1)!;
    return (cipher.open('key_data', id, now.sealed) as { number: string | null }).number;
  }
  if (field === 'registrationNumber') {
    const now = (await listNumbers(tx, id)).at(-1);
    return now && cipher.open('numbers', id, now.sealed);
  }
  const guardian = /^guardians\.(\d)\.(\w+)$/.exec(field);
  if (guardian) {
    const row = (await listGuardians(tx, id)).find(({ ordinal }) => ordinal === Number(guardian[1]));
    if (!row) return undefined;
    if (guardian[2] === 'name') return row.name;
    return (cipher.open('guardians', id, row.sealed) as Record<string, unknown>)[guardian[2]!];
  }
  const values = cipher.open('students', id, sealed) as Record<string, unknown>;
  const economy = /^economy\.(\w+)$/.exec(field);
  if (economy) return (values['economy'] as Record<string, unknown> | undefined)?.[economy[1]!];
  return values[field];
}

/** 家长看完整值: what a guardian may see in full: the child's own items, and of the family what is the guardian's own. */
import { type FamilyCaller, familyAsAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { columnAt, rawOf, readRecord, shownItem, textOf } from '../../students/index.ts';

/** May this guardian see the item in full? Another guardian's telephone and address are that one's to give away. */
export const isOwn = ({ ordinal }: Pick<FamilyCaller, 'ordinal'>, path: string): boolean =>
  !path.startsWith('guardians.') || path.startsWith(`guardians.${ordinal}.`);

/** The full value. Refuses NOT_FOUND for what is not held, is not masked at all, or is another guardian's. */
export async function revealOwn(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  family: FamilyCaller,
  field: string,
): Promise<string> {
  const { record: held, row } = await readRecord(tx, services, family.studentId);
  const column = columnAt(field);
  const value = rawOf(held)[field];
  if (!column || value === undefined || value === null || !isOwn(family, field) || !shownItem(column, value).masked) {
    throw refuse('NOT_FOUND', { what: '此项内容' });
  }
  await record(tx, familyAsAuditActor(family), {
    action: 'FAMILY_REVEAL',
    subjectKind: 'STUDENT',
    subjectId: row.id,
    path: row.path,
    detail: { field, link: family.linkId },
  });
  return textOf(column.field, value);
}

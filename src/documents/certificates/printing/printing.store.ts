/** 学籍号 of graduates as they now are, sealed: what a roster of graduates names beside the certificates. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { Certificate } from '../certificate.ts';

export async function listNumbersNow(
  tx: Transaction,
  certificates: readonly Pick<Certificate, 'studentId'>[],
): Promise<Map<string, Buffer>> {
  const ids = certificates.map(({ studentId }) => studentId);
  const { rows } = await sql<{ id: string; sealed: Buffer }>`
    select student_id as id, sealed from numbers
    where student_id = any(${ids}::uuid[]) and valid_to is null`.execute(tx.sql);
  return new Map(rows.map(({ id, sealed }) => [id, sealed]));
}

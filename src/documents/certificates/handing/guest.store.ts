/** 借读学生的证书: of these, those of students who were in guest study at a school. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { Certificate } from '../certificate.ts';

/** Reads beyond the scope of the school of guest study: what comes back reaches it as a yes or no. */
export async function findGuestCertificates(
  tx: Transaction,
  guestSchoolId: string,
  certificateIds: readonly string[],
): Promise<Pick<Certificate, 'schoolId' | 'stage' | 'outcome'>[]> {
  const { rows } = await sql<Pick<Certificate, 'schoolId' | 'stage' | 'outcome'>>`
    select f.school_id as "schoolId", f.stage, f.outcome from certificates f
    join study_arrangements a on a.student_id = f.student_id and a.kind = 'GUEST_STUDY' and a.there_id = ${guestSchoolId}
    where f.id = any(${[...certificateIds]}::uuid[]) limit 1`.execute(tx.sql);
  return rows;
}

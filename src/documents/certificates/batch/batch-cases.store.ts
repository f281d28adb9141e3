/** 证书编号办件存取: the cases of a year, and what each graduate's paper says that the results do not hold. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { rangeOf } from '../../../kernel/place-codes.ts';
import type { Stage } from '../../../policy/index.ts';
import { type BatchData, CERTIFICATE_BATCH } from '../certificate.ts';

export interface BatchCaseRow {
  caseId: string;
  number: string;
  schoolId: string;
  state: string;
  openedAt: Date;
  data: BatchData;
}

/** Cases that number certificates of a year in the schools under a path, the latest first. */
export async function listBatchCases(
  tx: Transaction,
  path: string,
  { year, limit }: { year: number; limit: number },
): Promise<BatchCaseRow[]> {
  const { lo, hi } = rangeOf(path);
  const { rows } = await sql<BatchCaseRow>`
    select c.id as "caseId", c.number, c.school_id as "schoolId", e.to_state as state, c.opened_at as "openedAt", c.data
    from cases c
    join case_events e on e.case_id = c.id
      and e.seq = (select max(last.seq) from case_events last where last.case_id = c.id)
    where c.kind = ${CERTIFICATE_BATCH} and c.path >= ${lo} and c.path < ${hi} and (c.data ->> 'year')::int = ${year}
    order by c.opened_at desc limit ${limit}`.execute(tx.sql);
  return rows;
}

/** 就读起始日 and photo of students, by student. */
export async function listPaperFacts(
  tx: Transaction,
  of: { schoolId: string; stage: Stage },
  studentIds: readonly string[],
): Promise<Map<string, { studiedFrom: CivilDate; photoId: string | null }>> {
  const { rows } = await sql<{ id: string; studiedFrom: CivilDate; photoId: string | null }>`
    select g.student_id as id, min(g.valid_from) as "studiedFrom", s.photo_id as "photoId"
    from registrations g join students s on s.id = g.student_id
    where g.student_id = any(${[...studentIds]}::uuid[]) and g.school_id = ${of.schoolId} and g.stage = ${of.stage}
    group by g.student_id, s.photo_id`.execute(tx.sql);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

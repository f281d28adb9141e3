/** 主管关系存取: which authority decides for a stage of a school, and who reviews before, over time. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import type { Validity } from '../validity.ts';

export interface Supervision extends Validity {
  schoolId: string;
  stage: Stage;
  authorityId: string;
  reviewerId: string | null;
}

/** The supervisions of a school that hold on a day or later, by stage. */
export async function listSupervisions(tx: Transaction, schoolId: string, day: CivilDate): Promise<Supervision[]> {
  return tx.sql
    .selectFrom('supervisions')
    .select([
      'school_id as schoolId',
      sql<Stage>`stage`.as('stage'),
      'authority_id as authorityId',
      'reviewer_id as reviewerId',
      sql<CivilDate>`valid_from`.as('validFrom'),
      sql<CivilDate | null>`valid_to`.as('validTo'),
    ])
    .where('school_id', '=', schoolId)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('stage')
    .orderBy('valid_from')
    .execute();
}

/** Writes new supervisions. */
export async function insertSupervisions(tx: Transaction, supervisions: readonly Supervision[]): Promise<void> {
  if (supervisions.length === 0) return;
  await tx.sql
    .insertInto('supervisions')
    .values(
      supervisions.map((one) => ({
        school_id: one.schoolId,
        stage: one.stage,
        authority_id: one.authorityId,
        reviewer_id: one.reviewerId,
        valid_from: one.validFrom,
        valid_to: one.validTo,
      })),
    )
    .execute();
}

/** Ends the supervision that began on `validFrom`. */
export async function setSupervisionEnd(
  tx: Transaction,
  { schoolId, stage, validFrom }: Pick<Supervision, 'schoolId' | 'stage' | 'validFrom'>,
  validTo: CivilDate,
): Promise<void> {
  await tx.sql
    .updateTable('supervisions')
    .set({ valid_to: validTo })
    .where('school_id', '=', schoolId)
    .where('stage', '=', stage)
    .where('valid_from', '=', validFrom)
    .execute();
}

/** Another authority from the same day on: the row itself is mended, since it has held for no day yet. */
export async function mendSupervision(tx: Transaction, one: Supervision): Promise<void> {
  await tx.sql
    .updateTable('supervisions')
    .set({ authority_id: one.authorityId, reviewer_id: one.reviewerId, valid_to: null })
    .where('school_id', '=', one.schoolId)
    .where('stage', '=', one.stage)
    .where('valid_from', '=', one.validFrom)
    .execute();
}

/** 分班审核存取: that an authority has reviewed how an intake year was placed, as a setting of the school's place. */
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';

/** Whose placement is meant. */
export interface Reviewed {
  schoolId: string;
  placeCode: string;
  stage: Stage;
  intakeYear: number;
}

export interface Review {
  reviewedOn: CivilDate;
  by: string;
  opinion: string;
}

const nameOf = ({ schoolId, stage, intakeYear }: Reviewed) =>
  `class-placement-reviewed/${schoolId}/${stage}/${intakeYear}`;

/** The review that is on record; undefined where there is none. */
export async function findReview(tx: Transaction, of: Reviewed): Promise<Review | undefined> {
  const row = await tx.sql
    .selectFrom('settings')
    .select(['value', 'note', 'valid_from'])
    .where('place_code', '=', of.placeCode)
    .where('name', '=', nameOf(of))
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { by } = row.value as { by: string };
  return { reviewedOn: row.valid_from as CivilDate, by, opinion: row.note ?? '' };
}

/** Keeps a review; a second one of the same day takes the place of the first. */
export async function keepReview(tx: Transaction, of: Reviewed, review: Review, setBy: string): Promise<void> {
  const row = { value: JSON.stringify({ by: review.by }), note: review.opinion, set_by: setBy };
  await tx.sql
    .insertInto('settings')
    .values({ place_code: of.placeCode, name: nameOf(of), valid_from: review.reviewedOn, ...row })
    .onConflict((conflict) => conflict.columns(['place_code', 'name', 'valid_from']).doUpdateSet(row))
    .execute();
}

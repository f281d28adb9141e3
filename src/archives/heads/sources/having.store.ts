/** 有无存取: which of many students have anything in a part of school life that the file is read from. */
import { isOneOf } from '../../../db/is-one-of.ts';
import type { Transaction } from '../../../db/transaction.ts';

type Found = Promise<ReadonlySet<string>>;

const asSet = (...lists: readonly (readonly { student_id: string }[])[]): ReadonlySet<string> =>
  new Set(lists.flatMap((rows) => rows.map((row) => row.student_id)));

/** A signed report, results of an examination, or an activity. */
export async function studentsWithDevelopment(tx: Transaction, studentIds: readonly string[]): Found {
  const reports = await tx.byKey
    .selectFrom('quality_reports')
    .select('student_id')
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .where('ended_at', 'is', null)
    .where('signed_at', 'is not', null)
    .execute();
  const results = await tx.byKey
    .selectFrom('assessments')
    .select('student_id')
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .where('ended_at', 'is', null)
    .where('kind', 'not in', ['USUAL', 'MONTHLY'])
    .execute();
  const activities = await tx.byKey
    .selectFrom('practice_records')
    .select('student_id')
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .where('ended_at', 'is', null)
    .execute();
  return asSet(reports, results, activities);
}

/** An award that was granted and that the law files. */
export async function studentsWithAwards(tx: Transaction, studentIds: readonly string[]): Found {
  return asSet(
    await tx.byKey
      .selectFrom('awards')
      .select('student_id')
      .distinct()
      .where(isOneOf('student_id', studentIds))
      .where('state', '=', 'GRANTED')
      .where('filed', '=', true)
      .execute(),
  );
}

/** Aid that was received, or poverty that was recognised. */
export async function studentsWithAid(tx: Transaction, studentIds: readonly string[]): Found {
  const aids = await tx.byKey
    .selectFrom('aids')
    .select('student_id')
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .where('ended_at', 'is', null)
    .execute();
  const hardships = await tx.byKey
    .selectFrom('hardships')
    .select('student_id')
    .distinct()
    .where(isOneOf('student_id', studentIds))
    .execute();
  return asSet(aids, hardships);
}

/** 学校科目存取: where a school teaches otherwise than the national list, and its own modules. */
import { sql } from 'kysely';
import type { Transaction } from '../../../db/transaction.ts';
import type { Subject } from './subject.ts';

export type KeptSubject = Omit<Subject, 'own'>;

/** What a school has set, of all stages. */
export async function listKeptSubjects(tx: Transaction, schoolId: string): Promise<KeptSubject[]> {
  const rows = await tx.sql
    .selectFrom('school_subjects')
    .select(['stage', 'subject as code', 'subject_name as name', 'grades', 'scale', 'full_points as fullPoints'])
    .select('category')
    .select(sql<number | null>`credits::float8`.as('credits'))
    .where('school_id', '=', schoolId)
    .orderBy('stage')
    .orderBy('entered_at')
    .orderBy('subject')
    .execute();
  return rows as KeptSubject[];
}

export async function putSubject(
  tx: Transaction,
  subject: KeptSubject,
  { school, by }: { school: { id: string; path: string }; by: { accountId: string; personName: string } },
): Promise<void> {
  const set = {
    subject_name: subject.name,
    grades: [...subject.grades],
    scale: subject.scale,
    full_points: subject.fullPoints,
    category: subject.category,
    credits: subject.credits,
    entered_by: by.accountId,
    entered_by_name: by.personName,
    entered_at: tx.now,
  };
  await tx.sql
    .insertInto('school_subjects')
    .values({ school_id: school.id, stage: subject.stage, subject: subject.code, path: school.path, ...set })
    .onConflict((conflict) => conflict.columns(['school_id', 'stage', 'subject']).doUpdateSet(set))
    .execute();
}

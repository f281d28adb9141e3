/** 建库办件: the case under which the children of a stage of a school came into the registry, decided and closed. */
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import type { PlannedSchool } from '../region/directory.ts';
import { insertClosedCase, type Pair } from './closed-case.store.ts';

export interface OpeningCase {
  id: string;
  number: string;
  school: PlannedSchool;
  stage: Stage;
  grades: readonly number[];
  students: number;
  schoolPair: Pair;
  authorityPair: Pair;
  /** The county that looks at it before, where the law of the place wants that. */
  reviewerPair: Pair | undefined;
}

/** Which of these cases are there: the children of these stages are written. */
export async function casesThere(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql
    .selectFrom('cases')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Writes the case with everything that led to its end: proposed and signed by the school, then by each authority. */
export async function insertOpeningCase(tx: Transaction, one: OpeningCase): Promise<void> {
  const { id, number, school, schoolPair, authorityPair, reviewerPair } = one;
  const authorityId = authorityPair.institution.id;
  await insertClosedCase(tx, {
    ...{ id, number, kind: 'REGISTRATION', subject: school, authorityId },
    workflow: reviewerPair ? 'registration-reviewed' : 'registration',
    title: `建库迁入 ${one.students}人`,
    parties: {
      ...{ school: school.id, authority: authorityId },
      ...(reviewerPair ? { reviewer: reviewerPair.institution.id } : {}),
    },
    data: { size: one.students, grades: one.grades, signedForms: true, enteredOn: dayOf(tx.now) },
    steps: [
      { pair: schoolPair, action: 'SUBMIT', from: 'PREPARING', to: reviewerPair ? 'WITH_REVIEWER' : 'WITH_AUTHORITY' },
      ...(reviewerPair ? [{ pair: reviewerPair, action: 'APPROVE', from: 'WITH_REVIEWER', to: 'WITH_AUTHORITY' }] : []),
      { pair: authorityPair, action: 'APPROVE', from: 'WITH_AUTHORITY', to: 'COMPLETED' },
    ],
  });
}

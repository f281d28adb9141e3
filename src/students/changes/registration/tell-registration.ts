/** 学籍变动: what those who follow hear of a registration that begins, changes or ends. */

import type { Transaction } from '../../../db/transaction.ts';
import { announce } from '../../../feed/announce.store.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';

/** What is told of a registration; by which act it came about. */
export interface ToldRegistration {
  student_id: string;
  id: string;
  school_id: string;
  path: string;
  stage: string;
  grade: number;
  intake_year: number;
  state: string;
  begun_by: string;
  valid_from: string;
}

/** A registration that begins where there was none. */
export function tellBegun(tx: Transaction, ...begun: readonly ToldRegistration[]): void {
  announce(
    tx,
    ...begun.map((one) => ({
      kind: 'REGISTRATION_BEGUN' as const,
      path: one.path,
      studentId: one.student_id,
      caseId: one.begun_by,
      body: { ...contentOf(one), on: one.valid_from },
    })),
  );
}

/** One that is followed by the next: at the same school it has changed, at another it has ended here and begun there. */
export function tellSuccession(
  tx: Transaction,
  before: Omit<ToldRegistration, 'begun_by' | 'valid_from'>,
  after: ToldRegistration,
): void {
  const { student_id: studentId, begun_by: caseId, valid_from: on } = after;
  if (before.school_id === after.school_id) {
    const body = {
      ...contentOf(after),
      on,
      earlierId: before.id,
      earlierState: before.state,
      earlierGrade: before.grade,
    };
    announce(tx, { kind: 'REGISTRATION_CHANGED', path: after.path, studentId, caseId, body });
    return;
  }
  announce(tx, {
    kind: 'REGISTRATION_ENDED',
    path: before.path,
    studentId,
    caseId,
    body: { ...contentOf(before), on, reason: 'TRANSFERRED' },
  });
  tellBegun(tx, after);
}

/** One that ends and is followed by none; with its EndReason. */
export function tellEnded(
  tx: Transaction,
  ended: Omit<ToldRegistration, 'begun_by' | 'valid_from'>,
  { caseId, on, reason }: { caseId: string; on: CivilDate; reason: string | null },
): void {
  const { path, student_id: studentId } = ended;
  announce(tx, { kind: 'REGISTRATION_ENDED', path, studentId, caseId, body: { ...contentOf(ended), on, reason } });
}

const contentOf = (one: Omit<ToldRegistration, 'begun_by' | 'valid_from'>) => ({
  registrationId: one.id,
  schoolId: one.school_id,
  stage: one.stage,
  grade: one.grade,
  intakeYear: one.intake_year,
  state: one.state,
});

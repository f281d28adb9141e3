/** 学籍接续: who is registered nowhere begins again in the same record under the same number: never a second person. */
import type { Services } from '../../../access/index.ts';
import type { Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import { enterInRoster } from '../../search/rebuild-roster.ts';
import { keepCopy } from '../copies/record-copy.ts';
import { beginAgain, findLastRegistration, findOpenRegistration } from './succeed-registration.store.ts';
import { handOver } from './transfer-registration.store.ts';

export interface RegistrationResumed {
  studentId: string;
  caseId: string;
  on: CivilDate;
  /** The school that takes the student: the last one or another. */
  to: Pick<Institution, 'id' | 'path' | 'county'>;
  stage: Stage;
  grade: number;
  intakeYear: number;
}

/**
 * Begins a registration at the school that takes the student. Where that is another one than the last, the record goes
 * over and the last school keeps its copy. For the caller to run beyond its own scope: two places may be written. Refuses
 * CONFLICT where the student is registered somewhere.
 */
export async function resumeRegistration(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  { studentId, caseId, on, to, stage, grade, intakeYear }: RegistrationResumed,
): Promise<void> {
  const open = await findOpenRegistration(tx, studentId);
  const last = open ? undefined : await findLastRegistration(tx, studentId);
  if (!last) throw refuse('CONFLICT', { what: '此学生现已在籍，不需接续学籍，请撤回此件；需要换学校的办理转学' });
  if (last.school_id !== to.id) {
    await keepCopy(tx, services, { studentId, caseId, schoolId: last.school_id, path: last.path });
    await handOver(tx, studentId, to);
  }
  const place = { school_id: to.id, path: to.path, county: to.county };
  const next = { ...place, stage, grade, intake_year: intakeYear, state: 'ENROLLED' };
  await beginAgain(tx, last, { caseId, on, next });
  await enterInRoster(tx, services, studentId);
}

/** 建库办件: the case under which the children of a stage of a school came into the registry, decided and closed. */
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import type { PlannedInstitution, PlannedSchool } from '../region/directory.ts';
import type { PlannedAccount } from '../region/posts.ts';

/** The registrar and the leader who act for an institution. */
export interface Pair {
  institution: PlannedInstitution;
  registrar: PlannedAccount;
  leader: PlannedAccount;
}

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
  const { school, schoolPair, authorityPair, reviewerPair } = one;
  const today = dayOf(tx.now);
  await tx.sql
    .insertInto('cases')
    .values({
      id: one.id,
      subject_id: school.id,
      subject_kind: 'INSTITUTION',
      number: one.number,
      kind: 'REGISTRATION',
      workflow: reviewerPair ? 'registration-reviewed' : 'registration',
      title: `建库迁入 ${one.students}人`,
      school_id: school.id,
      authority_id: authorityPair.institution.id,
      parties: JSON.stringify({
        school: school.id,
        authority: authorityPair.institution.id,
        ...(reviewerPair ? { reviewer: reviewerPair.institution.id } : {}),
      }),
      path: school.path,
      law_day: today,
      data: JSON.stringify({ size: one.students, grades: one.grades, signedForms: true, enteredOn: today }),
      opened_by: schoolPair.registrar.id,
      opened_at: tx.now,
    })
    .execute();
  const steps = [
    { pair: schoolPair, action: 'SUBMIT', from: 'PREPARING', to: reviewerPair ? 'WITH_REVIEWER' : 'WITH_AUTHORITY' },
    ...(reviewerPair ? [{ pair: reviewerPair, action: 'APPROVE', from: 'WITH_REVIEWER', to: 'WITH_AUTHORITY' }] : []),
    { pair: authorityPair, action: 'APPROVE', from: 'WITH_AUTHORITY', to: 'COMPLETED' },
  ];
  const events = steps.flatMap((step, index) => {
    const next = steps[index + 1]?.pair;
    const { pair, action, from, to } = step;
    return [
      {
        ...step,
        step: 'PROPOSED',
        by: pair.registrar,
        to: from,
        pending: action,
        holder: pair,
        role: pair.leader.role,
      },
      { ...step, step: 'SIGNED', by: pair.leader, to, pending: null, holder: next, role: next?.registrar.role ?? null },
    ];
  });
  await tx.sql
    .insertInto('case_events')
    .values(
      events.map(({ pair, action, from, to, step, by, pending, holder, role }, index) => ({
        case_id: one.id,
        seq: index + 1,
        path: school.path,
        action,
        step,
        from_state: from,
        to_state: to,
        pending_action: pending,
        holder_id: holder?.institution.id ?? null,
        holder_role: role,
        account_id: by.id,
        person_name: by.personName,
        institution_id: pair.institution.id,
        institution_name: pair.institution.name,
        opinion: null,
        started_on: today,
        at: tx.now,
      })),
    )
    .execute();
}

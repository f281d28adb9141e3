/** 办结的办件: a case of the demonstration with everything that led to its end, each step proposed and signed by two people. */
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { PlannedInstitution } from '../region/directory.ts';
import type { PlannedAccount } from '../region/posts.ts';

/** The registrar and the leader who act for an institution. */
export interface Pair {
  institution: PlannedInstitution;
  registrar: PlannedAccount;
  leader: PlannedAccount;
}

export interface ClosedCase {
  id: string;
  number: string;
  kind: string;
  workflow: string;
  title: string;
  /** What the case is about. */
  subject: PlannedInstitution;
  authorityId: string;
  parties: Readonly<Record<string, string>>;
  data: Readonly<Record<string, unknown>>;
  /** From the first state to the last, each by one pair. */
  steps: readonly { pair: Pair; action: string; from: string; to: string }[];
}

/** Opened, decided and closed in one moment. */
export async function insertClosedCase(tx: Transaction, one: ClosedCase): Promise<void> {
  const { subject, steps } = one;
  const today = dayOf(tx.now);
  await tx.sql
    .insertInto('cases')
    .values({
      ...{ id: one.id, subject_id: subject.id, subject_kind: 'INSTITUTION', number: one.number },
      ...{ kind: one.kind, workflow: one.workflow, title: one.title, path: subject.path, law_day: today },
      ...{ school_id: subject.id, authority_id: one.authorityId },
      ...{ parties: JSON.stringify(one.parties), data: JSON.stringify(one.data) },
      ...{ opened_by: steps[0]!.pair.registrar.id, opened_at: tx.now },
    })
    .execute();
  const events = steps.flatMap((step, index) => {
    const next = steps[index + 1]?.pair;
    const { pair, action, from, to } = step;
    const proposed = { step: 'PROPOSED', by: pair.registrar, to: from, pending: action, holder: pair };
    const signed = { step: 'SIGNED', by: pair.leader, to, pending: null, holder: next };
    return [
      { ...step, ...proposed, role: pair.leader.role },
      { ...step, ...signed, role: next?.registrar.role ?? null },
    ];
  });
  await tx.sql
    .insertInto('case_events')
    .values(
      events.map(({ pair, action, from, to, step, by, pending, holder, role }, index) => ({
        ...{ case_id: one.id, seq: index + 1, path: subject.path, action, step, from_state: from, to_state: to },
        ...{ pending_action: pending, holder_id: holder?.institution.id ?? null, holder_role: role },
        ...{ account_id: by.id, person_name: by.personName, opinion: null, started_on: today, at: tx.now },
        ...{ institution_id: pair.institution.id, institution_name: pair.institution.name },
      })),
    )
    .execute();
}

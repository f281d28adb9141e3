/** 申请学籍异动: the school's registrar draws it up; the case waits for the leader's signature; and mending what came back. */
import type { Actor, Services } from '../../access/index.ts';
import { appliedOn, type CaseEngine, type MaybeOffline } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { AnyChangeKind, ChangeData } from '../change-kind.ts';
import type { FormValues } from '../form/form.api.ts';
import { sayForm } from '../form/read-form.ts';
import { papersOf } from '../law/read-decision.ts';
import { type PreparedChange, prepareChange, standingFor, type WhomAsked } from './prepare-change.ts';
import { getMendable, mendStudentCase, openStudentCase } from './student-case.ts';

type Needs = Pick<Services, 'law' | 'cipher' | 'newId' | 'randomBytes'>;

/** What is handed in, on paper before today where `offline` says so. */
export interface ChangeOpening extends WhomAsked, MaybeOffline {
  kind: AnyChangeKind;
  form: FormValues;
  opinion?: string | undefined;
}

/**
 * Opens the case with its first half, the proposal. Refuses what prepareChange refuses, CASE_OPEN where another case about
 * the student is open, LAW_REFUSES and REASON_NEEDED as the law of the place says.
 */
export async function openChange(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { kind, studentId, token, form, opinion, offline }: ChangeOpening,
): Promise<string> {
  const standing = await standingFor(tx, services, actor, { studentId, token });
  const prepared = await prepareChange(tx, services, kind, {
    standing,
    schoolId: actor.institution.id,
    form,
    day: appliedOn(tx, { offline }),
  });
  const { asked, way } = prepared;
  return openStudentCase(tx, services, engine, actor, {
    ...{ kind: kind.kind, prefix: kind.prefix, title: kind.title },
    ...{ standing, school: asked.school, day: asked.day, way, data: dataOf(kind, prepared), opinion, offline },
  });
}

/** 补正: replaces the form while the school has the case. Refuses NOT_ALLOWED while somebody else has it. */
export async function mendChange(
  tx: Transaction,
  services: Needs,
  engine: CaseEngine,
  actor: Actor,
  { kindOf, caseId, form }: { kindOf: (kind: string) => AnyChangeKind | undefined; caseId: string; form: FormValues },
): Promise<void> {
  const one = await getMendable(tx, engine, actor, caseId, (known) => kindOf(known)?.title);
  const kind = kindOf(one.kind)!;
  const { found } = one.data as unknown as ChangeData;
  const prepared = await prepareChange(tx, services, kind, {
    standing: found,
    schoolId: one.schoolId,
    form,
    day: one.receivedOn ?? dayOf(tx.now),
  });
  await mendStudentCase(tx, actor, one, { way: prepared.way, data: dataOf(kind, prepared) });
}

function dataOf(kind: AnyChangeKind, { asked, fields, decision }: PreparedChange): ChangeData {
  const { form, standing, school } = asked;
  const { name, gender, numberMasked } = standing;
  return {
    form,
    student: { name, gender, numberMasked },
    schoolName: school.name,
    // What the case before it held is that case's own.
    found: { ...standing, begunWith: null },
    said: [...(kind.before?.(asked) ?? []), ...sayForm(fields, form as FormValues)],
    papers: papersOf(decision),
    after: kind.after,
  };
}

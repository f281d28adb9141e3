/** 异动申请的准备: the form made into facts, a decision and a way; what no law need be asked about is refused here. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Decision } from '../../policy/index.ts';
import type { AnyChangeKind, AskedChange } from '../change-kind.ts';
import type { FormFieldView, FormValues } from '../form/form.api.ts';
import { fieldsOf } from '../form/form-field.ts';
import { readForm } from '../form/read-form.ts';
import { placeOf } from '../law/read-decision.ts';
import { type ChangeWay, wayByLaw } from '../law/way-by-law.ts';
import { getAnyStanding, type StudentStanding } from '../standing/standing.store.ts';
import { standingFound } from './find-left-child.ts';

type Needs = Pick<Services, 'law' | 'cipher'>;

export interface PreparedChange {
  asked: AskedChange;
  fields: FormFieldView[];
  decision: Decision;
  way: ChangeWay;
}

/** Whom a change is about; the token stands for a child of another school, found by name and number. */
export interface WhomAsked {
  studentId: string;
  token?: string | undefined;
}

/** A student of the actor's school, or one whom it had last, or one found elsewhere. Refuses NOT_FOUND for everybody else. */
export async function standingFor(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  { studentId, token }: WhomAsked,
): Promise<StudentStanding> {
  if (token !== undefined) return standingFound(tx, services, actor, { studentId, token });
  const standing = await getAnyStanding(tx, services, studentId);
  if (standing.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此学生' });
  return standing;
}

/** Why a kind does not fit a student at the school that asks; undefined where it does. */
export const unfitAt = (kind: AnyChangeKind, standing: StudentStanding, schoolId: string): string | undefined =>
  standing.schoolId === schoolId || kind.takesOver ? kind.unfit(standing) : '此学生不在本校，先接续学籍再办理';

/**
 * Puts form, record and school together and asks the law. Refuses CONFLICT where the kind does not fit the student now,
 * BAD_INPUT where the form cannot be read or contradicts itself.
 */
export async function prepareChange(
  tx: Transaction,
  { law }: Needs,
  kind: AnyChangeKind,
  {
    standing,
    schoolId,
    form: sent,
    day,
  }: { standing: StudentStanding; schoolId: string; form: FormValues; day: CivilDate },
): Promise<PreparedChange> {
  const unfit = unfitAt(kind, standing, schoolId);
  if (unfit !== undefined) throw refuse('CONFLICT', { what: unfit });
  const school = await getInstitution(tx, { id: schoolId });
  const fields = fieldsOf(kind.form, school, standing.stage);
  const about = { form: readForm(fields, sent, day), standing, school, day };
  const asked: AskedChange = { ...about, known: await kind.gather?.(tx, about) };
  const wrong = kind.contradiction?.(asked);
  if (wrong !== undefined) throw refuse('BAD_INPUT', { what: wrong });
  const decision = kind.ask(law, { ...placeOf(school), day }, asked);
  const barred = kind.barred?.(asked, decision);
  if (barred !== undefined) throw refuse('BAD_INPUT', { what: barred });
  const way =
    (await kind.way?.(tx, law, asked, decision)) ??
    (await wayByLaw(tx, { tables: kind.tables, school, stage: standing.stage, day }, decision));
  return { asked, fields, decision, way };
}

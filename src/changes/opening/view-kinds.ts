/** 可办事项: which kinds of change fit this student now, with their forms, and why the others do not. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradeName } from '../../authorities/index.ts';
import { type CaseEngine, openCaseAbout } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { endReasonWords, genders, labelOf, REGISTRATION_STATES } from '../../students/index.ts';
import type { AnyChangeKind } from '../change-kind.ts';
import type { KindsForStudent } from '../changes.api.ts';
import { fieldsOf } from '../form/form-field.ts';
import type { StudentStanding } from '../standing/standing.store.ts';
import { standingFor } from './prepare-change.ts';

/** Refuses NOT_FOUND for a student of another school. */
export async function viewKinds(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'calendar'>,
  engine: CaseEngine,
  kinds: readonly AnyChangeKind[],
  actor: Actor,
  studentId: string,
): Promise<KindsForStudent> {
  const standing = await standingFor(tx, services, actor, studentId);
  const school = await getInstitution(tx, { id: standing.schoolId });
  const { name, gender, numberMasked, grade, stage } = standing;
  const about = { subjectId: studentId, day: dayOf(tx.now) };
  const open = await openCaseAbout(tx, services.calendar, about, (workflow) => engine.workflowOf({ workflow }).title);
  return {
    student: {
      ...{ studentId, name, numberMasked, schoolName: school.name },
      genderWords: labelOf(genders, gender) ?? '',
      gradeWords: gradeName(grade),
      stateWords: stateWords(standing),
    },
    blocked: open ? { sentence: open.sentence, caseId: open.caseId } : null,
    kinds: kinds.map((kind) => ({
      ...{ kind: kind.kind, title: kind.title, purpose: kind.purpose, after: kind.after.fact },
      unfit: kind.unfit(standing) ?? null,
      fields: fieldsOf(kind.form, school, stage),
    })),
  };
}

/** 在读; 已离校，2026-10-10退学 */
function stateWords({ state, end }: StudentStanding): string {
  return end ? `已离校，${end.on}${endReasonWords(end.reason)}` : (REGISTRATION_STATES[state] ?? state);
}

/** 可办事项: which kinds of change fit this student now, with their forms, and why the others do not. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradeName } from '../../authorities/index.ts';
import { type CaseEngine, openCaseAbout } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { genders, labelOf } from '../../students/index.ts';
import type { AnyChangeKind } from '../change-kind.ts';
import type { KindsForStudent } from '../changes.api.ts';
import { fieldsOf } from '../form/form-field.ts';
import { standingFor, unfitAt } from './prepare-change.ts';
import { stateWords } from './state-words.ts';

/** Refuses NOT_FOUND for a student of another school. */
export async function viewKinds(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'calendar'>,
  engine: CaseEngine,
  kinds: readonly AnyChangeKind[],
  actor: Actor,
  asked: { studentId: string; token?: string | undefined },
): Promise<KindsForStudent> {
  const { studentId } = asked;
  const standing = await standingFor(tx, services, actor, asked);
  const school = await getInstitution(tx, { id: actor.institution.id });
  const last = await getInstitution(tx, { id: standing.schoolId });
  const { name, gender, numberMasked, grade, stage } = standing;
  const about = { subjectId: studentId, day: dayOf(tx.now) };
  const open = await openCaseAbout(tx, services.calendar, about, (workflow) => engine.workflowOf({ workflow }).title);
  return {
    student: {
      ...{ studentId, name, numberMasked, schoolName: last.name },
      genderWords: labelOf(genders, gender) ?? '',
      gradeWords: gradeName(grade),
      stateWords: stateWords(standing),
    },
    blocked: open ? { sentence: open.sentence, caseId: open.caseId } : null,
    kinds: kinds.map((kind) => ({
      ...{ kind: kind.kind, title: kind.title, purpose: kind.purpose, after: kind.after.fact },
      unfit: unfitAt(kind, standing, school.id) ?? null,
      fields: fieldsOf(kind.form, school, stage),
    })),
  };
}

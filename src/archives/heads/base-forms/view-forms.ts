/** 看学籍表核对: a class group's base forms, and how far the class groups of a school are. */
import type { Actor, Services } from '../../../access/index.ts';
import { classGroupName, getInstitution, gradeOf, listClassGroups } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { Law, Where } from '../../../policy/index.ts';
import { fileTermOf, type TermOfYear, termWords } from '../gaps/file-term.ts';
import { findGaps } from '../gaps/find-gaps.ts';
import { groupOf, lawPlaceOf } from '../standing/reach.ts';
import { listSeated } from '../standing/standing.store.ts';
import type { FormChecksView, GroupFormsView } from './base-forms.api.ts';
import { countChecked, type FormCheck, listLastChecks, listSignOffs, type SignOff } from './base-forms.store.ts';
import { differencesOf, type FormValues, formOf } from './form-of.ts';

type Needs = Pick<Services, 'cipher' | 'law'>;

/** 班主任审核的依据: the article that has the class teacher look through the forms; null where no text does. */
function chipOfCheck(law: Law, where: Where, stage: 'PRIMARY' | 'JUNIOR' | 'SENIOR'): string | null {
  const facts = { hasIdentityNumber: true, guardianCount: 1, guardianWithNumber: true, hasPhoto: true };
  const { requirements } = law.ask('registration-papers', where, { stage, ...facts, signedForm: true });
  return requirements.find(({ kind, by }) => kind === 'STEP' && by === 'CLASS_TEACHER')?.chip ?? null;
}

/** Refuses NOT_FOUND for a class group that is not the caller's. */
export async function viewForms(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  classGroupId: string,
): Promise<GroupFormsView> {
  const { group, school, students } = await groupOf(tx, actor, classGroupId);
  const today = dayOf(tx.now);
  const term = await fileTermOf(tx, school, today);
  const files = await findGaps(tx, services, school, students);
  const last = await lastChecks(
    tx,
    students.map(({ studentId }) => studentId),
  );
  const shown: GroupFormsView['students'] = [];
  for (const { studentId, name, seatNo } of students) {
    const form = await formOf(tx, services, studentId);
    const check = last.get(studentId);
    const then = check && (services.cipher.open('base_form_checks', check.id, check.sealed) as FormValues);
    const differences = then ? differencesOf(then, form.values) : [];
    const now = check && isOf(check, classGroupId, term);
    shown.push({
      ...{ studentId, name, seatNo, missing: form.missing, differences },
      fileLacks: files.byStudent.get(studentId)!.gaps.map(({ sentence }) => sentence),
      lastCheck: check ? { words: termWords(check), on: dayOf(check.enteredAt), byName: check.enteredByName } : null,
      checked: now === true && differences.length === 0,
      changedSince: now === true && differences.length > 0,
    });
  }
  const [signed] = await listSignOffs(tx, [classGroupId], term);
  return {
    classGroup: { id: group.id, name: classGroupName(gradeOf(group, today), group.ordinal) },
    ...{ term: term.words, chip: chipOfCheck(services.law, lawPlaceOf(school, tx.now), group.stage) },
    students: shown,
    signOff: signed ? shownSignOff(signed) : null,
  };
}

const isOf = (check: FormCheck, classGroupId: string, { schoolYear, term }: TermOfYear): boolean =>
  check.classGroupId === classGroupId && check.schoolYear === schoolYear && check.term === term;

/** The last check of each student; asked of nobody where there is nobody. */
export async function lastChecks(tx: Transaction, ids: readonly string[]): Promise<Map<string, FormCheck>> {
  const checks = ids.length === 0 ? [] : await listLastChecks(tx, ids);
  return new Map(checks.map((check) => [check.studentId, check]));
}

const shownSignOff = ({ students, lacking, signedByName, signedAt, reviewedByName, reviewedAt }: SignOff) => ({
  ...{ students, lacking, signedByName, signedOn: dayOf(signedAt), reviewedByName },
  reviewedOn: reviewedAt ? dayOf(reviewedAt) : null,
});

/** The class groups of the own school, a class teacher's own; with the signatures of the term. */
export async function viewFormChecks(tx: Transaction, actor: Actor): Promise<FormChecksView> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const today = dayOf(tx.now);
  const term = await fileTermOf(tx, school, today);
  const all = await listClassGroups(tx, school.id, today);
  const own = actor.role === 'CLASS_TEACHER' ? all.filter(({ id }) => actor.classGroupIds.includes(id)) : all;
  const ids = own.map(({ id }) => id);
  const seated = Map.groupBy(
    await listSeated(tx, { schoolId: school.id, county: school.county }),
    ({ classGroupId }) => classGroupId,
  );
  const checked = ids.length === 0 ? new Map<string, Set<string>>() : await countChecked(tx, ids, term);
  const signed = new Map(
    (ids.length === 0 ? [] : await listSignOffs(tx, ids, term)).map((one) => [one.classGroupId, one]),
  );
  return {
    term: term.words,
    classGroups: own.map((group) => {
      const students = seated.get(group.id) ?? [];
      const sign = signed.get(group.id);
      return {
        ...{ id: group.id, name: classGroupName(gradeOf(group, today), group.ordinal), total: students.length },
        checked: students.filter(({ studentId }) => checked.get(group.id)?.has(studentId)).length,
        signOff: sign ? shownSignOff(sign) : null,
      };
    }),
  };
}

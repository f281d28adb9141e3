/** 学生增减情况登记表: who came and who went in a time, drawn from the registrations themselves (SX-6.1.5, SC-A.9). */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution, getInstitutionInScope, gradeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, civilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { endReasonWords, genders, labelOf } from '../../students/index.ts';
import type { RegisterView } from './increase-decrease.api.ts';
import { listPeriods } from './movement.store.ts';
import { MOVEMENTS, type Movement, movementsOf, type Period, standsAt } from './movement.ts';

export interface RegisterWish {
  schoolId?: string | undefined;
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
}

/** The register as read on a page. Refuses BAD_INPUT for days that are no time, NOT_FOUND for a school elsewhere. */
export async function viewRegister(tx: Transaction, actor: Actor, wish: RegisterWish): Promise<RegisterView> {
  const school = wish.schoolId
    ? await getInstitutionInScope(tx, actor, wish.schoolId)
    : await getInstitution(tx, { id: actor.institution.id });
  if (school.kind !== 'SCHOOL') throw refuse('BAD_INPUT', { what: '请先选择学校' });
  const today = dayOf(tx.now);
  const from = wish.from ?? civilDate(`${schoolYearOf(today)}-09-01`);
  const to = wish.to ?? today;
  if (to < from) throw refuse('BAD_INPUT', { what: '截止日须不早于起始日' });
  if (to > today) throw refuse('BAD_INPUT', { what: '截止日不得晚于今天' });
  const { periods, people } = await tx.beyondScope(() => listPeriods(tx, { schoolId: school.id, from, to }));
  const byStudent = Map.groupBy(periods, ({ studentId }) => studentId);
  const movements = [...byStudent.values()].flatMap((own) => movementsOf(own, school.id, { from, to }));
  const countOn = (day: CivilDate) => count([...byStudent.values()], (own) => standsAt(own, school.id, day));
  return {
    schoolId: school.id,
    schoolName: school.name,
    ...{ from, to },
    before: countOn(addDays(from, -1)),
    after: countOn(to),
    items: movements
      .toSorted((a, b) => a.on.localeCompare(b.on) || a.studentId.localeCompare(b.studentId))
      .map((one) => itemOf(one, people.get(one.studentId))),
  };
}

/** The same to be saved as a workbook: who took it along stands in the trail. */
export async function takeRegister(tx: Transaction, actor: Actor, wish: RegisterWish): Promise<RegisterView> {
  const register = await viewRegister(tx, actor, wish);
  const school = await getInstitution(tx, { id: register.schoolId });
  await record(tx, asAuditActor(actor), {
    action: 'EXPORT_CHANGE_REGISTER',
    subjectKind: 'INSTITUTION',
    subjectId: school.id,
    path: school.path,
    detail: { from: register.from, to: register.to, rows: register.items.length },
  });
  return register;
}

const count = (all: readonly (readonly Period[])[], is: (own: readonly Period[]) => boolean) => all.filter(is).length;

const itemOf = (
  { studentId, kind, on, grade, other, endReason }: Movement,
  person: { name: string; gender: string } | undefined,
): RegisterView['items'][number] => ({
  ...{ studentId, on, kind },
  side: MOVEMENTS[kind].side,
  kindWords: kind === 'ENDED' ? endReasonWords(endReason) : MOVEMENTS[kind].words,
  name: person?.name ?? '',
  genderWords: labelOf(genders, person?.gender ?? '') ?? '',
  gradeWords: gradeName(grade),
  other,
});

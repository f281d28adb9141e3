/** 看健康记录: the grid of a class group and the records of one student; opening them is told in the trail. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { classGroupName, gradeOf, institutionsById } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf, schoolYearOf } from '../../../kernel/civil-date.ts';
import { groupOf, placeOf } from '../standing/reach.ts';
import type { HealthGrid, StudentHealth } from './health.api.ts';
import { listHealth } from './health.store.ts';
import { HEALTH_KINDS, type HealthKind, itemsOfGrade } from './health-items.api.ts';
import { shownHealthValue } from './read-value.api.ts';
import { healthValuesOf, shownValuesOf } from './shown-values.ts';

type Needs = Pick<Services, 'cipher'>;

/** One kind and school year of a class group. Refuses NOT_FOUND for one that is not the caller's. */
export async function viewHealthGrid(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { classGroupId, kind, schoolYear }: { classGroupId: string; kind: HealthKind; schoolYear?: number | undefined },
  action: 'VIEW_HEALTH' | 'EXPORT_HEALTH' = 'VIEW_HEALTH',
): Promise<HealthGrid> {
  const { group, school, students } = await groupOf(tx, actor, classGroupId);
  const today = dayOf(tx.now);
  const year = schoolYear ?? schoolYearOf(today);
  const grade = gradeOf(group, today);
  const ids = students.map(({ studentId }) => studentId);
  const rows = ids.length === 0 ? [] : await listHealth(tx, ids, { kind, schoolYear: year, schoolId: school.id });
  const known = new Map(rows.map((row) => [row.studentId, row]));
  await record(tx, asAuditActor(actor), {
    ...{ action, subjectKind: 'CLASS_GROUP', subjectId: group.id, path: school.path },
    detail: { kind, schoolYear: year, students: rows.length },
  });
  const items = itemsOfGrade(kind, grade);
  return {
    classGroup: { id: group.id, name: classGroupName(grade, group.ordinal) },
    ...{ kind, kindWords: HEALTH_KINDS[kind].words, form: HEALTH_KINDS[kind].form, schoolYear: year, today },
    items: items.map(({ name, label, unit, kind: of, choices, gender }) => ({
      ...{ name, label, unit: unit ?? null, kind: of, gender: gender ?? null },
      choices: Object.keys(choices ?? {}),
    })),
    students: students.map(({ studentId, name, seatNo, gender }) => {
      const row = known.get(studentId);
      const values = row ? healthValuesOf(services, row) : {};
      return {
        ...{ studentId, name, seatNo, gender, recordId: row?.id ?? null, measuredOn: row?.measuredOn ?? null },
        enteredByName: row?.enteredByName ?? null,
        values: Object.fromEntries(items.map((item) => [item.name, shownHealthValue(item, values[item.name])])),
      };
    }),
  };
}

/** Everything that is recorded of one student, newest first. Refuses NOT_FOUND beyond the caller's place. */
export async function viewStudentHealth(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  studentId: string,
): Promise<StudentHealth> {
  const place = await placeOf(tx, actor, studentId);
  const all = await tx.beyondScope(() => listHealth(tx, [studentId]));
  const rows = all.filter(({ enteredAt }) => !place.closedOn || dayOf(enteredAt) < place.closedOn);
  const schools = await institutionsById(tx, [...new Set(rows.map(({ schoolId }) => schoolId))]);
  await record(tx, asAuditActor(actor), {
    ...{ action: 'VIEW_HEALTH', subjectKind: 'STUDENT', subjectId: studentId, path: place.path },
    detail: { records: rows.length },
  });
  return {
    records: rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, kindWords: HEALTH_KINDS[row.kind].words, form: HEALTH_KINDS[row.kind].form },
      ...{ schoolYear: row.schoolYear, measuredOn: row.measuredOn, enteredByName: row.enteredByName },
      schoolName: schools.get(row.schoolId)?.name ?? '',
      values: shownValuesOf(services, row),
    })),
  };
}

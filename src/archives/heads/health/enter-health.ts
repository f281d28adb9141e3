/** 录入健康记录: a whole class group at once; what was recorded before in the school year is replaced and stays on record. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf, schoolYearOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { groupOf } from '../standing/reach.ts';
import type { HealthEntry } from './health.api.ts';
import { healthRows, listHealth, replaceHealth } from './health.store.ts';
import { type HealthKind, type HealthValues, itemsOfGrade } from './health-items.api.ts';
import { concernsGender, readHealthValue } from './read-value.api.ts';

/**
 * Refuses NOT_FOUND for a class group that is not the caller's, BAD_INPUT for a day to come, a value that is none or a
 * student of another class group, STALE where somebody recorded meanwhile. Answers with how many were recorded.
 */
export async function enterHealth(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { classGroupId, kind, measuredOn, entries }: { classGroupId: string } & HealthEntry,
): Promise<number> {
  const { group, school, students } = await groupOf(tx, actor, classGroupId);
  const on = measuredOn as CivilDate;
  if (on > dayOf(tx.now)) throw refuse('BAD_INPUT', { what: `${on}还没有到，请填测查当天的日期` });
  const schoolYear = schoolYearOf(on);
  const here = new Map(students.map((one) => [one.studentId, one]));
  if (new Set(entries.map(({ studentId }) => studentId)).size < entries.length) {
    throw refuse('BAD_INPUT', { what: '同一名学生填了两行，请留一行' });
  }
  const read = entries.map((entry) => {
    const student = here.get(entry.studentId);
    if (!student) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再填' });
    return { student, seenId: entry.seenId, values: readValues(kind, student, entry.values) };
  });
  const before = await listHealth(
    tx,
    read.map(({ student }) => student.studentId),
    {
      ...{ kind, schoolYear, schoolId: school.id },
    },
  );
  const known = new Map(before.map((row) => [row.studentId, row]));
  if (read.some(({ student, seenId }) => (known.get(student.studentId)?.id ?? null) !== seenId)) {
    throw refuse('STALE', { what: '有学生的健康记录' });
  }
  if ((await replaceHealth(tx, before)) < before.length) throw refuse('STALE', { what: '有学生的健康记录' });
  const rows = read.map(({ student: { studentId, grade }, values }) => {
    const id = tx.newId();
    const sealed = cipher.seal('health_records', id, values);
    return { studentId, id, kind, schoolYear, grade, measuredOn: on, sealed };
  });
  await tx.together(healthRows(tx, rows, { schoolId: school.id, path: school.path, by: actor }));
  const about = { path: school.path, detail: { kind, schoolYear, measuredOn: on } };
  await recordAll(tx, asAuditActor(actor), [
    {
      ...{ action: 'ENTER_HEALTH', subjectKind: 'CLASS_GROUP', subjectId: group.id, path: school.path },
      detail: { ...about.detail, students: rows.length, replaced: before.length },
    },
    ...rows.map(({ studentId }) => ({
      ...{ action: 'ENTER_HEALTH', subjectKind: 'STUDENT' as const, subjectId: studentId, ...about },
    })),
  ]);
  return rows.length;
}

/** Reads what was typed. Refuses BAD_INPUT at the first value that is none, naming student and item. */
function readValues(
  kind: HealthKind,
  { name, grade, gender }: { name: string; grade: number; gender: string },
  typed: Readonly<Record<string, string>>,
): HealthValues {
  const items = itemsOfGrade(kind, grade).filter((item) => concernsGender(item, gender));
  const strange = Object.keys(typed).find((key) => !items.some((item) => item.name === key));
  if (strange !== undefined && typed[strange] !== '') {
    throw refuse('BAD_INPUT', { what: `${name}所在年级没有这一项，请刷新后重填` });
  }
  const values: Record<string, string | number> = {};
  for (const item of items) {
    const read = readHealthValue(item, typed[item.name] ?? '');
    if ('fault' in read) throw refuse('BAD_INPUT', { what: `${name}：${read.fault}` });
    if (read.value !== undefined) values[item.name] = read.value;
  }
  if (Object.keys(values).length === 0) throw refuse('BAD_INPUT', { what: `${name}没有填任何一项` });
  return values;
}

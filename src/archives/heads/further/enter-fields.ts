/** 填自设项: a class group at once; what stood before is replaced and stays on record. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { groupOf } from '../standing/reach.ts';
import { type FieldValueRow, listFieldValues, replaceValues, valueRows } from './field-values.store.ts';
import { type FieldInForce, fieldsInForce, keyOfField } from './fields.ts';
import type { FieldEntry } from './further.api.ts';
import { readFieldValue } from './read-field.api.ts';

/**
 * Only what differs is written. Refuses NOT_FOUND for a class group that is not the caller's, BAD_INPUT for a value that
 * is none, a field that is not in force or a student of another class group. Answers with how many values were written.
 */
export async function enterFields(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { classGroupId, entries }: { classGroupId: string } & FieldEntry,
): Promise<number> {
  const { group, school, students } = await groupOf(tx, actor, classGroupId);
  const fields = new Map((await fieldsInForce(tx, school, dayOf(tx.now))).map((field) => [field.key, field]));
  const names = new Map(students.map(({ studentId, name }) => [studentId, name]));
  const kept = new Map((await keptIn(tx, [...names.keys()])).map((row) => [`${row.studentId} ${keyOf(row)}`, row]));
  const replaced: FieldValueRow[] = [];
  const added: Parameters<typeof valueRows>[1][number][] = [];
  const changed = new Map<string, string[]>();
  for (const { studentId, values } of entries) {
    const name = names.get(studentId);
    if (name === undefined) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再填' });
    for (const [key, typed] of Object.entries(values)) {
      const field = fields.get(key);
      if (!field) throw refuse('BAD_INPUT', { what: '有自设项已停用，请刷新后重填' });
      const value = readFor(field, name, typed);
      const before = kept.get(`${studentId} ${key}`);
      const old = before && (cipher.open('file_field_values', before.id, before.sealed) as string);
      if (value === old) continue;
      if (value === undefined) {
        throw refuse('BAD_INPUT', { what: `${name}的${field.title}已归档，不能清空，有误的请改为正确的值` });
      }
      if (before) replaced.push(before);
      const id = tx.newId();
      const sealed = cipher.seal('file_field_values', id, value);
      added.push({ ...{ studentId, id, placeCode: field.placeCode, field: field.title }, sealed });
      changed.set(studentId, [...(changed.get(studentId) ?? []), field.title]);
    }
  }
  if (added.length === 0) {
    tx.markAudited(); // nothing differs, nothing is written
    return 0;
  }
  // A value that an earlier school filled in lies in that school's scope; the file goes on here.
  if ((await tx.beyondScope(() => replaceValues(tx, replaced))) < replaced.length)
    throw refuse('STALE', { what: '有学生的自设项' });
  await tx.together(valueRows(tx, added, { schoolId: school.id, path: school.path, by: actor }));
  await recordAll(tx, asAuditActor(actor), [
    {
      ...{ action: 'ENTER_FILE_FIELDS', subjectKind: 'CLASS_GROUP', subjectId: group.id, path: school.path },
      detail: { students: changed.size, values: added.length },
    },
    ...[...changed].map(([studentId, titles]) => ({
      ...{ action: 'ENTER_FILE_FIELDS', subjectKind: 'STUDENT' as const, subjectId: studentId, path: school.path },
      detail: { fields: titles },
    })),
  ]);
  return added.length;
}

const keyOf = ({ placeCode, field }: FieldValueRow) => keyOfField({ placeCode, title: field });

const keptIn = async (tx: Transaction, ids: readonly string[]) =>
  ids.length === 0 ? [] : tx.beyondScope(() => listFieldValues(tx, ids));

function readFor(field: FieldInForce, name: string, typed: string): string | undefined {
  const read = readFieldValue(field, typed);
  if ('fault' in read) throw refuse('BAD_INPUT', { what: `${name}：${read.fault}` });
  return read.value;
}

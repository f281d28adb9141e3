/** 看自设项: the grid of a class group, and what the authorities of a chain and below have set. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { classGroupName, gradeOf } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import {
  FILE_FIELD_KINDS,
  type FileField,
  listFileFields,
  listFileFieldsBelow,
} from '../../../local-settings/index.ts';
import { STAGES } from '../../../policy/index.ts';
import { lawOfFile } from '../gaps/law-of-file.ts';
import { groupOf, lawPlaceOf } from '../standing/reach.ts';
import { countFilled } from './count-filled.store.ts';
import { listFieldValues } from './field-values.store.ts';
import { fieldsInForce, keyOfField } from './fields.ts';
import type { FieldGrid, FieldsView } from './further.api.ts';
import { choicesOfField } from './read-field.api.ts';

/** The fields that a class group's students have, with what is filled in. Refuses NOT_FOUND beyond the caller's place. */
export async function viewFieldGrid(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  classGroupId: string,
  action: 'VIEW_FILE_FIELDS' | 'EXPORT_FILE_FIELDS' = 'VIEW_FILE_FIELDS',
): Promise<FieldGrid> {
  const { group, school, students } = await groupOf(tx, actor, classGroupId);
  const day = dayOf(tx.now);
  const fields = (await fieldsInForce(tx, school, day)).filter(({ stages }) => stages.includes(group.stage));
  const ids = students.map(({ studentId }) => studentId);
  const rows = ids.length === 0 ? [] : await tx.beyondScope(() => listFieldValues(tx, ids));
  await record(tx, asAuditActor(actor), {
    ...{ action, subjectKind: 'CLASS_GROUP', subjectId: group.id, path: school.path },
  });
  const known = new Map(
    rows.map((row) => [
      `${row.studentId} ${keyOfField({ placeCode: row.placeCode, title: row.field })}`,
      cipher.open('file_field_values', row.id, row.sealed) as string,
    ]),
  );
  return {
    classGroup: { id: group.id, name: classGroupName(gradeOf(group, day), group.ordinal) },
    items: fields.map((field) => ({
      ...{ key: field.key, title: field.title, valueKind: field.valueKind, required: field.required },
      ...{ kindWords: FILE_FIELD_KINDS[field.valueKind], choices: [...choicesOfField(field)] },
      setBy: field.placeName,
    })),
    students: students.map(({ studentId, name, seatNo }) => ({
      ...{ studentId, name, seatNo },
      values: Object.fromEntries(fields.map(({ key }) => [key, known.get(`${studentId} ${key}`) ?? ''])),
    })),
  };
}

/** 上报备案: the fields of the own chain, and those of the places below, which the superior sees as they are set. */
export async function viewFields(tx: Transaction, { law }: Pick<Services, 'law'>, actor: Actor): Promise<FieldsView> {
  const day = dayOf(tx.now);
  const { placeCode, path, level } = actor.institution;
  const here = await listFileFields(tx, chainOf(placeCode), day);
  const asked = lawOfFile(law, lawPlaceOf({ placeCode, code: null }, tx.now));
  const shown = (field: FileField) => ({
    ...{ key: keyOfField(field), title: field.title, setBy: field.placeName, from: field.from, caseId: field.caseId },
    ...{ required: field.required, ended: field.ended, notice: field.notice.title },
    kindWords: FILE_FIELD_KINDS[field.valueKind],
    choices: field.choices,
    stageWords: field.stages.map((stage) => STAGES[stage]).join('、'),
  });
  const below = level === 'SCHOOL' || level === 'CENTRE' ? [] : await listFileFieldsBelow(tx, path, day);
  // A field from above counts among the reader's own students, one from below among those of who has set it.
  const counts = await countFilled(tx, [
    ...here.map((field) => ({ ...field, within: path })),
    ...below.map((field) => ({ ...field, within: field.placePath })),
  ]);
  return {
    chip: asked.furtherChip,
    here: here.map((field, at) => ({ ...shown(field), ...counts[at]! })),
    below: below.map((field, at) => ({ ...shown(field), ...counts[here.length + at]! })),
  };
}

/** 整班登记的工作簿: the students of a class group with the empty columns of a table. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { classGroupName, gradeOf } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { dimensionsOf } from '../../assessments/quality/quality.api.ts';
import { membersIn, termAt } from '../../assessments/term-in.ts';
import { getOwnClassGroup } from '../../attendance/reach.ts';
import type { ClassTable } from './table-workbook.ts';
import { writeClassTable } from './table-workbook.ts';
import { ENTRY_TABLES, type EntryTable, qualityColumns } from './tables.api.ts';

/** 综合素质 is written beside what stands; the other tables make new entries. */
export type WorkbookTable = EntryTable | 'QUALITY';

/** Refuses NOT_FOUND for a class group that is not the caller's. */
export async function entryTableOf(
  tx: Transaction,
  actor: Actor,
  { classGroupId, table }: { classGroupId: string; table: WorkbookTable },
): Promise<ClassTable & { name: string }> {
  const { group } = await getOwnClassGroup(tx, actor, classGroupId);
  const today = dayOf(tx.now);
  const { words, columns } = table === 'QUALITY' ? qualityTable(group.stage) : ENTRY_TABLES[table];
  const members = await membersIn(tx, group, termAt(today));
  return {
    name: words,
    title: `${classGroupName(gradeOf(group, today), group.ordinal)}${words}登记表`,
    headings: columns.map(({ name }) => name),
    rows: members.map(({ seatNo, name }) => ({ seatNo, name, cells: columns.map(() => '') })),
  };
}

const qualityTable = (stage: Parameters<typeof dimensionsOf>[0]) => ({
  words: '综合素质',
  columns: qualityColumns(Object.entries(dimensionsOf(stage)).map(([code, words]) => ({ code, words }))),
});

/** The same as a file; leaves EXPORT_ENTRY_TABLE on record. */
export async function exportEntryTable(
  tx: Transaction,
  actor: Actor,
  of: { classGroupId: string; table: WorkbookTable },
): Promise<{ title: string; file: Readable }> {
  const view = await entryTableOf(tx, actor, of);
  await record(tx, asAuditActor(actor), {
    ...{ action: 'EXPORT_ENTRY_TABLE', subjectKind: 'CLASS_GROUP', subjectId: of.classGroupId },
    path: actor.institution.path,
    detail: { table: of.table, rows: view.rows.length },
  });
  return { title: view.title, file: writeClassTable(view) };
}

/** 标注好的工作簿: the very workbook that the school sent, bad cells coloured and commented. */
import { type Actor, asAuditActor, type FileAnswer, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type CellMark, markCells } from '../../workbooks/mark-cells.ts';
import { getImport } from '../importing/import.store.ts';
import type { Import } from '../importing/import.ts';
import { listMarks } from './review.store.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A fault of an item that has no column stands on the name: there a person looks for the child. */
export async function markedWorkbook(services: Services, actor: Actor, importId: string): Promise<FileAnswer> {
  const { one, marks } = await services.db.write(scopeOf(actor), async (tx) => {
    const found = await getImport(tx, importId);
    await record(tx, asAuditActor(actor), {
      action: 'EXPORT_MARKED_WORKBOOK',
      subjectKind: 'IMPORT',
      subjectId: importId,
      path: found.path,
    });
    return { one: found, marks: (await listMarks(tx, importId)).flatMap((row) => marksOf(found, row)) };
  });
  const bytes = await services.files.fetch(one.fileId);
  const file = await markCells(bytes, marks, { sheet: one.layout.sheet });
  return { file, mediaType: XLSX, downloadAs: `${one.fileName.replace(/\.xlsx$/i, '')}（标注）.xlsx` };
}

type Row = Awaited<ReturnType<typeof listMarks>>[number];

function marksOf({ layout }: Import, { rowNo, findings }: Row): CellMark[] {
  const column = (field: string) => layout.places[field] ?? layout.places['name'] ?? 0;
  return findings
    .filter(({ confirmed }) => !confirmed)
    .map(({ field, severity, cause, sentence, remedy }) => ({
      row: rowNo,
      column: column(field),
      note: `${cause}：${sentence}${remedy}。`,
      severity: severity === 'red' ? ('error' as const) : ('warning' as const),
    }));
}

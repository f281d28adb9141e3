/** 上传报名表: takes a school's workbook in, if it can be read at all; reading it goes on in the background. */
import { type Actor, asAuditActor, type Services, scopeOf, type UploadedFile } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { insertFiles } from '../../files/file.store.ts';
import type { StoredFile } from '../../files/file-store.ts';
import { dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import { readRowsInWorker } from '../../workbooks/read-in-worker.ts';
import type { SheetReading } from '../../workbooks/read-rows.ts';
import { BULK_LIMITS } from '../../workbooks/workbook-limits.ts';
import { unsuitable } from '../../workbooks/workbook-refusal.ts';
import { HEADINGS, layoutOf, type SheetLayout } from '../checking/headings.ts';
import { refuseWithoutRegistrar } from '../checking/registrar-in-office.ts';
import type { HandedOver } from './handed-over.ts';
import { insertImport } from './import.store.ts';
import type { Import } from './import.ts';
import { type SendJob, sendReading } from './resume-imports.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LONGEST_NAME = 120;

/**
 * Refuses UNSUITABLE_FILE and TOO_LARGE with what is wrong with the workbook and what to do; nothing is kept of it then.
 * The upload is on record before reading begins: a process that dies in between loses nothing.
 */
export async function uploadWorkbook(
  services: Services,
  actor: Actor,
  file: UploadedFile,
  { send, handedOver }: { send: SendJob; handedOver: HandedOver },
): Promise<Import> {
  const stored = await services.files.keep(file.stream, { bytes: BULK_LIMITS.fileBytes, what: '工作簿' });
  const entered = await lookAndEnter(services, actor, displayName(file.name), stored).catch(async (error) => {
    await services.files.remove(stored.id);
    throw error;
  });
  handedOver.put(entered.one.id, entered.reading);
  await sendReading(send, entered.one);
  return entered.one;
}

/** The import with its workbook open. */
async function lookAndEnter(services: Services, actor: Actor, fileName: string, stored: StoredFile) {
  const { reading, ...found } = await lookInto(await services.files.fetch(stored.id));
  try {
    return { one: await enter(services, actor, fileName, stored, found), reading };
  } catch (error) {
    await reading.close();
    throw error;
  }
}

/** Enters the file and the import, to be read. */
async function enter(
  services: Services,
  actor: Actor,
  fileName: string,
  stored: StoredFile,
  { layout, rows }: { layout: SheetLayout; rows: number },
): Promise<Import> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const { path, county, id: schoolId } = actor.institution;
    await refuseWithoutRegistrar(tx, schoolId);
    const made: Import = {
      id: services.newId(),
      schoolId,
      path,
      county,
      fileId: stored.id,
      fileName,
      intakeYear: intakeYearOf(dayOf(tx.now)),
      state: 'QUEUED',
      rowsTotal: rows,
      rowsDone: 0,
      rowsRed: 0,
      rowsAmber: 0,
      starts: 0,
      failure: null,
      layout,
      madeBy: actor.accountId,
      madeAt: tx.now,
      finishedAt: null,
      version: 1,
    };
    await insertFiles(tx, [{ ...stored, path, kind: 'WORKBOOK', mediaType: XLSX, madeBy: actor.accountId }]);
    await insertImport(tx, made);
    await record(tx, asAuditActor(actor), {
      action: 'UPLOAD_WORKBOOK',
      subjectKind: 'IMPORT',
      subjectId: made.id,
      path,
      detail: { rows, size: stored.size, digest: stored.digest.toString('hex') },
    });
    return made;
  });
}

/** Inspects the workbook and finds its headings, in a thread that may die of it. */
async function lookInto(bytes: Buffer): Promise<{ layout: SheetLayout; rows: number; reading: SheetReading }> {
  const reading = await readRowsInWorker(bytes, { headings: HEADINGS, giveAway: true });
  const { sheet, header, lastRow } = reading;
  const rows = lastRow - header.row;
  if (rows > 0) return { layout: layoutOf(sheet, header), rows, reading };
  await reading.close();
  throw unsuitable(`第 ${header.row} 行表头以下没有内容，请填写学生后再上传`);
}

/** The name without folders and without what a screen cannot show. */
function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = [...last.replace(/[\p{C}]/gu, '')].slice(0, LONGEST_NAME).join('').trim();
  return plain || '报名表.xlsx';
}

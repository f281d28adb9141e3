/** 导入学校名录: a workbook becomes lines with findings; sound lines become schools, all of those sent or none. */
import type { Readable } from 'node:stream';
import { type Actor, type Services, scopeOf } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { collect } from '../../../files/file-store.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { textOf } from '../../../workbooks/cell.ts';
import { readRowsInWorker } from '../../../workbooks/read-in-worker.ts';
import { ORDINARY_LIMITS } from '../../../workbooks/workbook-limits.ts';
import { refuseTwins } from '../../conflict.ts';
import { listAbove, listAuthoritiesBelow, listNamesByCode } from '../directory.store.ts';
import { draftSchool, writeSchools } from '../founding/make-school.ts';
import { getInstitution } from '../institution.store.ts';
import { listPlaceCodes } from '../place.store.ts';
import { checkSchoolRow, type RowCheck, type RowFinding } from './check-school-row.ts';
import { SCHOOL_COLUMNS, SCHOOL_HEADINGS, type SchoolRow } from './school-columns.ts';

export interface NumberedRow {
  /** As the sheet numbers it. */
  row: number;
  values: SchoolRow;
}

export interface CheckedRow extends NumberedRow {
  findings: RowFinding[];
}

/** A county has some hundreds of schools; whoever has more sends several workbooks. */
export const MOST_ROWS = 2_000;
const MOST_BYTES = 10 * 2 ** 20;

/** The lines of a workbook, each with its findings; nothing is kept. */
export async function readSchools(
  services: Services,
  actor: Actor,
  upload: Readable,
  signal: AbortSignal,
): Promise<{ rows: CheckedRow[]; unknownHeadings: string[] }> {
  const bytes = await collect(upload, MOST_BYTES, '学校名录工作簿');
  const reading = await readRowsInWorker(bytes, { headings: SCHOOL_HEADINGS, limits: ORDINARY_LIMITS, signal });
  const { columns, unknown } = reading.header;
  const rows: NumberedRow[] = [];
  for await (const { number, cells } of reading.rows) {
    const entries = SCHOOL_COLUMNS.flatMap(({ key, heading }) => {
      const at = columns.get(heading);
      const text = at === undefined ? '' : textOf(cells[at]).trim();
      return text === '' ? [] : [[key, text] as const];
    });
    if (entries.length === 0) continue;
    if (rows.length === MOST_ROWS)
      throw refuse('TOO_LARGE', { what: '学校名录', limit: `${MOST_ROWS}行，请分几次导入` });
    rows.push({ row: number, values: Object.fromEntries(entries) });
  }
  return { rows: await checkSchools(services, actor, rows), unknownHeadings: [...unknown] };
}

/** The findings of lines that were mended in place. */
export async function checkSchools(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  rows: readonly NumberedRow[],
): Promise<CheckedRow[]> {
  const checks = await db.read(scopeOf(actor), (tx) => checkAll(tx, actor, rows));
  return rows.map((row, index) => ({ ...row, findings: checks[index]!.findings }));
}

/** Founds all the schools of the lines; refuses where one of them is not sound, and then founds none. */
export async function commitSchools(
  services: Services,
  actor: Actor,
  rows: readonly NumberedRow[],
): Promise<{ made: number }> {
  const made = services.db.write(scopeOf(actor), async (tx) => {
    const checks = await checkAll(tx, actor, rows);
    const faulty = rows.filter((_, index) => checks[index]!.findings.length > 0);
    if (faulty.length > 0) {
      const which = faulty.slice(0, 5).map(({ row }) => `第${row}行`);
      throw refuse('BAD_INPUT', { what: `${which.join('、')}等${faulty.length}行还有问题，请改正或去掉后再导入` });
    }
    const drafts = [];
    for (const { wish } of checks) drafts.push(await draftSchool(services, tx, actor, wish!));
    await writeSchools(tx, actor, drafts);
    return { made: drafts.length };
  });
  return refuseTwins(made, '名录中有学校刚被设立');
}

async function checkAll(tx: Transaction, actor: Actor, rows: readonly NumberedRow[]): Promise<RowCheck[]> {
  const own = await getInstitution(tx, { id: actor.institution.id });
  const below = await listAuthoritiesBelow(tx, own.path);
  const known = [own, ...below, ...(await listAbove(tx, own.path))];
  const codes = rows.map(({ values }) => values.code ?? '').filter(Boolean);
  const takenCodes = await listNamesByCode(tx, codes);
  const placeCodes = new Set(await listPlaceCodes(tx, 'COUNTY'));
  const counts = Map.groupBy(codes, (code) => code);
  const otherCodes = new Set([...counts].filter(([, same]) => same.length > 1).map(([code]) => code));
  return rows.map(({ values }) => checkSchoolRow(values, { own, known, placeCodes, takenCodes, otherCodes }));
}

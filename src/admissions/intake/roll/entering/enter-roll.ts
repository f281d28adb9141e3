/** 登记录取名册: reads a workbook into lines with findings; sound lines go onto the roll, all of those sent or none. */
import type { Readable } from 'node:stream';
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../../access/index.ts';
import { recordAll } from '../../../../audit/record.store.ts';
import type { Transaction } from '../../../../db/transaction.ts';
import { collect } from '../../../../files/file-store.ts';
import { dayOf, intakeYearOf } from '../../../../kernel/civil-date.ts';
import { refuse } from '../../../../kernel/refusal.ts';
import type { Stage } from '../../../../policy/index.ts';
import { isConflict, maskIdentityNumber } from '../../../../students/index.ts';
import { textOf } from '../../../../workbooks/cell.ts';
import { readRowsInWorker } from '../../../../workbooks/read-in-worker.ts';
import { ORDINARY_LIMITS } from '../../../../workbooks/workbook-limits.ts';
import type { AdmittedSecret } from '../admitted.ts';
import { insertAdmitted, type NewAdmitted } from '../roll.store.ts';
import { rollActRows } from '../roll-acts.store.ts';
import { type AssessedLine, assessRoll, isSound, refuseEmpty } from './assess-roll.ts';
import type { LineFinding } from './check-line.ts';
import { ROLL_COLUMNS, ROLL_HEADINGS, type RollLine } from './roll-columns.ts';

export interface NumberedLine {
  /** As the sheet numbers it. */
  row: number;
  values: RollLine;
}

export interface CheckedLine extends NumberedLine {
  findings: LineFinding[];
}

/** A large school admits some hundreds; whoever has more sends several workbooks. */
export const MOST_LINES = 3_000;
const MOST_BYTES = 10 * 2 ** 20;

/** The lines of a workbook, each with its findings; nothing is kept. */
export async function readRoll(
  services: Services,
  actor: Actor,
  stage: Stage,
  { upload, signal }: { upload: Readable; signal: AbortSignal },
): Promise<{ rows: CheckedLine[]; unknownHeadings: string[] }> {
  const bytes = await collect(upload, MOST_BYTES, '录取名册工作簿');
  const reading = await readRowsInWorker(bytes, { headings: ROLL_HEADINGS, limits: ORDINARY_LIMITS, signal });
  const { columns, unknown } = reading.header;
  const rows: NumberedLine[] = [];
  for await (const { number, cells } of reading.rows) {
    const entries = ROLL_COLUMNS.flatMap(({ key, heading }) => {
      const at = columns.get(heading);
      const text = at === undefined ? '' : textOf(cells[at]).trim();
      return text === '' ? [] : [[key, text.slice(0, 200)] as const];
    });
    if (entries.length === 0) continue;
    if (rows.length === MOST_LINES) {
      throw refuse('TOO_LARGE', { what: '录取名册', limit: `${MOST_LINES}行，请分几次导入` });
    }
    rows.push({ row: number, values: Object.fromEntries(entries) });
  }
  return { rows: await checkRoll(services, actor, stage, rows), unknownHeadings: [...unknown] };
}

/** The findings of lines that were mended in place. */
export async function checkRoll(
  services: Pick<Services, 'db' | 'law' | 'index'>,
  actor: Actor,
  stage: Stage,
  rows: readonly NumberedLine[],
): Promise<CheckedLine[]> {
  refuseEmpty(rows);
  const assessed = await services.db.read(scopeOf(actor), (tx) =>
    assessRoll(tx, services, actor, { stage, intakeYear: intakeYearOf(dayOf(tx.now)) }, rows.map(valuesOf)),
  );
  return rows.map((row, at) => ({ ...row, findings: assessed[at]!.findings }));
}

/** Enters all lines; refuses LAW_REFUSES or BAD_INPUT with the first that may not, and then enters none. */
export async function enterRoll(
  services: Services,
  actor: Actor,
  stage: Stage,
  rows: readonly NumberedLine[],
): Promise<{ entered: number }> {
  refuseEmpty(rows);
  try {
    return await services.db.write(scopeOf(actor), async (tx) => {
      const intake = { stage, intakeYear: intakeYearOf(dayOf(tx.now)) };
      const assessed = await assessRoll(tx, services, actor, intake, rows.map(valuesOf), { lock: true });
      refuseUnsound(rows, assessed);
      const admitted = assessed.map((one) => admittedOf(tx, services, actor, { ...intake, one }));
      await insertAdmitted(tx, admitted);
      await tx.together(
        rollActRows(
          tx,
          services,
          actor,
          admitted.map((of, at) => ({ of, act: { act: 'ADMIT', facts: { said: saidOf(assessed[at]!) } } })),
        ),
      );
      await trace(tx, actor, stage, admitted);
      return { entered: admitted.length };
    });
  } catch (error) {
    if (isConflict(error)) throw refuse('CONFLICT', { what: '名册中有人刚被他人登记' });
    throw error;
  }
}

const valuesOf = ({ values }: NumberedLine): RollLine => values;

/** What is doubtful of a line stays said beside it. */
const saidOf = ({ findings }: AssessedLine) => findings.map(({ sentence, chip }) => ({ sentence, chip: chip ?? null }));

/** One line alone is refused by what the law or the form says of it; of many the rows are named. */
function refuseUnsound(rows: readonly NumberedLine[], assessed: readonly AssessedLine[]): void {
  const faulty = rows.filter((_, at) => !isSound(assessed[at]!));
  if (faulty.length === 0) return;
  const [first] = assessed.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === 'REFUSE'));
  const { sentence, remedy, chip } = first!;
  const cure = remedy ? `；${remedy}` : '';
  if (chip && faulty.length === 1) throw refuse('LAW_REFUSES', { sentence: `${sentence}（${chip}）${cure}` });
  const which = faulty.slice(0, 5).map(({ row }) => `第${row}行`);
  const where = rows.length === 1 ? '' : `${which.join('、')}等${faulty.length}行：`;
  throw refuse('BAD_INPUT', { what: `${where}${sentence}${chip ? `（${chip}）` : ''}${cure}` });
}

function admittedOf(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { one, stage, intakeYear }: { one: AssessedLine; stage: Stage; intakeYear: number },
): NewAdmitted {
  const line = one.line!;
  const school = one.school!;
  const id = tx.newId();
  const { identityNumber, registrationNumber, phone } = line;
  const secret: AdmittedSecret = { identityNumber, registrationNumber, phone };
  return {
    ...{ id, schoolId: school.id, path: school.path, stage, intakeYear, name: line.name },
    identityMasked: identityNumber ? maskIdentityNumber(identityNumber) : '',
    identityHash: one.identityHash,
    sealed: cipher.seal('admission_roll', id, secret),
    ...{ way: line.way, householdArea: line.householdArea, sourceArea: line.sourceArea },
    ...{ formerSchool: line.formerSchool, noticeNumber: line.noticeNumber },
    ...{ studentId: one.studentId, entrantId: one.entrantId, caseId: null, photoId: null },
    ...{ deferredTo: null, checkedInOn: null, papers: [], feesPaidOn: null, dropoutOn: null },
    ...{ endedOn: null, endReason: null, version: 1 },
    ...{ madeBy: actor.accountId, madeAt: tx.now },
  };
}

async function trace(tx: Transaction, actor: Actor, stage: Stage, admitted: readonly NewAdmitted[]): Promise<void> {
  const bySchool = Map.groupBy(admitted, ({ schoolId }) => schoolId);
  await recordAll(
    tx,
    asAuditActor(actor),
    [...bySchool].map(([schoolId, lines]) => ({
      action: 'ENTER_ROLL',
      subjectKind: 'INSTITUTION' as const,
      subjectId: schoolId,
      path: lines[0]!.path,
      detail: { stage, entered: lines.length },
    })),
  );
}

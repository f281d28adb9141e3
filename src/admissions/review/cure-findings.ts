/** 一次改: takes the mechanical cure of one kind of fault on all rows that have it, after a person has seen it. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { RawRecord } from '../../students/index.ts';
import { type Assessed, addDuplicates, assessAlone, type Intake, readIntake } from '../checking/assess.ts';
import { markRepeats } from '../checking/mark-repeats.ts';
import { type CauseOf, confirmed } from '../entrants/confirm-finding.ts';
import { listEntrants, replaceEntrants } from '../entrants/entrant.store.ts';
import type { Entrant } from '../entrants/entrant.ts';
import { mendedEntrant, mendedRecord } from '../entrants/mend-entrant.ts';
import { shownValue } from '../entrants/view-entrant.ts';
import { getImport, recount } from '../importing/import.store.ts';
import type { CureView } from './review.api.ts';
import { countCurable } from './review.store.ts';

/** Rows that are gone through at a time: memory stays flat whatever the size of the import. */
const PORTION = 1_000;
const MOST_SHOWN = 50;

type Needs = Pick<Services, 'cipher' | 'index' | 'law'>;

/** One row with its cure. */
interface Cured {
  one: Entrant;
  before: RawRecord;
  after: RawRecord;
}

/** What the cure of a cause would change; the first rows, and how many there are. */
export async function previewCure(
  tx: Transaction,
  services: Needs,
  importId: string,
  cause: CauseOf,
): Promise<CureView> {
  const { schoolId } = await getImport(tx, importId);
  const intake = await readIntake(tx, services, schoolId);
  const rows = await listEntrants(tx, {
    importId,
    states: ['DRAFT'],
    finding: { ...cause, curable: true },
    limit: MOST_SHOWN,
  });
  const items = rows.flatMap((one) => curedRow(services, intake, one, cause) ?? []);
  return {
    total: await countCurable(tx, importId, cause),
    applied: false,
    items: items.map((row) => shown(row, cause)),
  };
}

/** Takes the cure on every row that has the fault, and checks these rows again. */
export async function applyCure(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  importId: string,
  cause: CauseOf,
): Promise<CureView> {
  const { schoolId, path } = await getImport(tx, importId, { lock: true });
  const intake = await readIntake(tx, services, schoolId);
  let total = 0;
  const items: CureView['items'] = [];
  for await (const rows of portions(tx, importId, { ...cause, curable: true })) {
    const cured = rows.flatMap((one) => curedRow(services, intake, one, cause) ?? []);
    const assessed: Assessed[] = cured.map(({ one, after }) =>
      assessAlone(services, intake, { id: one.id, raw: after }),
    );
    await addDuplicates(tx, services, intake, assessed);
    await replaceEntrants(
      tx,
      cured.map(({ one }, place) => mendedEntrant(services, one, assessed[place]!, 1)),
    );
    total += cured.length;
    items.push(...cured.slice(0, MOST_SHOWN - items.length).map((row) => shown(row, cause)));
  }
  await markRepeats(tx, importId);
  await recount(tx, importId);
  await recordAll(tx, actor, { importId, path, action: 'CURE_FINDINGS', cause, rows: total });
  return { total, applied: true, items };
}

/** 一并确认: lets one kind of amber finding stand on every row that has it. Answers how many rows that were. */
export async function confirmAll(tx: Transaction, actor: Actor, importId: string, cause: CauseOf): Promise<number> {
  const { path } = await getImport(tx, importId, { lock: true });
  let total = 0;
  for await (const rows of portions(tx, importId, cause)) {
    const next = rows.flatMap((one) => confirmed(one, cause) ?? []);
    await replaceEntrants(tx, next);
    total += next.length;
  }
  await recount(tx, importId);
  await recordAll(tx, actor, { importId, path, action: 'CONFIRM_FINDINGS', cause, rows: total });
  return total;
}

async function* portions(
  tx: Transaction,
  importId: string,
  finding: { code: string; field: string; curable?: true },
): AsyncGenerator<Entrant[]> {
  let afterRow = 0;
  for (;;) {
    const rows = await listEntrants(tx, { importId, states: ['DRAFT'], finding, afterRow, limit: PORTION, lock: true });
    if (rows.length === 0) return;
    yield rows;
    afterRow = rows.at(-1)!.rowNo ?? afterRow;
  }
}

/** The row with the proposal in place; undefined where checking it again proposes nothing any more. */
function curedRow(services: Needs, intake: Intake, one: Entrant, { code, field }: CauseOf): Cured | undefined {
  const before = services.cipher.open('entrants', one.id, one.sealed) as RawRecord;
  const { findings } = assessAlone(services, intake, { id: one.id, raw: before });
  const proposal = findings.find((finding) => finding.code === code && finding.field === field)?.proposal;
  return proposal === undefined ? undefined : { one, before, after: mendedRecord(before, { [field]: proposal }) };
}

const shown = ({ one, before, after }: Cured, { field }: CauseOf): CureView['items'][number] => ({
  id: one.id,
  rowNo: one.rowNo,
  name: one.name,
  before: shownValue(before, field),
  after: shownValue(after, field),
});

const recordAll = (
  tx: Transaction,
  actor: Actor,
  {
    importId,
    path,
    action,
    cause,
    rows,
  }: { importId: string; path: string; action: string; cause: CauseOf; rows: number },
) =>
  record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'IMPORT',
    subjectId: importId,
    path,
    detail: { ...cause, rows },
  });

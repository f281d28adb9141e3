/** 看导入: what an import's rows come to, grouped by cause, and the rows themselves. */
import type { Actor, Services } from '../../access/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { columnAt } from '../../students/index.ts';
import { listEntrants } from '../entrants/entrant.store.ts';
import { rowOf } from '../entrants/view-entrant.ts';
import { findSameSent, getImport } from '../importing/import.store.ts';
import { type Import, isUnderWay, itemOf } from '../importing/import.ts';
import type { ImportView, RowPage } from './review.api.ts';
import { countRows, listCaseIds, listCauses } from './review.store.ts';

/** The act by which a school takes back what nobody has acted on. */
export const WITHDRAW = 'WITHDRAW';

/** Refuses NOT_FOUND outside the reader's scope. */
export async function viewImport(tx: Transaction, engine: CaseEngine, actor: Actor, id: string): Promise<ImportView> {
  const one = await getImport(tx, id);
  const same = await findSameSent(tx, one);
  const sentBefore = same ? { by: same.by, at: same.at.toISOString() } : null;
  if (isUnderWay(one.state)) return { ...soFar(one), sentBefore };
  const caseIds = await listCaseIds(tx, id);
  let mayUndo = caseIds.length > 0 && actor.role === 'SCHOOL_REGISTRAR';
  for (const caseId of caseIds) mayUndo &&= await engine.may(tx, actor, caseId, WITHDRAW);
  const causes = await listCauses(tx, id);
  return {
    ...itemOf(one),
    ...(await countRows(tx, id)),
    sentBefore,
    ignored: [...one.layout.ignored],
    groups: causes.map(({ curable, ...cause }) => ({
      ...cause,
      label: columnAt(cause.field)?.heading ?? '',
      hasProposal: curable,
    })),
    caseIds,
    mayUndo,
  };
}

/** While rows still come in they are not counted anew each time somebody looks: the reader keeps the figures. */
function soFar(one: Import): Omit<ImportView, 'sentBefore'> {
  const { rowsDone, rowsRed: red, rowsAmber: amber } = one;
  return {
    ...itemOf(one),
    ...{ sound: rowsDone - red - amber, red, amber, skipped: 0, submitted: 0, mended: 0 },
    ignored: [...one.layout.ignored],
    groups: [],
    caseIds: [],
    mayUndo: false,
  };
}

export interface RowsAsked {
  code?: string | undefined;
  field?: string | undefined;
  /** Rows after this row number. */
  after?: number | undefined;
  limit: number;
}

/** Rows in the order of the workbook: all, or those that wait because of one cause. */
export async function viewRows(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  importId: string,
  { code, field, after, limit }: RowsAsked,
): Promise<RowPage> {
  await getImport(tx, importId);
  const finding = { ...(code ? { code } : {}), ...(field ? { field } : {}) };
  const asked = Object.keys(finding).length > 0;
  const rows = await listEntrants(tx, {
    importId,
    ...(asked ? { finding, states: ['DRAFT'] } : {}),
    ...(after === undefined ? {} : { afterRow: after }),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((one) => rowOf(services, one, field)),
    next: rows.length > limit && last ? last.rowNo : null,
  };
}

/** 表册样式存取: sheets, templates and words of papers by place, every version; the latest of a place holds. */

import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Sheet } from '../printing/sheet.ts';
import type { PaperId } from './styled-papers.ts';

export interface HeldSheet {
  paper: string;
  placeCode: string;
  sheet: Sheet;
  setByName: string;
  setAt: Date;
}

/** A template of a place, whatever has become of it. */
export interface OwnTemplate {
  id: string;
  paper: PaperId;
  placeCode: string;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
  confirmedByName: string | null;
  confirmedAt: Date | null;
  validFrom: CivilDate | null;
  endedAt: Date | null;
  endedByName: string | null;
}

/** Sheets that hold at these places, of one paper or of all. */
export async function listSheets(tx: Transaction, chain: readonly string[], paper?: PaperId): Promise<HeldSheet[]> {
  let query = tx.sql
    .selectFrom('paper_sheets')
    .selectAll()
    .where('place_code', 'in', chain)
    .where('replaced_at', 'is', null);
  if (paper) query = query.where('form', '=', paper);
  const rows = await query.execute();
  return rows.map((row) => ({
    ...{ paper: row.form, placeCode: row.place_code, sheet: row.sheet as unknown as Sheet },
    ...{ setByName: row.set_by_name, setAt: row.set_at },
  }));
}

/**
 * Ends what the place has said of the sheet, and writes what holds from now on; null lets those above hold. Refuses STALE
 * where somebody else has said something in the same moment.
 */
export async function replaceSheet(
  tx: Transaction,
  { paper, placeCode, sheet }: { paper: PaperId; placeCode: string; sheet: Sheet | null },
  by: { accountId: string; personName: string },
): Promise<void> {
  await tx.sql
    .updateTable('paper_sheets')
    .set({ replaced_at: tx.now })
    .where('place_code', '=', placeCode)
    .where('form', '=', paper)
    .where('replaced_at', 'is', null)
    .execute();
  if (sheet === null) return;
  const written = await tx.sql
    .insertInto('paper_sheets')
    .values({
      ...{ place_code: placeCode, form: paper, sheet: JSON.stringify(sheet), set_at: tx.now },
      ...{ set_by: by.accountId, set_by_name: by.personName },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('set_at')
    .executeTakeFirst();
  if (!written) throw refuse('STALE', { what: '此表的版面' });
}

const COLUMNS = [
  ...(['id', 'form', 'place_code', 'proposed_by', 'proposed_by_name', 'proposed_at'] as const),
  ...(['confirmed_by_name', 'confirmed_at', 'valid_from', 'ended_at', 'ended_by_name'] as const),
] as const;

/** Templates of these places, the latest first, of one paper or of all; without their sources. */
export async function listTemplates(
  tx: Transaction,
  chain: readonly string[],
  paper?: PaperId,
): Promise<OwnTemplate[]> {
  let query = tx.sql
    .selectFrom('paper_templates')
    .select(COLUMNS)
    .where('place_code', 'in', chain)
    .orderBy('proposed_at', 'desc');
  if (paper) query = query.where('form', '=', paper);
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, paper: row.form as PaperId, placeCode: row.place_code, proposedBy: row.proposed_by },
    ...{ proposedByName: row.proposed_by_name, proposedAt: row.proposed_at },
    ...{ confirmedByName: row.confirmed_by_name, confirmedAt: row.confirmed_at },
    ...{ validFrom: row.valid_from as CivilDate | null, endedAt: row.ended_at, endedByName: row.ended_by_name },
  }));
}

/** The source of a template; undefined where the place has no such template. */
export async function findSource(tx: Transaction, placeCode: string, id: string): Promise<string | undefined> {
  const row = await tx.sql
    .selectFrom('paper_templates')
    .select('source_text')
    .where('place_code', '=', placeCode)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.source_text;
}

/** Writes what one person has proposed. */
export async function insertTemplate(
  tx: Transaction,
  { id, paper, placeCode, source }: { id: string; paper: PaperId; placeCode: string; source: string },
  by: { accountId: string; personName: string },
): Promise<void> {
  await tx.sql
    .insertInto('paper_templates')
    .values({
      ...{ place_code: placeCode, id, form: paper, source_text: source },
      ...{ proposed_at: tx.now, proposed_by: by.accountId, proposed_by_name: by.personName },
    })
    .execute();
}

/** Puts it into force from a day on. */
export async function confirmTemplate(
  tx: Transaction,
  { id, placeCode, validFrom }: { id: string; placeCode: string; validFrom: CivilDate },
  by: { accountId: string; personName: string },
): Promise<void> {
  await tx.sql
    .updateTable('paper_templates')
    .set({
      ...{ confirmed_at: tx.now, confirmed_by: by.accountId, confirmed_by_name: by.personName },
      valid_from: validFrom,
    })
    .where('place_code', '=', placeCode)
    .where('id', '=', id)
    .execute();
}

/** Ends these templates of the place. */
export async function endTemplates(
  tx: Transaction,
  placeCode: string,
  ids: readonly string[],
  byName: string,
): Promise<void> {
  await tx.sql
    .updateTable('paper_templates')
    .set({ ended_at: tx.now, ended_by_name: byName })
    .where('place_code', '=', placeCode)
    .where('id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute();
}

/** Keeps why a paper was printed as we drew it. */
export async function insertFault(
  tx: Transaction,
  { placeCode, templateId, fault }: { placeCode: string; templateId: string; fault: string },
): Promise<void> {
  await tx.sql
    .insertInto('paper_template_faults')
    .values({ place_code: placeCode, id: tx.newId(), template_id: templateId, at: tx.now, fault })
    .execute();
}

/** Faults of the place's templates since an instant, the latest first. */
export async function listFaults(
  tx: Transaction,
  placeCode: string,
  since: Date,
): Promise<{ id: string; templateId: string; at: Date; fault: string }[]> {
  const rows = await tx.sql
    .selectFrom('paper_template_faults')
    .select(['id', 'template_id', 'at', 'fault'])
    .where('place_code', '=', placeCode)
    .where('at', '>=', since)
    .orderBy('at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({ id: row.id, templateId: row.template_id, at: row.at, fault: row.fault }));
}

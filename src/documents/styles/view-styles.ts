/** 看表册样式: of each paper what holds at the caller's place, by whom, and what of it can be otherwise. */
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { addDays, type CivilDate, dayOf, startOfDay } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { nameOfArea } from '../../students/index.ts';
import { findWording, listWordings } from '../forms/wording/wording.store.ts';
import { minuteInWords } from '../print-mark.ts';
import { ownSheet, SHEETS, type SheetDesign } from '../printing/sheet.ts';
import { SHEET_SIZES } from '../printing/sheet-size.api.ts';
import { inForceOn, lowest } from './style-at.ts';
import { fixedTitleAt, PAPER_IDS, type PaperId, styledPaper } from './styled-papers.ts';
import type { HeldBy, PaperStyles, PaperStyleView, TemplateVersion } from './styles.api.ts';
import { listFaults, listSheets, listTemplates, type OwnTemplate } from './styles.store.ts';

/** Faults are shown for so many days. */
const FAULT_DAYS = 30;

const heldBy = (placeCode: string, byName: string, at: Date, here: string): HeldBy => ({
  ...{ placeName: nameOfArea(placeCode) ?? placeCode, byName, on: dayOf(at), mine: placeCode === here },
});
const templateHeld = (one: OwnTemplate, here: string): HeldBy =>
  heldBy(one.placeCode, one.confirmedByName ?? one.proposedByName, one.confirmedAt ?? one.proposedAt, here);

const sinceDay = (now: Date): Date => startOfDay(addDays(dayOf(now), -FAULT_DAYS));

/** Every paper of the directory. */
export async function viewStyles(tx: Transaction, { institution: { placeCode } }: Actor): Promise<PaperStyles> {
  const chain = chainOf(placeCode);
  const sheets = await listSheets(tx, chain);
  const wordings = await listWordings(tx, chain);
  const templates = await listTemplates(tx, chain);
  const faults = await listFaults(tx, placeCode, sinceDay(tx.now));
  const inForce = inForceOn(dayOf(tx.now), templates);
  return {
    papers: PAPER_IDS.map((paper) => {
      const sheet = lowest(
        chain,
        sheets.filter((one) => one.paper === paper),
      );
      const wording = lowest(
        chain,
        wordings.filter((one) => one.form === paper),
      );
      const own = lowest(
        chain,
        inForce.filter((one) => one.paper === paper),
      );
      const here = templates.filter((one) => one.paper === paper && one.placeCode === placeCode);
      const ids = new Set(here.map(({ id }) => id));
      return {
        ...{ paper, title: styledPaper(paper).title },
        sheet: sheet ? heldBy(sheet.placeCode, sheet.setByName, sheet.setAt, placeCode) : null,
        wording: wording ? heldBy(wording.placeCode, wording.setByName, wording.setAt, placeCode) : null,
        template: own ? templateHeld(own, placeCode) : null,
        waiting: here.filter(({ confirmedAt, endedAt }) => !confirmedAt && !endedAt).length,
        faults: faults.filter(({ templateId }) => ids.has(templateId)).length,
      };
    }),
  };
}

/** One paper. */
export async function viewStyle(
  tx: Transaction,
  { institution: { placeCode }, accountId }: Actor,
  paper: PaperId,
): Promise<PaperStyleView> {
  const chain = chainOf(placeCode);
  const today = dayOf(tx.now);
  const { title, template, words } = styledPaper(paper);
  const design: SheetDesign = SHEETS[template];
  const sheet = lowest(chain, await listSheets(tx, chain, paper));
  const wording = await findWording(tx, paper, chain);
  const templates = await listTemplates(tx, chain, paper);
  const inForce = inForceOn(today, templates);
  const own = lowest(chain, inForce);
  const here = templates.filter((one) => one.placeCode === placeCode);
  const mine = inForce.find((one) => one.placeCode === placeCode);
  const ids = new Set(here.map(({ id }) => id));
  const faults = (await listFaults(tx, placeCode, sinceDay(tx.now))).filter(({ templateId }) => ids.has(templateId));
  const fixed = fixedTitleAt(paper, placeCode);
  return {
    ...{ paper, title, words },
    fixed: fixed ? { title: fixed.title, clauses: [...fixed.clauses] } : null,
    wording: wording
      ? { ...heldBy(wording.placeCode, wording.setByName, wording.setAt, placeCode), title: wording.title }
      : null,
    design: {
      own: ownSheet(template),
      sizes: design.sizes.map((size) => ({ size, words: SHEET_SIZES[size].words })),
      ...{ flows: design.flows, lines: [...design.lines], why: design.why, leastBottom: design.margins.bottom },
    },
    sheet: sheet?.sheet ?? ownSheet(template),
    sheetHeld: sheet ? heldBy(sheet.placeCode, sheet.setByName, sheet.setAt, placeCode) : null,
    template: own ? { ...templateHeld(own, placeCode), id: own.id } : null,
    versions: here.map((one) => versionOf(one, { today, accountId, inForce: mine })),
    faults: faults.slice(0, 20).map(({ id, at, fault }) => ({ id, at: minuteInWords(at), words: fault })),
  };
}

function versionOf(
  one: OwnTemplate,
  { today, accountId, inForce }: { today: CivilDate; accountId: string; inForce: OwnTemplate | undefined },
): TemplateVersion {
  const { id, proposedByName, confirmedByName, validFrom, endedAt, endedByName } = one;
  const standing = (): TemplateVersion['state'] => {
    if (endedAt) return 'ENDED';
    if (validFrom === null) return 'WAITING';
    if (validFrom > today) return 'COMING';
    return one.id === inForce?.id ? 'IN_FORCE' : 'REPLACED';
  };
  return {
    ...{ id, proposedByName, proposedOn: dayOf(one.proposedAt), confirmedByName, validFrom, endedByName },
    ...{ state: standing(), own: one.proposedBy === accountId },
  };
}

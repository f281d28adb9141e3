/** 现行样式: what holds for a paper at a place: of each thing, what the lowest authority has laid down. */
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { findWording } from '../forms/wording/wording.store.ts';
import { ownSheet, type StyleWords, styleFor } from '../printing/sheet.ts';
import type { PaperStyle } from '../printing/typst-printer.ts';
import { fixedTitleAt, type PaperId, styledPaper } from './styled-papers.ts';
import { findSource, listSheets, listTemplates, type OwnTemplate } from './styles.store.ts';

/** Of several places the lowest; `chain` begins with the nation. */
export function lowest<T extends { placeCode: string }>(chain: readonly string[], held: readonly T[]): T | undefined {
  return held.toSorted((a, b) => chain.indexOf(b.placeCode) - chain.indexOf(a.placeCode))[0];
}

/** The template of each place that is in force on the day: confirmed, begun, not ended, the latest to begin. */
export function inForceOn(day: CivilDate, templates: readonly OwnTemplate[]): OwnTemplate[] {
  const standing = templates.filter(({ validFrom, endedAt }) => validFrom !== null && validFrom <= day && !endedAt);
  const byPlace = Map.groupBy(standing, ({ placeCode }) => placeCode);
  return [...byPlace.values()].map((of) => of.reduce((latest, one) => (isLater(one, latest) ? one : latest)));
}

const isLater = (a: OwnTemplate, b: OwnTemplate): boolean =>
  a.validFrom === b.validFrom ? a.confirmedAt! > b.confirmedAt! : a.validFrom! > b.validFrom!;

/** The style in which a paper of the place is printed today; undefined where nobody has laid anything down. */
export async function styleAt(tx: Transaction, paper: PaperId, placeCode: string): Promise<PaperStyle | undefined> {
  const chain = chainOf(placeCode);
  const sheet = lowest(chain, await listSheets(tx, chain, paper));
  const words = await wordsAt(tx, paper, placeCode);
  const own = lowest(chain, inForceOn(dayOf(tx.now), await listTemplates(tx, chain, paper)));
  if (!sheet && !words && !own) return undefined;
  const { template } = styledPaper(paper);
  const source = own && (await findSource(tx, own.placeCode, own.id));
  return {
    look: styleFor(template, sheet?.sheet ?? ownSheet(template), words),
    ...(own && source !== undefined ? { own: { id: own.id, placeCode: own.placeCode, source } } : {}),
  };
}

/** Words in place of ours; undefined where nobody has said anything. What a text fixes stays; forms have theirs put in before they are set. */
export async function wordsAt(tx: Transaction, paper: PaperId, placeCode: string): Promise<StyleWords | undefined> {
  const { template, words, naming } = styledPaper(paper);
  if (!words || template === 'form') return undefined;
  const held = await findWording(tx, paper, chainOf(placeCode));
  if (!held) return undefined;
  const free = naming === 'OURS' && !fixedTitleAt(paper, placeCode);
  return { title: (free && held.title) || '', note: held.note ?? '', labels: held.labels };
}

/** 本地样例: the sample of a paper as it looks at a place, with the sheet and the words that hold there. */
import type { Transaction } from '../../../db/transaction.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import type { FormPaper } from '../../forms/form-paper.ts';
import { applyWording } from '../../forms/wording/apply-wording.ts';
import { findWording } from '../../forms/wording/wording.store.ts';
import { ownSheet, type Sheet, styleFor } from '../../printing/sheet.ts';
import { styleAt, wordsAt } from '../style-at.ts';
import { type PaperId, styledPaper } from '../styled-papers.ts';
import { type Sample, sampleOf } from './sample-of.ts';

/** On this sheet, or on the one that holds there. */
export async function sampleAt(tx: Transaction, id: PaperId, placeCode: string, sheet?: Sheet): Promise<Sample> {
  const { template } = styledPaper(id);
  const look = sheet
    ? styleFor(template, sheet, await wordsAt(tx, id, placeCode))
    : ((await styleAt(tx, id, placeCode))?.look ?? styleFor(template, ownSheet(template)));
  const sample = await sampleOf(id, 0, { look });
  if (template !== 'form') return sample;
  const wording = await findWording(tx, id, chainOf(placeCode));
  const papers = sample.data.papers.map((paper) => applyWording(paper as FormPaper, wording));
  return { ...sample, data: { ...sample.data, papers } };
}

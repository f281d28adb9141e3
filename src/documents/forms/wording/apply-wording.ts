/** 换用语: the form with the words that the place has put in place of ours. Pure. */
import type { FormBlock, FormPaper } from '../form-paper.ts';
import type { Wording } from './wording.api.ts';

/** Changes title, remark and words of items and headings; what is drawn from data stays as it is. */
export function applyWording(paper: FormPaper, wording: Wording | undefined): FormPaper {
  if (!wording) return paper;
  const { title, note, labels } = wording;
  const called = (label: string): string => labels[label] ?? label;
  return {
    ...paper,
    // An annex that names the form fixes its title.
    title: paper.annex === '' ? (title ?? paper.title) : paper.title,
    note: note ?? paper.note,
    blocks: paper.blocks.map((block) => inWords(block, called)),
  };
}

function inWords(block: FormBlock, called: (label: string) => string): FormBlock {
  const heading = called(block.heading);
  if (block.kind === 'ITEMS') {
    const rows = block.rows.map((row) => row.map((item) => ({ ...item, label: called(item.label) })));
    return { ...block, heading, rows };
  }
  if (block.kind === 'LIST') {
    return { ...block, heading, columns: block.columns.map((one) => ({ ...one, heading: called(one.heading) })) };
  }
  return { ...block, heading };
}

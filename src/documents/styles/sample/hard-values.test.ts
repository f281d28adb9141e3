/** 难排的内容: the longest names, rare characters and gaps, on every paper that leaves the printer. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { type PrintedText, readPdf, textOf } from '../../../../tests/read-pdf.ts';
import { openPrinter, type PrintData } from '../../printing/typst-printer.ts';
import { codesOf, demandedOf } from '../own/demanded.ts';
import { PAPER_IDS, type PaperId } from '../styled-papers.ts';
import { sampleOf } from './sample-of.ts';
import { samplePerson } from './sample-person.ts';

const printer = openPrinter();
after(() => printer.close());

/** Sixty characters, some of them outside the basic plane. */
const LONGEST = `${'古丽巴哈尔·'.repeat(9)}𫖯䶮㛃𬭊𫍯𬀩`;
/** Everybody who stands in a sample. */
const PEOPLE = Array.from({ length: 140 }, (_, number) => samplePerson(number).name).sort(
  (one, other) => other.length - one.length,
);

/** The data with another text in place of some; keys, pictures and codes stay. */
function withTexts(data: PrintData, instead: (text: string) => string): PrintData {
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return instead(value);
    if (Array.isArray(value)) return value.map(changed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, changed(one)]));
  };
  return { ...data, papers: data.papers.map((paper) => changed(paper) as object) };
}

async function printed(id: PaperId, instead: (text: string, data: PrintData) => string) {
  const sample = await sampleOf(id, 0);
  const data = withTexts(sample.data, (text) => instead(text, sample.data));
  const { pdf, missingGlyphs } = await printer.printPdf(sample.template, data);
  const { pages, sizes } = await readPdf(pdf);
  const demanded = demandedOf(sample.template, data);
  return { pages, sizes, missingGlyphs, demanded, text: pages.map(textOf).join('') };
}

const isInside = ({ x, y, right }: PrintedText, [width, height]: [number, number]): boolean =>
  x >= 2 && right <= width - 2 && y >= 2 && y <= height - 1;

test('names of sixty characters with rare ones are printed whole and stay on the sheet', async () => {
  assert.equal([...LONGEST].length, 60);
  let papersWithNames = 0;
  for (const id of PAPER_IDS) {
    const named = (text: string) => PEOPLE.reduce((all, name) => all.replaceAll(name, LONGEST), text);
    const { pages, sizes, missingGlyphs, demanded, text } = await printed(id, named);
    assert.deepEqual(missingGlyphs, [], id);
    const lacking = demanded.filter(({ value }) => !text.includes(value.replace(/\s/g, '')));
    assert.deepEqual(lacking, [], id);
    const outside = pages.flatMap((page, at) => page.filter((piece) => !isInside(piece, sizes[at]!)));
    assert.deepEqual(outside, [], id);
    if (text.includes(LONGEST)) papersWithNames++;
  }
  assert.ok(papersWithNames > PAPER_IDS.length / 2, `only ${papersWithNames} papers name anybody`);
});

test('where nothing is recorded the paper has room to write, and no word of the machine', async () => {
  for (const id of PAPER_IDS) {
    const sample = await sampleOf(id, 0);
    const codes = new Set(codesOf(sample.data).map(({ value }) => value));
    const gone = new Set(
      demandedOf(sample.template, sample.data).flatMap(({ value }) => (codes.has(value) ? [] : value)),
    );
    const { text, pages, demanded } = await printed(id, (one) => (gone.has(one) ? '' : one));
    assert.ok(pages.length > 0 && text.length > 5, id);
    assert.doesNotMatch(text, /undefined|null|NaN|none|\[object/, id);
    for (const { label, value } of demanded) if (codes.has(value)) assert.ok(text.includes(value), `${id} ${label}`);
  }
});

/** 样例: our own templates say all that is demanded of a template, so what they leave to an authority can be kept to. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readBack } from '../../printing/guarded/read-back.ts';
import { ownSheet, SHEETS, styleFor } from '../../printing/sheet.ts';
import { openPrinter } from '../../printing/typst-printer.ts';
import { demandedOf } from '../own/demanded.ts';
import { PAPER_IDS, styledPaper } from '../styled-papers.ts';
import { sampleOf } from './sample-of.ts';

const printer = openPrinter();
after(() => printer.close());

async function lackingOf(id: (typeof PAPER_IDS)[number], number: number, change: object = {}): Promise<string[]> {
  const { template, data } = await sampleOf(id, number);
  const look = styleFor(template, { ...ownSheet(template), ...change });
  const { pdf, missingGlyphs } = await printer.printPdf(template, { ...data, style: { look } });
  assert.deepEqual(missingGlyphs, [], id);
  const { text, links } = await readBack(pdf);
  assert.equal(links, 0, id);
  const demanded = demandedOf(template, data);
  assert.ok(demanded.length > 3, `${id} demands next to nothing`);
  return demanded.filter(({ value }) => !text.includes(value.replace(/\s/g, ''))).map(({ label }) => label);
}

test('every paper of ours prints all that is demanded of it', async () => {
  for (const id of PAPER_IDS) assert.deepEqual(await lackingOf(id, 0), [], id);
});

test('so it does on small and wide sheets, with larger text', async () => {
  for (const id of PAPER_IDS) {
    const { flows } = SHEETS[styledPaper(id).template];
    if (!flows) continue;
    const proof = id === 'proof-of-registration';
    const change = id.endsWith('roster') || proof ? { size: 'K16', landscape: !proof } : { size: 'A5', body: 12 };
    assert.deepEqual(await lackingOf(id, 7, change), [], id);
  }
});

test('two samples have no name, number or code in common', async () => {
  for (const id of PAPER_IDS) {
    const [one, other] = await Promise.all([0, 611].map((number) => sampleOf(id, number)));
    const values = (of: typeof one) =>
      new Set(
        demandedOf(of!.template, of!.data)
          .filter(({ label }) => /姓名|号|核验码/.test(label) && !/^序号|日期/.test(label))
          .map(({ value }) => value),
      );
    const shared = [...values(one)].filter((value) => values(other).has(value) && value.length > 2);
    assert.deepEqual(
      shared.filter((value) => !/级/.test(value)),
      [],
      id,
    );
  }
});

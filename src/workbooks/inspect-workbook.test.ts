import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type HostileWorkbook, hostileWorkbooks } from '../../tests/workbooks/hostile-workbooks.ts';
import { PLAIN_ROWS, rawSheet, rawWorkbook } from '../../tests/workbooks/raw-workbooks.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inspectWorkbook } from './inspect-workbook.ts';
import { BULK_LIMITS } from './workbook-limits.ts';

const hostile = hostileWorkbooks();

test('every hostile or mistaken upload is refused with less than a second of work, with a sentence that says what to do', async (t) => {
  for (const { name, bytes, sentence } of hostile) {
    await t.test(name, async () => {
      const begun = process.cpuUsage();
      await assert.rejects(inspectWorkbook(bytes), (error) => {
        assert.ok(error instanceof Refusal, String(error));
        assert.match(error.code, /^(UNSUITABLE_FILE|TOO_LARGE)$/);
        assert.match(error.message, sentence);
        assert.match(error.message, /请/);
        return true;
      });
      // Work, not time: a busy machine makes an answer wait, it does not make it dearer.
      assert.ok(process.cpuUsage(begun).user < 1_000_000);
    });
  }
});

test('a server that inspects the whole corpus from files stays small', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
  try {
    const paths = hostile.map(({ bytes }: HostileWorkbook, index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const program = `
      import { inspectWorkbook } from ${JSON.stringify(new URL('./inspect-workbook.ts', import.meta.url).href)};
      let refused = 0, slowest = 0, most = 0;
      for (const path of ${JSON.stringify(paths)}) {
        const begun = process.cpuUsage();
        await inspectWorkbook(path).catch(() => refused++);
        slowest = Math.max(slowest, process.cpuUsage(begun).user / 1000);
        most = Math.max(most, process.memoryUsage.rss());
      }
      console.log(JSON.stringify({ refused, slowest, megabytes: most / 1e6 }));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    const { refused, slowest, megabytes } = JSON.parse(output);
    assert.equal(refused, hostile.length);
    assert.ok(slowest < 1000, `${slowest} ms`);
    assert.ok(megabytes < 160, `${megabytes} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('inspection counts the rows and filled cells of each sheet and knows the hidden ones', async () => {
  const { sheets } = await inspectWorkbook(
    rawWorkbook({ hiddenRows: '<row r="7"><c r="A7"><v>1</v></c><c r="B7" s="1"/></row>' }),
  );
  assert.deepEqual(sheets, [
    { name: '学生', hidden: false, rows: 2, lastRow: 2, filledCells: 4 },
    { name: '统计', hidden: true, rows: 1, lastRow: 7, filledCells: 1 },
  ]);
});

test('what only looks dangerous is let in: mail links, drop-downs, a boastful dimension, comments in the XML', async () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const after =
    '<dataValidations count="1"><dataValidation sqref="A1:A9"><formula1>字典!$A$1:$A$9</formula1></dataValidation></dataValidations>' +
    '<extLst><ext><x14:dataValidation xmlns:x14="x"><xm:f xmlns:xm="y">字典!$A$1</xm:f></x14:dataValidation></ext></extLst>';
  const workbook = rawWorkbook({
    sheet: rawSheet(`<!-- <f>1+1</f> -->${PLAIN_ROWS}`, '<dimension ref="A1:XFD1048576"/>', after),
    sheetRelationships: `<Relationship Id="rId1" Type="${office}/hyperlink" Target="mailto:office@example.com" TargetMode="External"/>`,
  });
  const { sheets } = await inspectWorkbook(workbook);
  assert.equal(sheets[0]?.filledCells, 4);
});

test('empty cells beside filled ones are let in up to four for one', async () => {
  const limits = { ...BULK_LIMITS, emptyCells: 10 };
  const row = (number: number, empty: number) => {
    const cells = Array.from({ length: empty }, (_, i) => `<c r="${String.fromCharCode(66 + i)}${number}"/>`);
    return `<row r="${number}"><c r="A${number}"><v>1</v></c>${cells.join('')}</row>`;
  };
  await inspectWorkbook(rawWorkbook({ rows: row(1, 14) }), limits);
  await assert.rejects(inspectWorkbook(rawWorkbook({ rows: row(1, 15) }), limits), /大片设了格式/);
});

test('a file that is not there is a fault of the server and no refusal', async () => {
  await assert.rejects(inspectWorkbook('/nowhere/at/all.xlsx'), { code: 'ENOENT' });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import { Refusal } from '../kernel/refusal.ts';
import type { SheetRow } from './cell.ts';
import { readRows } from './read-rows.ts';

const FILES = 1000;

test(`of ${FILES} files with changed bytes each is refused or read exactly as it was`, async (t) => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  t.diagnostic(`seed ${seed}`);
  const chance = chanceFrom(seed);
  const original = await aRoster();
  const whole = JSON.stringify(await read(original));
  let refused = 0;
  for (let file = 0; file < FILES; file++) {
    const bytes = changed(original, chance);
    try {
      assert.equal(JSON.stringify(await read(bytes)), whole, `seed ${seed}, file ${file}`);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      assert.ok(
        error instanceof Refusal,
        `seed ${seed}, file ${file}: ${error instanceof Error ? error.stack : error}`,
      );
      refused++;
    }
  }
  assert.ok(refused > FILES / 2, `only ${refused} refused, seed ${seed}`);
});

async function read(bytes: Uint8Array): Promise<SheetRow[]> {
  const { rows } = await readRows(bytes, { headings: { required: ['姓名', '证件号'] } });
  const all: SheetRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

async function aRoster(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('学生');
  sheet.addRow(['姓名', '证件号', '出生日期', '身高']);
  for (let i = 0; i < 30; i++)
    sheet.addRow([`王小${i}`, `41102320160123${1000 + i}`, new Date(Date.UTC(2016, 0, 1 + i)), 110 + i / 10]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** One to eight bytes set anew; now and then a piece is cut out, doubled, or the end is lost. */
function changed(original: Uint8Array, chance: (below: number) => number): Uint8Array {
  const bytes = Uint8Array.from(original);
  const at = chance(bytes.length);
  const piece = 1 + chance(64);
  const kind = chance(20);
  if (kind === 0) return bytes.subarray(0, at);
  if (kind === 1) return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + piece)]);
  if (kind === 2) return Uint8Array.from([...bytes.subarray(0, at + piece), ...bytes.subarray(at)]);
  for (let i = 0; i <= chance(8); i++) bytes[chance(bytes.length)] = chance(256);
  return bytes;
}

/** The same numbers for the same seed. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

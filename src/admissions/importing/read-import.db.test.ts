import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type AdmittingCounty, admittingCounty } from '../../../tests/admitting-county.ts';
import { childRow, childRows, type Row, uploadOf, workbookOf } from '../../../tests/entrant-rows.ts';
import { makeProgressBell } from './progress.ts';
import { readImport } from './read-import.ts';
import { resumeImports } from './resume-imports.ts';
import { uploadWorkbook } from './upload-workbook.ts';

let county: AdmittingCounty;
let sent: { name: string; data: Record<string, unknown> }[] = [];
const bell = makeProgressBell();

before(async () => {
  county = await admittingCounty();
});
after(() => county.close());
beforeEach(() => {
  sent = [];
});

const send = async (name: string, _key: string, data: Record<string, unknown>) => {
  sent.push({ name, data });
};

const upload = async (rows: readonly Row[], school = county.schools[0]) => {
  const registrar = school.actor('SCHOOL_REGISTRAR');
  return (await uploadWorkbook(county.services, registrar, uploadOf(await workbookOf(rows)), send)).id;
};

const read = (id: string, beforeKeeping: () => void = () => {}) =>
  readImport(county.services, bell, id, new AbortController().signal, { beforeKeeping });

const stateOf = async (id: string) =>
  (
    await county.run('select state, rows_done, rows_total, rows_red, rows_amber, failure from imports where id = $1', [
      id,
    ])
  ).rows[0] as Record<string, unknown>;

test('a workbook becomes entrants of the school that sent it', async () => {
  const id = await upload(childRows(1_234));
  assert.deepEqual(sent, [{ name: 'read-import', data: { importId: id } }]);
  await read(id);
  assert.deepEqual(await stateOf(id), {
    state: 'CHECKED',
    rows_done: 1_234,
    rows_total: 1_234,
    rows_red: 0,
    rows_amber: 0,
    failure: null,
  });
});

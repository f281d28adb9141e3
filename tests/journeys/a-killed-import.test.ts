/**
 * 断电: the server is killed at random moments while it reads a register of 8,000 children. It starts again and reads on by
 * itself; what it has then is what an undisturbed reading of the same workbook has.
 *
 *     KILLS=20 ROWS=20000 npm test -- tests/journeys/a-killed-import     more of them
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { childRows, workbookOf } from '../entrant-rows.ts';
import { type Caller, runProduct } from '../running.ts';

const ROWS = Number(process.env['ROWS'] ?? 8_000);
const KILLS = Number(process.env['KILLS'] ?? 5);
/** About a third of an undisturbed reading: some kills meet its beginning, some its middle, some its end. */
const LONGEST_WAIT_MS = ROWS * 0.075;
const PORT = 18_090;

const product = await runProduct({ students: 400, port: PORT });
after(() => product.close());
const bytes = await workbookOf(childRows(ROWS));
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

test(`killed at ${KILLS} moments (KILL_SEED=${seed}), an import ends with the rows of an undisturbed one`, async () => {
  const random = chance(seed);
  const disturbed = [await upload(await product.signIn('muzhilu.jingban'))];
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(random() * LONGEST_WAIT_MS);
    await product.kill();
    await product.start();
    const registrar = await product.signIn('muzhilu.jingban');
    // Every kill shall meet a reading: where one has come to its end, the next begins.
    if ((await stateOf(registrar, disturbed.at(-1)!)) === 'CHECKED') disturbed.push(await upload(registrar));
  }
  const registrar = await product.signIn('muzhilu.jingban');
  await untilChecked(registrar, disturbed.at(-1)!);
  const quiet = await upload(registrar);
  await untilChecked(registrar, quiet);

  const client = new pg.Client({ connectionString: await product.databaseUrl() });
  await client.connect();
  try {
    const wanted = await digestOf(client, quiet);
    assert.equal(wanted.rows, ROWS);
    for (const id of disturbed) assert.deepEqual(await digestOf(client, id), wanted);
  } finally {
    await client.end();
  }
});

async function upload(registrar: Caller): Promise<string> {
  const { id } = await registrar.upload<{ id: string }>('/api/admissions/imports', '名册.xlsx', bytes);
  return id;
}

async function untilChecked(registrar: Caller, id: string): Promise<void> {
  for (;;) {
    const state = await stateOf(registrar, id);
    if (state === 'CHECKED') return;
    assert.ok(state === 'QUEUED' || state === 'READING', `the import is ${state}`);
    await sleep(200);
  }
}

async function stateOf(registrar: Caller, id: string): Promise<string> {
  return (await registrar.get<{ state: string }>(`/api/admissions/imports/${id}`)).state;
}

/** Everything of an import's rows but what differs by nature: ids, times, and what is sealed under them. */
async function digestOf(client: pg.Client, importId: string): Promise<{ rows: number; digest: string }> {
  const { rows } = await client.query<{ rows: string; digest: string }>(
    `select count(*) as rows, md5(string_agg(md5(row(row_no, state, stage, grade, intake_year, class_group_id, name, pinyin,
       gender, born_on, identity_type, encode(identity_hash, 'hex'), details, findings, red, amber, mended)::text), ''
       order by row_no)) as digest
     from entrants where import_id = $1`,
    [importId],
  );
  return { rows: Number(rows[0]!.rows), digest: rows[0]!.digest };
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Numbers in [0, 1) from a seed (mulberry32). */
function chance(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyPieces } from './copy-text.ts';

const written = async (rows: Iterable<unknown[]> | AsyncIterable<unknown[]>): Promise<Buffer[]> => {
  const pieces: Buffer[] = [];
  for await (const piece of copyPieces(rows)) pieces.push(piece);
  return pieces;
};
const textOf = async (rows: unknown[][]) => Buffer.concat(await written(rows)).toString();

test('every kind of value is written as COPY reads it', async () => {
  const at = new Date('2026-09-01T02:00:00.000Z');
  const row = ['王浩', 7, true, null, undefined, Buffer.from([0, 255]), at, { field: 'name' }];
  assert.equal(
    await textOf([row, ['次行']]),
    '王浩\t7\ttrue\t\\N\t\\N\t\\\\x00ff\t2026-09-01T02:00:00.000Z\t{"field":"name"}\n次行\n',
  );
});

test('what would end a value, a row or the data is escaped', async () => {
  assert.equal(await textOf([['a\tb\nc\rd\\e', '\\.', '']]), 'a\\tb\\nc\\rd\\\\e\t\\\\.\t\n');
  assert.equal(await textOf([[['一', '二\n三']]]), '["一","二\\\\n三"]\n');
});

test('rows of any size come out whole, in pieces, whether they are awaited or not', async () => {
  const rows = Array.from({ length: 300 }, (_, row) => [row, '𬴃'.repeat(row * 7), Buffer.alloc(row * 40, row)]);
  const expected = rows
    .map(([row, text, bytes]) => `${row}\t${text}\t\\\\x${(bytes as Buffer).toString('hex')}\n`)
    .join('');
  const pieces = await written(rows);
  assert.ok(pieces.length > 10);
  assert.equal(Buffer.concat(pieces).toString(), expected);
  const awaited = async function* () {
    yield* rows;
  };
  assert.equal(Buffer.concat(await written(awaited())).toString(), expected);
  assert.deepEqual(await written([]), []);
});

test('a piece that was taken is not written over by the next', async () => {
  const pieces = await written(Array.from({ length: 200 }, (_, row) => ['x'.repeat(1_000), row]));
  const numbers = Buffer.concat(pieces)
    .toString()
    .trim()
    .split('\n')
    .map((line) => Number(line.split('\t')[1]));
  assert.deepEqual(
    numbers,
    Array.from({ length: 200 }, (_, row) => row),
  );
});

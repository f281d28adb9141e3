/** 导入: a workbook of 100,000 rows from the upload to checked entrants, against a bare read and a bare COPY of it. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { streamXlsxRows } from 'hucre/xlsx';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { childRows, USUAL_COLUMNS, workbookOf } from '../tests/entrant-rows.ts';
import { runProduct } from '../tests/running.ts';
import { type Line, seconds, timed } from './measure.ts';

const ROWS = 100_000;

/** Imports once and takes both ceilings from the same bytes in the same run. */
export async function measureImport(): Promise<Line[]> {
  const bytes = await workbookOf(childRows(ROWS));
  console.error(`  workbook of ${(bytes.length / 1e6).toFixed(0)} MB`);
  const installation = await runProduct({ students: 1_000, port: 18_084 });
  try {
    const read = await timed(() => bareRead(bytes));
    const databaseUrl = await installation.databaseUrl();
    const copied = await timed(() => bareCopy(databaseUrl, read.result));
    read.result.length = 0;
    const school = await installation.signIn('muzhilu.jingban');
    const imported = await timed(async () => {
      const { id } = await school.upload<{ id: string }>('/api/admissions/imports', '名册.xlsx', bytes);
      for (;;) {
        const { state, rows } = await school.get<{ state: string; rows: number }>(`/api/admissions/imports/${id}`);
        if (state === 'CHECKED') return rows;
        if (state === 'FAILED') throw new Error('the import failed');
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    });
    const bare = read.seconds + copied.seconds;
    return [
      {
        what: `import of ${imported.result} rows × ${USUAL_COLUMNS.length} columns, upload to checked; server at most ${await installation.peakMb()} MB`,
        measured: seconds(imported.seconds),
        ceiling: `${seconds(read.seconds)} bare read + ${seconds(copied.seconds)} bare COPY`,
        ratio: (imported.seconds / bare).toFixed(2),
        aim: '≤ 3',
      },
    ];
  } finally {
    await installation.close();
  }
}

/** Every cell as text, by the library alone. */
async function bareRead(bytes: Uint8Array): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of streamXlsxRows(bytes)) rows.push(row.values.map((value) => String(value ?? '')));
  return rows;
}

/** The same cells into a table without anything on it but its key. */
async function bareCopy(url: string, rows: readonly string[][]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const width = USUAL_COLUMNS.length;
    const columns = Array.from({ length: width }, (_, place) => `c${place} text`).join(', ');
    await client.query(`create table bare_rows (id integer primary key, ${columns})`);
    const target = client.query(copyFrom('copy bare_rows from stdin'));
    const lines = rows.map(
      (row, id) => `${[id, ...Array.from({ length: width }, (_, at) => row[at] ?? '')].join('\t')}\n`,
    );
    await pipeline(Readable.from(lines), target);
    await client.query('drop table bare_rows');
  } finally {
    await client.end();
  }
}

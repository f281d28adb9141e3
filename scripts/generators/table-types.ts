/** 表类型: TypeScript types of every table, read from a freshly migrated database. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Cli } from 'kysely-codegen';
import { testDatabase } from '../../tests/database.ts';

/** Dates stay text and JSON unknown, as src/db/database.ts reads them; the types of transactions are text. */
const TYPES = { int8: 'number', date: 'string', xid8: 'string', jsonb: 'unknown', json: 'unknown' };

/** The text of src/db/tables.ts. */
export async function tableTypes(): Promise<string> {
  const { ownerUrl, drop } = await testDatabase();
  try {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'xueji-types-')), 'tables.ts');
    await new Cli().generate({
      url: ownerUrl,
      dialect: 'postgres',
      outFile: file,
      typeOnlyImports: true,
      dateParser: 'string',
      numericParser: 'number',
      excludePattern: 'kysely_*',
      typeMapping: TYPES,
      logLevel: 'silent',
    });
    return await readFile(file, 'utf8');
  } finally {
    await drop();
  }
}

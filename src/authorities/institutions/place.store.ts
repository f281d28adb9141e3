/** 行政区划存取: names of places and the chain of places above one. */
import type { Transaction } from '../../db/transaction.ts';
import { levelOf, type PlaceLevel, pathOf } from '../../kernel/place-codes.ts';

export interface Place {
  code: string;
  name: string;
  parentCode: string | null;
}

/** The name of a place as people say it there: 长葛市. */
export async function findPlaceName(tx: Transaction, code: string): Promise<string | undefined> {
  const row = await tx.sql.selectFrom('places').select('name').where('code', '=', code).executeTakeFirst();
  return row?.name;
}

/** Writes the places that are not there yet, higher ones first. */
export async function insertPlaces(tx: Transaction, places: readonly Place[]): Promise<void> {
  await tx.sql
    .insertInto('places')
    .values(
      places.map(({ code, name, parentCode }) => ({
        code,
        name,
        level: levelOf(code),
        parent_code: parentCode,
        path: pathOf(code),
      })),
    )
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

/** The codes of all places of a level that are known here. */
export async function listPlaceCodes(tx: Transaction, level: PlaceLevel): Promise<string[]> {
  const rows = await tx.sql.selectFrom('places').select('code').where('level', '=', level).execute();
  return rows.map(({ code }) => code);
}

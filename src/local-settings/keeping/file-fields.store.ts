/** 归档自设项存取: what authorities want in the students' files of their place beside what the law lists. */
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { FileFieldItem, Notice } from '../local-setting.ts';

export interface FileField extends Omit<FileFieldItem, 'kind'> {
  placeCode: string;
  /** The authority that has set it. */
  placeName: string;
  placePath: string;
  notice: Notice;
  from: CivilDate;
  caseId: string;
}

const fieldsOn = (tx: Transaction, day: CivilDate) =>
  tx.sql
    .selectFrom('local_settings as s')
    .innerJoin('institutions as i', (join) =>
      join.onRef('i.place_code', '=', 's.place_code').on('i.kind', '=', 'AUTHORITY'),
    )
    .select(['s.place_code', 's.value', 's.notice', 's.valid_from', 's.case_id', 'i.name', 'i.path'])
    .where('s.name', 'like', 'file-field-%')
    .where('s.valid_from', '<=', day)
    .where((or) => or.or([or('s.valid_to', 'is', null), or('s.valid_to', '>', day)]))
    .orderBy('s.place_code')
    .orderBy('s.valid_from')
    .orderBy('s.name');

type Rows = Awaited<ReturnType<ReturnType<typeof fieldsOn>['execute']>>;

const asFields = (rows: Rows): FileField[] =>
  rows.map((row) => ({
    ...(row.value as unknown as FileFieldItem),
    ...{ placeCode: row.place_code, placeName: row.name, placePath: row.path, notice: row.notice as unknown as Notice },
    ...{ from: row.valid_from as CivilDate, caseId: row.case_id },
  }));

/** Those that the authorities of a chain have set and that hold on the day, ended ones too; the highest place first. */
export const listFileFields = async (tx: Transaction, chain: readonly string[], day: CivilDate): Promise<FileField[]> =>
  asFields(
    await fieldsOn(tx, day)
      .where('s.place_code', 'in', [...chain])
      .execute(),
  );

/** 备案: the same of everybody under a path, for the authority above. */
export async function listFileFieldsBelow(tx: Transaction, path: string, day: CivilDate): Promise<FileField[]> {
  const { lo, hi } = rangeOf(path);
  return asFields(await fieldsOn(tx, day).where('i.path', '>', lo).where('i.path', '<', hi).execute());
}

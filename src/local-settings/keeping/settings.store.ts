/** 地方设定存取. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  type Notice,
  type NoticeItem,
  nameOf,
  type SettingData,
  type SettingItem,
  type SettingPlace,
} from '../local-setting.ts';

export interface SettingRow {
  placeCode: string;
  item: SettingItem;
  notice: Notice;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  caseId: string;
  setAt: Date;
}

/** The settings of a place, newest first. */
export async function listSettings(tx: Transaction, placeCode: string): Promise<SettingRow[]> {
  const rows = await tx.sql
    .selectFrom('local_settings')
    .selectAll()
    .where('place_code', '=', placeCode)
    .orderBy('valid_from', 'desc')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    placeCode: row.place_code,
    item: row.value as unknown as SettingItem,
    notice: row.notice as unknown as Notice,
    validFrom: row.valid_from as CivilDate,
    validTo: row.valid_to as CivilDate | null,
    caseId: row.case_id,
    setAt: row.set_at,
  }));
}

/** A setting with the authority that has set it. */
export interface PlacedSetting {
  place: SettingPlace;
  item: SettingItem;
  notice: Notice;
  from: CivilDate;
  to: CivilDate | null;
}

/** Everything that any authority of the node has set. */
export async function listAllSettings(tx: Transaction): Promise<PlacedSetting[]> {
  const { rows } = await sql<{
    place_code: string;
    item: SettingItem;
    notice: Notice;
    valid_from: CivilDate;
    valid_to: CivilDate | null;
    name: string;
    short_name: string;
  }>`
    select s.place_code, s.value as item, s.notice, s.valid_from, s.valid_to, i.name, i.short_name
    from local_settings s
    join institutions i on i.place_code = s.place_code and i.kind = 'AUTHORITY'
    order by s.place_code, s.name, s.valid_from`.execute(tx.sql);
  return rows.map(({ place_code, item, notice, valid_from, valid_to, name, short_name }) => ({
    place: { placeCode: place_code, name, shortName: short_name },
    item,
    notice,
    from: valid_from,
    to: valid_to,
  }));
}

/** Names among these that already have a value from the day on or later: a new one could only overwrite it. */
export async function listSetFrom(
  tx: Transaction,
  placeCode: string,
  names: readonly string[],
  from: CivilDate,
): Promise<{ name: string; validFrom: CivilDate }[]> {
  const rows = await tx.sql
    .selectFrom('local_settings')
    .select(['name', 'valid_from'])
    .where('place_code', '=', placeCode)
    .where('name', 'in', [...names])
    .where('valid_from', '>=', from)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({ name: row.name, validFrom: row.valid_from as CivilDate }));
}

/** Keeps the items; what held under the same name ends on the day on which the new value begins. */
export async function insertSettings(
  tx: Transaction,
  placeCode: string,
  { items, notice, from, to }: SettingData,
  by: { caseId: string; accountId: string },
): Promise<void> {
  const names = items.map(nameOf);
  await tx.sql
    .updateTable('local_settings')
    .set({ valid_to: from })
    .where('place_code', '=', placeCode)
    .where('name', 'in', names)
    .where('valid_from', '<', from)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .execute();
  await tx.sql
    .insertInto('local_settings')
    .values(
      items.map((item) => ({
        place_code: placeCode,
        name: nameOf(item),
        valid_from: from,
        valid_to: to ?? null,
        value: JSON.stringify(item),
        notice: JSON.stringify(notice),
        case_id: by.caseId,
        set_by: by.accountId,
        set_at: tx.now,
      })),
    )
    .execute();
}

export interface LocalNotice {
  placeCode: string;
  matter: string;
  says: string;
  notice: Notice;
  from: CivilDate;
}

/** 本地通知: what the authorities of a chain have said of matters that holds on the day, the highest place first. */
export async function listNotices(tx: Transaction, chain: readonly string[], day: CivilDate): Promise<LocalNotice[]> {
  const rows = await tx.sql
    .selectFrom('local_settings')
    .select(['place_code', 'value', 'notice', 'valid_from'])
    .where('place_code', 'in', [...chain])
    .where('name', 'like', 'notice-%')
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('place_code')
    .orderBy('name')
    .execute();
  return rows.map((row) => {
    const { matter, says } = row.value as unknown as NoticeItem;
    return {
      placeCode: row.place_code,
      matter,
      says,
      notice: row.notice as unknown as Notice,
      from: row.valid_from as CivilDate,
    };
  });
}

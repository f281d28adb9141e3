/** 自设项: which further fields stand in the files of a school on a day, set by the authorities above it. */
import type { Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { chainOf } from '../../../kernel/place-codes.ts';
import { type FileField, listFileFields } from '../../../local-settings/index.ts';

export interface FieldInForce extends FileField {
  /** Place and title: by it values are kept. */
  key: string;
}

export const keyOfField = ({ placeCode, title }: Pick<FileField, 'placeCode' | 'title'>): string =>
  `${placeCode} ${title}`;

/** Ended ones left out, the highest authority's first. */
export async function fieldsInForce(
  tx: Transaction,
  { placeCode }: Pick<Institution, 'placeCode'>,
  day: CivilDate,
): Promise<FieldInForce[]> {
  const fields = await listFileFields(tx, chainOf(placeCode), day);
  return fields.filter(({ ended }) => !ended).map((field) => ({ ...field, key: keyOfField(field) }));
}

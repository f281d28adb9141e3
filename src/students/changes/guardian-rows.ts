/** 家庭成员存放: the members of a family as their rows hold them, and the keys by which one family is found again. */
import type { Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { isIdentityNumber } from '../identity/identity-number.ts';
import { matchKeysOf } from '../matching/match-keys.ts';
import { replaceKeys } from '../matching/matching.store.ts';
import type { Guardian } from '../record/student-record.ts';
import type { HeldRecord } from '../view/read-record.ts';
import { type GuardianRow, replaceGuardians } from './items.store.ts';

type Seals = Pick<Services, 'cipher' | 'index'>;

/** A family member as its row holds it. */
export function guardianRow(
  { cipher, index }: Seals,
  studentId: string,
  guardian: Guardian,
  ordinal: number,
): GuardianRow {
  const { name = '', relation = '', isGuardian = false, ...rest } = guardian;
  const { identityNumber, phone } = guardian;
  return {
    ordinal,
    name,
    relation,
    isGuardian,
    sealed: cipher.seal('guardians', studentId, rest),
    numberHash: identityNumber ? index.blindIndex('guardian-number', identityNumber) : null,
    phoneHash: phone ? index.blindIndex('guardian-phone', phone) : null,
  };
}

/** Writes the family anew, and with it the keys of the duplicate check that are made from it (MOE-6.3). */
export async function keepGuardians(
  tx: Transaction,
  services: Seals,
  { row, record, plainPinyin }: HeldRecord,
  guardians: readonly Guardian[],
): Promise<void> {
  const rows = guardians.map((guardian, ordinal) => guardianRow(services, row.id, guardian, ordinal));
  await replaceGuardians(tx, row.id, row.path, rows);
  const { identityNumber, bornOn } = record;
  if (!bornOn) throw new Error('a registered student without a birthday');
  const keys = matchKeysOf(services.index, {
    plainPinyin,
    bornOn,
    residentNumber: identityNumber && isIdentityNumber(identityNumber) ? identityNumber : null,
    guardians: guardians.map((one) => ({ number: one.identityNumber ?? null, phone: one.phone ?? null })),
  });
  await replaceKeys(tx, row.id, keys);
}

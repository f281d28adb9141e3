/** 关键数据存取: one version ends, the next begins; the claim on the identity goes along. */
import type { Transaction } from '../../../db/transaction.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';

export interface KeyDataVersion {
  studentId: string;
  version: number;
  path: string;
  name: string;
  pinyin: string;
  gender: string;
  bornOn: CivilDate;
  identityType: string;
  identityHash: Buffer | null;
  sealed: Buffer;
  caseId: string;
  from: CivilDate;
}

/** Ends the open version on the day on which the new one begins. Whoever else changes it waits here, and finds it ended. */
export async function nextVersion(tx: Transaction, one: KeyDataVersion): Promise<void> {
  await tx.sql
    .updateTable('key_data')
    .set({ valid_to: one.from })
    .where('student_id', '=', one.studentId)
    .where('valid_to', 'is', null)
    .execute();
  await tx.sql
    .insertInto('key_data')
    .values({
      student_id: one.studentId,
      version: one.version,
      path: one.path,
      name: one.name,
      pinyin: one.pinyin,
      gender: one.gender,
      born_on: one.bornOn,
      identity_type: one.identityType,
      identity_hash: one.identityHash,
      sealed: one.sealed,
      case_id: one.caseId,
      valid_from: one.from,
    })
    .execute();
}

/**
 * 占用转移: takes the new identity for the student and lets the old one go, which was wrong and may be another child's.
 * False, and nothing let go, where somebody holds the new one: the primary key decides between two at once (MOE-6.2).
 */
export async function moveIdentity(
  tx: Transaction,
  { studentId, caseId }: { studentId: string; caseId: string },
  { from, to }: { from: Buffer | null; to: Buffer | null },
): Promise<boolean> {
  if (to) {
    const won = await tx.byKey
      .insertInto('identities')
      .values({ identity_hash: to, student_id: studentId, claimed_by: caseId, claimed_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('student_id')
      .executeTakeFirst();
    if (!won) return false;
  }
  if (from) {
    await tx.byKey
      .deleteFrom('identities')
      .where('identity_hash', '=', from)
      .where('student_id', '=', studentId)
      .execute();
  }
  return true;
}

/** What the roster shows and searches of key data. */
export interface RosterKeyData {
  name: string;
  plainPinyin: string;
  initials: string;
  gender: string;
  bornOn: CivilDate;
  identityMasked: string;
  identityTail: number | null;
}

/** Writes it into the student's row, where there is one. */
export async function setRosterKeyData(
  tx: Transaction,
  { county, studentId }: { county: string; studentId: string },
  shown: RosterKeyData,
): Promise<void> {
  await tx.sql
    .updateTable('roster')
    .set({
      name: shown.name,
      plain_pinyin: shown.plainPinyin,
      initials: shown.initials,
      gender: shown.gender,
      born_on: shown.bornOn,
      identity_masked: shown.identityMasked,
      identity_tail: shown.identityTail,
    })
    .where('county', '=', county)
    .where('student_id', '=', studentId)
    .execute();
}

/** 关键数据恢复: the version before a change becomes the newest one; its identity is claimed again, its keys are made anew. */
import type { Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { isIdentityNumber } from '../../identity/identity-number.ts';
import { matchKeysOf } from '../../matching/match-keys.ts';
import { replaceKeys } from '../../matching/matching.store.ts';
import { type StudentItems, type StudentRecord, selectItems } from '../../record/student-record.ts';
import { readRecord } from '../../view/read-record.ts';
import { listKeyData } from '../../view/student.store.ts';
import { setItems } from '../items.store.ts';
import { moveIdentity, nextVersion } from '../key-data/key-data.store.ts';
import { PLACED_ELSEWHERE } from '../placed-elsewhere.ts';

type KeyDataRow = Awaited<ReturnType<typeof listKeyData>>[number];

/**
 * Ends the newest version and begins one equal to `former`, under the case that had set it. Refuses CONFLICT where somebody
 * else has come to hold the former identity. The row of the roster is the caller's to write anew.
 */
export async function restoreKeyData(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  former: KeyDataRow,
): Promise<void> {
  const studentId = former.student_id;
  const now = (await listKeyData(tx, studentId)).at(-1)!;
  const [from, to] = [now.identity_hash, former.identity_hash];
  const differ = from && to ? !from.equals(to) : from !== to;
  if (differ && !(await moveIdentity(tx, { studentId, caseId: former.case_id }, { from, to }))) {
    throw refuse('CONFLICT', { what: '变更前的证件号现由另一名学生使用，不能撤销；请两校按问题学籍核办' });
  }
  await nextVersion(tx, {
    studentId,
    version: now.version + 1,
    path: now.path,
    name: former.name,
    pinyin: former.pinyin,
    gender: former.gender,
    bornOn: former.born_on as CivilDate,
    identityType: former.identity_type,
    identityHash: to,
    sealed: former.sealed,
    caseId: former.case_id,
    from: dayOf(tx.now),
  });
  await renewKeys(tx, services, studentId);
}

/** 查重键重算: writes the keys of a record from what it now holds. */
export async function renewKeys(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  studentId: string,
): Promise<void> {
  const { record, plainPinyin } = await readRecord(tx, services, studentId);
  const { identityNumber, bornOn, guardians } = record;
  const residentNumber = identityNumber && isIdentityNumber(identityNumber) ? identityNumber : null;
  const people = guardians.map((one) => ({ number: one.identityNumber ?? null, phone: one.phone ?? null }));
  const facts = { plainPinyin, bornOn: bornOn!, residentNumber, guardians: people };
  await replaceKeys(tx, studentId, matchKeysOf(services.index, facts));
}

/** Items beside the key data, such as the former name, as a change found them; what was empty then is empty again. */
export async function restoreItems(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  studentId: string,
  items: Partial<StudentItems>,
): Promise<void> {
  const { row, record } = await readRecord(tx, services, studentId);
  const next = Object.entries({ ...record, ...items }).filter(([, value]) => value !== undefined && value !== null);
  const kept = Object.fromEntries(next) as unknown as StudentRecord;
  const has = (classified: boolean) =>
    selectItems(kept, (field) => (field.classified === true) === classified && !PLACED_ELSEWHERE.has(field.key));
  const sealed = services.cipher.seal('students', studentId, { ...has(true), economy: record.economy });
  const { version } = row;
  await setItems(tx, studentId, { details: has(false), sealed, version, ethnicGroup: kept.ethnicGroup ?? '' });
}

/** 关键数据变更: what was decided becomes the record: a new version, the claim, the keys, the roster; the number stays. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record as leaveRow } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { announce } from '../../../feed/announce.store.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { maskIdentityNumber } from '../../identity/masking.ts';
import { replaceKeys } from '../../matching/matching.store.ts';
import { TAIL_DIGITS, tailIndexOf } from '../../numbers/number-index.ts';
import { selectItems } from '../../record/student-record.ts';
import { setItems } from '../items.store.ts';
import { PLACED_ELSEWHERE } from '../placed-elsewhere.ts';
import { changeOf } from '../update-items.ts';
import type { AssessedKeyData } from './assess-key-data.ts';
import { moveIdentity, nextVersion, setRosterKeyData } from './key-data.store.ts';

/** By which case. */
export interface KeyDataAct {
  id: string;
  number: string;
}

/**
 * Writes a sound change. False, and nothing of it may stay, where somebody holds the new identity number. The former name
 * is kept among the items (S6-5.c); registration numbers are never recomputed (MOE-5.2). Leaves CHANGE_KEY_DATA, which
 * names the items but no classified value.
 */
export async function changeKeyData(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  assessed: AssessedKeyData,
  act: KeyDataAct,
): Promise<boolean> {
  const { held, record, pinyin, identityHash, changed, before, after } = assessed;
  const { id, path, county } = held.row;
  const now = held.keyData.at(-1)!;
  const { name, gender, bornOn, identityType, identityNumber } = record;
  if (!name || !gender || !bornOn || !identityType) throw new Error('an unsound record reached the change of key data');
  const isOther = (one: Buffer | null, other: Buffer | null) => (one && other ? !one.equals(other) : one !== other);
  if (isOther(now.identity_hash, identityHash)) {
    const claim = { studentId: id, caseId: act.id };
    if (!(await moveIdentity(tx, claim, { from: now.identity_hash, to: identityHash }))) return false;
  }
  await nextVersion(tx, {
    studentId: id,
    version: now.version + 1,
    path: now.path,
    ...{ name, gender, bornOn, identityType, identityHash },
    pinyin: pinyin.marked,
    sealed: services.cipher.seal('key_data', id, { number: identityNumber ?? null, plainPinyin: pinyin.plain }),
    caseId: act.id,
    from: dayOf(tx.now),
  });
  await keepItems(tx, services, assessed);
  await replaceKeys(tx, id, assessed.keys);
  const shown = {
    ...{ name, gender, bornOn },
    plainPinyin: pinyin.plain,
    initials: pinyin.initials,
    identityMasked: identityNumber ? maskIdentityNumber(identityNumber) : '',
    identityTail: identityNumber ? tailIndexOf(services.index, identityNumber.slice(-TAIL_DIGITS)) : null,
  };
  await setRosterKeyData(tx, { county, studentId: id }, shown);
  await leaveRow(tx, asAuditActor(actor), {
    action: 'CHANGE_KEY_DATA',
    subjectKind: 'STUDENT',
    subjectId: id,
    path,
    detail: { case: act.number, changes: changed.map((item) => changeOf(item, before, after)) },
  });
  announce(tx, { kind: 'KEY_DATA_CHANGED', path, studentId: id, caseId: act.id, body: { items: changed } });
  return true;
}

/** Ethnic group, household place and former name lie among the other items. */
async function keepItems(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  { held, record, changed }: AssessedKeyData,
): Promise<void> {
  const formerName = changed.includes('name') ? { formerName: held.keyData.at(-1)!.name } : {};
  const { ethnicGroup, householdPlace, householdAddress } = record;
  const open = { ethnicGroup, householdPlace, householdAddress, ...formerName };
  const given = Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined));
  const next = { ...held.record, ...given };
  const details = selectItems(next, (field) => !field.classified && !PLACED_ELSEWHERE.has(field.key));
  const classified = selectItems(next, (field) => field.classified === true && !PLACED_ELSEWHERE.has(field.key));
  const { id, version } = held.row;
  const sealed = cipher.seal('students', id, { ...classified, economy: held.record.economy });
  await setItems(tx, id, { details, sealed, version, ethnicGroup: ethnicGroup ?? '' });
}

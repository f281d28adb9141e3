/** 关键数据变更核对: the record as it would be, everything found on it, and who it would then be taken for. */
import type { Services } from '../../../access/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { isIdentityNumber } from '../../identity/identity-number.ts';
import { pinyinOf } from '../../identity/pinyin.ts';
import { checkDuplicates, type DuplicateResult, type MatchSubject } from '../../matching/duplicate-check.ts';
import { identityHashOf, type MatchKey, matchKeysOf } from '../../matching/match-keys.ts';
import { checkRecord } from '../../record/check-record.ts';
import { studentFields } from '../../record/fields/form.ts';
import type { RecordFinding } from '../../record/finding.ts';
import { type RawRecord, rawOf } from '../../record/raw-values.ts';
import type { StudentRecord } from '../../record/student-record.ts';
import { type HeldRecord, readRecord } from '../../view/read-record.ts';
import { guardianRow } from '../guardian-rows.ts';
import { nameOf } from '../update-items.ts';

/** 关键数据 by item path, in the order of the form. */
export const KEY_DATA_PATHS: readonly string[] = studentFields
  .filter((field) => 'keyData' in field)
  .map(({ key }) => key);

/** 其他（无证件）, of the identity types. */
const WITHOUT_DOCUMENT = 'Z';

/** A change of key data, looked at from all sides; nothing is written. */
export interface AssessedKeyData {
  held: HeldRecord;
  before: RawRecord;
  after: RawRecord;
  record: StudentRecord;
  /** Paths whose value would be another. */
  changed: string[];
  /** On the changed items, and what the change brings up elsewhere. */
  findings: RecordFinding[];
  /** Undefined where nobody is met, or where something red must be mended first. */
  duplicates: DuplicateResult | undefined;
  pinyin: { marked: string; plain: string; initials: string };
  identityHash: Buffer | null;
  keys: readonly MatchKey[];
}

/** Refuses NOT_FOUND outside the caller's scope, BAD_INPUT for an item that is no key data. */
export async function assessKeyData(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  studentId: string,
  values: Readonly<Record<string, string>>,
): Promise<AssessedKeyData> {
  const paths = Object.keys(values);
  if (!paths.every((path) => KEY_DATA_PATHS.includes(path))) {
    throw refuse('BAD_INPUT', { what: '所填项目不是关键数据，请在学籍档案中直接修改' });
  }
  const held = await readRecord(tx, services, studentId);
  const context = { today: dayOf(tx.now) };
  const before = rawOf(held.record);
  const known = new Set(checkRecord(before, context).findings.map(nameOf));
  // Who has no document any more has no number either.
  const cleared = values['identityType'] === WITHOUT_DOCUMENT ? { identityNumber: '' } : {};
  const { record, findings } = checkRecord({ ...before, ...values, ...cleared }, context);
  const after = rawOf(record);
  const changed = KEY_DATA_PATHS.filter((path) => (after[path] ?? '') !== (before[path] ?? ''));
  const told = findings.filter((one) => paths.includes(one.field) || !known.has(nameOf(one)));
  const person = personOf(services, held, record);
  const isRed = told.some(({ severity }) => severity === 'red');
  const duplicates = isRed ? undefined : (await checkDuplicates(tx, services, [person.subject])).get(studentId);
  return { held, before, after, record, changed, findings: told, duplicates, ...person };
}

/** Who the record would say that this is: what the duplicate check compares and the tables keep. */
function personOf(services: Pick<Services, 'cipher' | 'index'>, held: HeldRecord, record: StudentRecord) {
  const { index } = services;
  const now = held.keyData.at(-1)!;
  const { name = now.name, bornOn = now.bornOn, gender = now.gender, identityType, identityNumber } = record;
  const spoken = pinyinOf(name);
  const same = name === now.name;
  const pinyin = {
    marked: same ? now.pinyin : spoken.pinyin,
    plain: same ? held.plainPinyin : spoken.plain,
    initials: spoken.initials,
  };
  const identityHash = identityType && identityNumber ? identityHashOf(index, identityType, identityNumber) : null;
  const residentNumber = identityNumber && isIdentityNumber(identityNumber) ? identityNumber : null;
  const guardians = record.guardians.map((one) => ({ number: one.identityNumber ?? null, phone: one.phone ?? null }));
  const keys = matchKeysOf(index, { plainPinyin: pinyin.plain, bornOn, residentNumber, guardians });
  const subject: MatchSubject = {
    id: held.row.id,
    ...{ name, gender, bornOn, residentNumber, identityHash, keys },
    plainPinyin: pinyin.plain,
    get guardianHashes() {
      const rows = record.guardians.map((guardian, ordinal) => guardianRow(services, held.row.id, guardian, ordinal));
      return rows.flatMap(({ numberHash, phoneHash }) =>
        [numberHash, phoneHash].flatMap((hash) => hash?.toString('hex') ?? []),
      );
    },
  };
  return { subject, pinyin, identityHash, keys };
}

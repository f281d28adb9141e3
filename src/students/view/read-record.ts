/** 学籍记录读取: one student's record put together from the tables where its parts are kept, classified values opened. */
import type { Services } from '../../access/index.ts';
import { classGroupName, gradeOf } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { Guardian, StudentRecord } from '../record/student-record.ts';
import {
  findClassGroup,
  getStudentRow,
  listGuardians,
  listKeyData,
  listNumbers,
  listRegistrations,
} from './student.store.ts';

/** Refuses NOT_FOUND outside the caller's scope. For the product's own work: what leaves it must be masked first. */
export async function readRecord(tx: Transaction, { cipher }: Pick<Services, 'cipher'>, id: string) {
  const row = await getStudentRow(tx, id);
  const keyData = await listKeyData(tx, id);
  const now = keyData.at(-1)!;
  const secret = cipher.open('key_data', id, now.sealed) as { number: string | null; plainPinyin: string };
  const registrations = await listRegistrations(tx, id);
  const open = registrations.find(({ valid_to }) => valid_to === null);
  const group = await findClassGroup(tx, id);
  const numbers = (await listNumbers(tx, id)).map((one) => ({
    kind: one.kind,
    number: cipher.open('numbers', id, one.sealed) as string,
    from: one.valid_from,
    to: one.valid_to,
  }));
  const guardians = (await listGuardians(tx, id)).map((one) => ({
    name: one.name,
    relation: one.relation,
    isGuardian: one.is_guardian,
    ...(cipher.open('guardians', id, one.sealed) as object),
  }));
  const { economy = {}, ...classified } = cipher.open('students', id, row.sealed) as Partial<StudentRecord>;
  const groupName = group && classGroupName(gradeOf(inCamel(group), dayOf(tx.now)), group.ordinal);
  const kept = {
    ...(row.details as object),
    ...classified,
    name: now.name,
    namePinyin: now.pinyin,
    gender: now.gender,
    bornOn: now.bornOn,
    identityType: now.identity_type,
    identityNumber: secret.number ?? undefined,
    registrationNumber: numbers.at(-1)?.number,
    grade: open && String(open.grade),
    classGroup: groupName,
    seatNo: group?.seat_no ?? undefined,
    studyMode: open?.study_mode,
    guardians: guardians as Guardian[],
    economy,
  };
  const present = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  return {
    row,
    keyData,
    registrations,
    open,
    group,
    groupName,
    numbers,
    plainPinyin: secret.plainPinyin,
    record: present as unknown as StudentRecord,
  };
}

/** What readRecord gives. */
export type HeldRecord = Awaited<ReturnType<typeof readRecord>>;

const inCamel = (group: { first_grade: number; intake_year: number }) => ({
  firstGrade: group.first_grade,
  intakeYear: group.intake_year,
});

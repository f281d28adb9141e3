/** 建立学籍: writes the records of newly registered students, set-based, in the caller's transaction. */
import type { NewRows, Transaction, Write } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Stage } from '../../policy/index.ts';
import { tellNumber } from '../numbers/tell-number.ts';
import { type ToldRegistration, tellBegun } from './registration/tell-registration.ts';

/** Everything that a registration writes for one student; classified values are already sealed. */
export interface NewStudent {
  id: string;
  path: string;
  county: string;
  schoolId: string;
  stage: Stage;
  grade: number;
  intakeYear: number;
  classGroupId: string | null;
  seatNo: number | null;
  studyMode: string;
  name: string;
  pinyin: { marked: string; plain: string; initials: string };
  gender: string;
  bornOn: CivilDate;
  ethnicGroup: string;
  identityType: string;
  identityHash: Buffer | null;
  identityMasked: string;
  identityTail: number | null;
  details: Record<string, unknown>;
  sealed: Buffer;
  keyDataSealed: Buffer;
  guardians: {
    ordinal: number;
    name: string;
    relation: string;
    isGuardian: boolean;
    sealed: Buffer;
    numberHash: Buffer | null;
    phoneHash: Buffer | null;
  }[];
  number: { kind: 'L' | 'G' | 'J'; sealed: Buffer; hash: Buffer; masked: string };
  duplicateKeys: { kind: string; hash: Buffer }[];
  photoId: string | null;
}

/** The act that registers: which case, from which day. */
export interface RegisteringAct {
  caseId: string;
  registeredOn: CivilDate;
  /** The numbers were taken before (claimNumbers); otherwise that is done here. */
  numbersClaimed?: boolean;
  /** Taken over as it stood somewhere before: it did not happen now, and followers hear nothing of it. */
  untold?: boolean;
}

/**
 * Writes students, key data, guardians, numbers, registrations, memberships, duplicate keys and roster rows; `alongside`
 * is written with them.
 * Fails with SQLSTATE 23505 or 23P01 where one of them already has a live registration or a number is taken: the
 * database keeps the promise of one person, one record (MOE-6.2), whatever the code above it did.
 */
export async function insertStudents(
  tx: Transaction,
  students: readonly NewStudent[],
  act: RegisteringAct,
  ...alongside: readonly Write[]
): Promise<void> {
  const registrations = students.map((one) => registrationRow(tx, one, act));
  await tx.together(...rowsOf(tx, students, act, registrations), ...alongside);
  if (!act.untold) tellRegistered(tx, students, registrations);
}

const registrationRow = (tx: Transaction, one: NewStudent, { caseId, registeredOn }: RegisteringAct) => ({
  student_id: one.id,
  id: tx.newId(),
  school_id: one.schoolId,
  path: one.path,
  county: one.county,
  stage: one.stage,
  grade: one.grade,
  intake_year: one.intakeYear,
  study_mode: one.studyMode,
  state: 'ENROLLED',
  begun_by: caseId,
  valid_from: registeredOn,
});

/** Each student's registration begins and gets its number. */
function tellRegistered(tx: Transaction, students: readonly NewStudent[], begun: readonly ToldRegistration[]): void {
  students.forEach((one, index) => {
    tellBegun(tx, begun[index]!);
    tellNumber(tx, { path: one.path, studentId: one.id, kind: one.number.kind });
  });
}

/** The rows of each table; students before what belongs to them. */
function rowsOf(
  tx: Transaction,
  students: readonly NewStudent[],
  act: RegisteringAct,
  registrations: readonly Record<string, unknown>[],
): NewRows[] {
  const { caseId, registeredOn, numbersClaimed = false } = act;
  const placed = students.filter(({ classGroupId }) => classGroupId);
  return [
    {
      into: 'students',
      rows: students.map((one) => ({
        id: one.id,
        path: one.path,
        county: one.county,
        details: JSON.stringify(one.details),
        sealed: one.sealed,
        photo_id: one.photoId,
        registered_by: caseId,
        registered_at: tx.now,
      })),
    },
    {
      into: 'key_data',
      rows: students.map((one) => ({
        student_id: one.id,
        version: 1,
        path: one.path,
        name: one.name,
        pinyin: one.pinyin.marked,
        gender: one.gender,
        born_on: one.bornOn,
        identity_type: one.identityType,
        identity_hash: one.identityHash,
        sealed: one.keyDataSealed,
        case_id: caseId,
        valid_from: registeredOn,
      })),
    },
    {
      into: 'guardians',
      rows: students.flatMap((one) =>
        one.guardians.map((guardian) => ({
          student_id: one.id,
          ordinal: guardian.ordinal,
          path: one.path,
          name: guardian.name,
          relation: guardian.relation,
          is_guardian: guardian.isGuardian,
          sealed: guardian.sealed,
          number_hash: guardian.numberHash,
          phone_hash: guardian.phoneHash,
        })),
      ),
    },
    {
      into: 'number_holders',
      rows: numbersClaimed ? [] : students.map((one) => ({ number_hash: one.number.hash, student_id: one.id })),
    },
    {
      into: 'numbers',
      rows: students.map((one) => ({
        student_id: one.id,
        ordinal: 1,
        path: one.path,
        kind: one.number.kind,
        sealed: one.number.sealed,
        number_hash: one.number.hash,
        issued_by: caseId,
        valid_from: registeredOn,
      })),
    },
    { into: 'registrations', rows: registrations },
    {
      into: 'class_memberships',
      rows: placed.map((one) => ({
        student_id: one.id,
        class_group_id: one.classGroupId,
        path: one.path,
        seat_no: one.seatNo,
        begun_by: caseId,
        valid_from: registeredOn,
      })),
    },
    {
      into: 'duplicate_keys',
      rows: students.flatMap((one) =>
        one.duplicateKeys.map(({ kind, hash }) => ({ key_hash: hash, student_id: one.id, kind })),
      ),
    },
    { into: 'roster', rows: students.map((one) => rosterRowOf(one, registeredOn)) },
  ];
}

/** The roster row of an open registration: what lists and search need, masked where classified. */
function rosterRowOf(one: NewStudent, registeredOn: CivilDate) {
  return {
    county: one.county,
    student_id: one.id,
    path: one.path,
    school_id: one.schoolId,
    class_group_id: one.classGroupId,
    stage: one.stage,
    grade: one.grade,
    intake_year: one.intakeYear,
    state: 'ENROLLED',
    study_mode: one.studyMode,
    name: one.name,
    plain_pinyin: one.pinyin.plain,
    initials: one.pinyin.initials,
    gender: one.gender,
    born_on: one.bornOn,
    ethnic_group: one.ethnicGroup,
    number_masked: one.number.masked,
    identity_masked: one.identityMasked,
    identity_tail: one.identityTail,
    seat_no: one.seatNo,
    photo_id: one.photoId,
    registered_on: registeredOn,
  };
}

/** Did a write fail because somebody has this identity, number or live registration already? Told by SQLSTATE alone. */
export function isConflict(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === '23505' || code === '23P01';
}

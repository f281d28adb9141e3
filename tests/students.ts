/**
 * 造学生: registered students for tests, written as a registration writes them, without the way through a case.
 *
 *     const [id] = await someStudents(app, { school, name: '李沐辰', classGroup: group });
 *     await someStudents(app, { school, name: '甲一' }, { school, name: '甲二', identityType: 'Z' });
 */
import type { Services } from '../src/access/index.ts';
import type { ClassGroup, Institution } from '../src/authorities/index.ts';
import { type CivilDate, civilDate, dayOf } from '../src/kernel/civil-date.ts';
import { newId } from '../src/kernel/ids.ts';
import { guardianRow } from '../src/students/changes/guardian-rows.ts';
import { PLACED_ELSEWHERE } from '../src/students/changes/placed-elsewhere.ts';
import { insertStudents, type NewStudent } from '../src/students/changes/register.store.ts';
import { makeIdentityNumber } from '../src/students/identity/identity-number.ts';
import { maskIdentityNumber, maskRegistrationNumber } from '../src/students/identity/masking.ts';
import { pinyinOf } from '../src/students/identity/pinyin.ts';
import { formalNumber, temporaryNumber, undocumentedNumber } from '../src/students/identity/registration-number.ts';
import { identityHashOf, matchKeysOf } from '../src/students/matching/match-keys.ts';
import { claimIdentities } from '../src/students/matching/matching.store.ts';
import { numberHashOf, TAIL_DIGITS, tailIndexOf } from '../src/students/numbers/number-index.ts';
import { checkRecord } from '../src/students/record/check-record.ts';
import { columns } from '../src/students/record/fields/form.ts';
import { type StudentRecord, selectItems } from '../src/students/record/student-record.ts';
import { nextNumber, writing } from './builders.ts';

export interface StudentWish {
  school: Institution;
  classGroup?: ClassGroup;
  seatNo?: number;
  name?: string;
  bornOn?: string;
  /** 居民身份证 where it is not given; Z for none. */
  identityType?: string;
  /** L, or J for who has no document. */
  number?: 'L' | 'G' | 'J';
  /** Where the registration stands; ENROLLED where it is not given. */
  state?: string;
  registeredOn?: string;
  /** Items by path, over the examples of the form. */
  raw?: Record<string, string>;
}

/** The third to fifth digits from the end: so many children share a place and a birthday at most. */
const SEQUENCES = 1_000;

/** Registers students; gives their ids in the same order. */
export async function someStudents({ services }: { services: Services }, ...wishes: StudentWish[]): Promise<string[]> {
  const made = wishes.map((wish) => newStudentOf(services, wish));
  await writing(services, async (tx) => {
    const caseId = newId();
    const claims = made.flatMap(({ id, identityHash }) =>
      identityHash ? [{ hash: identityHash, studentId: id, caseId }] : [],
    );
    await claimIdentities(tx, claims);
    for (const [place, student] of made.entries()) {
      const { registeredOn = '2026-09-01', state } = wishes[place]!;
      await insertStudents(tx, [student], { caseId, registeredOn: civilDate(registeredOn) });
      if (state) await tx.sql.updateTable('roster').set({ state }).where('student_id', '=', student.id).execute();
    }
  });
  return made.map(({ id }) => id);
}

function newStudentOf(services: Services, wish: StudentWish): NewStudent {
  const { school, classGroup, name = '李沐辰', bornOn = '2020-02-27', identityType = '1' } = wish;
  const id = newId();
  const sequence = nextNumber() % SEQUENCES;
  const number = makeIdentityNumber({ area: school.placeCode, bornOn: civilDate(bornOn), sequence });
  const gender = sequence % 2 === 1 ? '1' : '2';
  const identityNumber = wish.raw?.['identityNumber'] ?? (identityType === '1' ? number : '');
  const record = recordOf(services, { ...wish.raw, name, bornOn, gender, identityType, identityNumber });
  const held = record.identityNumber ?? null;
  const pinyin = pinyinOf(name);
  const kind = wish.number ?? (held ? 'L' : 'J');
  const issued = issuedNumber(kind, { number, areaCode: school.placeCode, bornOn: civilDate(bornOn), sequence });
  const { cipher, index } = services;
  const has = (classified: boolean) =>
    selectItems(record, (field) => (field.classified === true) === classified && !PLACED_ELSEWHERE.has(field.key));
  return {
    id,
    path: school.path,
    county: school.county,
    schoolId: school.id,
    stage: classGroup?.stage ?? school.stages[0]!,
    grade: classGroup?.firstGrade ?? 1,
    intakeYear: classGroup?.intakeYear ?? 2026,
    classGroupId: classGroup?.id ?? null,
    seatNo: wish.seatNo ?? null,
    studyMode: record.studyMode ?? '1',
    name,
    pinyin: { marked: pinyin.pinyin, plain: pinyin.plain, initials: pinyin.initials },
    gender,
    bornOn: civilDate(bornOn),
    ethnicGroup: record.ethnicGroup ?? '',
    identityType,
    identityHash: held ? identityHashOf(index, identityType, held) : null,
    identityMasked: held ? maskIdentityNumber(held) : '',
    identityTail: held ? tailIndexOf(index, held.slice(-TAIL_DIGITS)) : null,
    details: has(false),
    sealed: cipher.seal('students', id, { ...has(true), economy: record.economy }),
    keyDataSealed: cipher.seal('key_data', id, { number: held, plainPinyin: pinyin.plain }),
    guardians: record.guardians.map((guardian, ordinal) => guardianRow(services, id, guardian, ordinal)),
    number: {
      kind,
      sealed: cipher.seal('numbers', id, issued),
      hash: numberHashOf(index, issued),
      masked: maskRegistrationNumber(issued),
    },
    duplicateKeys: matchKeysOf(index, {
      plainPinyin: pinyin.plain,
      bornOn: civilDate(bornOn),
      residentNumber: held,
      guardians: record.guardians.map((one) => ({ number: one.identityNumber ?? null, phone: one.phone ?? null })),
    }),
    photoId: null,
  };
}

/** The examples of the form with one guardian, and what the test says otherwise; must be sound. */
function recordOf({ now }: Services, raw: Record<string, string>): StudentRecord {
  const examples = columns.map(({ path, field }) => [path, path.startsWith('guardians.1.') ? '' : field.example]);
  const blank = { namePinyin: '', identityValidity: '', registrationNumber: '', schoolCode: '' };
  const { record, findings } = checkRecord(
    { ...Object.fromEntries(examples), ...blank, ...raw },
    { today: dayOf(now()) },
  );
  const red = findings.filter(({ severity }) => severity === 'red');
  if (red.length > 0) throw new Error(red.map(({ field, sentence }) => `${field} ${sentence}`).join('\n'));
  return record;
}

function issuedNumber(
  kind: 'L' | 'G' | 'J',
  { number, areaCode, bornOn, sequence }: { number: string; areaCode: string; bornOn: CivilDate; sequence: number },
): string {
  if (kind === 'G') return formalNumber(number);
  if (kind === 'J') return undocumentedNumber({ areaCode, bornOn, sequence });
  return temporaryNumber({ areaCode, bornOn, random: () => sequence });
}

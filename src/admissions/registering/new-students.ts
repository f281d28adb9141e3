/** 新生转为学生: an entrant's record taken apart into what each table of a student holds, classified values sealed. */
import type { Services } from '../../access/index.ts';
import type { Institution } from '../../authorities/index.ts';
import {
  guardianRow,
  maskIdentityNumber,
  maskRegistrationNumber,
  type NewStudent,
  PLACED_ELSEWHERE,
  selectItems,
  TAIL_DIGITS,
  tailIndexOf,
} from '../../students/index.ts';
import { type Assessed, subjectOf } from '../checking/assess.ts';
import type { IssuedNumber } from './registration-numbers.ts';

/** Takes one sound record apart. The record must have passed its check: name, gender, birthday and document are there. */
export function newStudentOf(
  services: Pick<Services, 'cipher' | 'index'>,
  school: Institution,
  one: Assessed,
  number: IssuedNumber,
  photoId: string | null,
): NewStudent {
  const { cipher, index } = services;
  const { id, record } = one;
  const { name, gender, bornOn, identityType, identityNumber } = record;
  if (!name || !gender || !bornOn || !identityType) throw new Error('an unsound record reached registration');
  const pinyin = one.pinyin;
  return {
    id,
    path: school.path,
    county: school.county,
    schoolId: school.id,
    stage: one.stage,
    grade: one.grade,
    intakeYear: one.intakeYear,
    classGroupId: one.classGroupId,
    seatNo: record.seatNo ?? null,
    studyMode: record.studyMode ?? '1',
    name,
    pinyin: { marked: record.namePinyin || pinyin.pinyin, plain: pinyin.plain, initials: pinyin.initials },
    gender,
    bornOn,
    ethnicGroup: record.ethnicGroup ?? '',
    identityType,
    identityHash: one.identityHash,
    identityMasked: identityNumber ? maskIdentityNumber(identityNumber) : '',
    identityTail: identityNumber ? tailIndexOf(index, identityNumber.slice(-TAIL_DIGITS)) : null,
    details: selectItems(record, (field) => !field.classified && !PLACED_ELSEWHERE.has(field.key)),
    sealed: cipher.seal('students', id, {
      ...selectItems(record, (field) => field.classified === true && !PLACED_ELSEWHERE.has(field.key)),
      economy: record.economy,
    }),
    keyDataSealed: cipher.seal('key_data', id, { number: identityNumber ?? null, plainPinyin: pinyin.plain }),
    guardians: record.guardians.map((guardian, ordinal) => guardianRow(services, id, guardian, ordinal)),
    number: {
      kind: number.kind,
      sealed: cipher.seal('numbers', id, number.number),
      hash: number.hash,
      masked: maskRegistrationNumber(number.number),
    },
    duplicateKeys: [...(subjectOf(services, one)?.keys ?? [])],
    photoId,
  };
}

/** 另有去处的信息项: items that have tables and columns of their own and are not kept among the details. */
import type { StudentItems } from '../record/student-record.ts';

export const PLACED_ELSEWHERE: ReadonlySet<keyof StudentItems> = new Set<keyof StudentItems>([
  'name',
  'namePinyin',
  'gender',
  'bornOn',
  'identityType',
  'identityNumber',
  'registrationNumber',
  'schoolCode',
  'seatNo',
  'grade',
  'classGroup',
  'studyMode',
  'photo',
]);

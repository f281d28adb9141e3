/** 另有去处的信息项: items that have tables and columns of their own and are not kept among the details. */
import type { Field } from '../record/fields/field.ts';
import type { StudentItems } from '../record/student-record.ts';

const BY_CASE = '关键数据，更正须办件';

/** The item → why it cannot be changed where the other items are. */
export const PLACED_ELSEWHERE: ReadonlyMap<string, string> = new Map<keyof StudentItems, string>([
  ['name', BY_CASE],
  ['namePinyin', '随姓名更正'],
  ['gender', BY_CASE],
  ['bornOn', BY_CASE],
  ['identityType', BY_CASE],
  ['identityNumber', BY_CASE],
  ['registrationNumber', '由系统编号'],
  ['schoolCode', '随学校登记'],
  ['seatNo', '分班时编排'],
  ['grade', '随升级和异动办件'],
  ['classGroup', '分班时编排'],
  ['studyMode', '随学籍登记'],
  ['photo', '在照片处更换'],
]);

/** Why an item of the student's cannot be changed item by item; null where it can. */
export function fixedBecause(field: Field): string | null {
  if (field.group === 'guardian' || field.group === 'economy') return null;
  return PLACED_ELSEWHERE.get(field.key) ?? (field.keyData ? BY_CASE : null);
}

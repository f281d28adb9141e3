/** 学校标识码: ten digits: two for the category, two for the province, six in sequence; given once and never again. */
import { refuse } from '../../../kernel/refusal.ts';
import type { SchoolType } from '../institution.store.ts';

/** 类别码 of each type of school; several types share one. */
const CATEGORIES: Record<SchoolType, string> = {
  PRIMARY: '21',
  TEACHING_POINT: '21',
  JUNIOR: '31',
  NINE_YEAR: '31',
  SENIOR: '34',
  COMPLETE_SECONDARY: '34',
  TWELVE_YEAR: '34',
  VOCATIONAL: '36',
  SPECIALIZED: '37',
  SPECIAL: '51',
};

export interface SchoolCodeFault {
  code: 'CODE_FORM' | 'CODE_CATEGORY' | 'CODE_PROVINCE';
  sentence: string;
  remedy: string;
}

/** What is wrong with a school's code for its type and place; empty where it fits. There is no check digit. */
export function schoolCodeFaults(code: string, type: SchoolType, placeCode: string): SchoolCodeFault[] {
  if (!/^\d{10}$/.test(code)) {
    const found = /^\d+$/.test(code) ? `现为${code.length}位` : '现有非数字';
    return [{ code: 'CODE_FORM', sentence: `学校标识码应为10位数字，${found}`, remedy: '对照教育部下发的代码填写' }];
  }
  const faults: SchoolCodeFault[] = [];
  const category = CATEGORIES[type];
  if (code.slice(0, 2) !== category) {
    const sentence = `前两位是类别码，此办学类型应为${category}，现为${code.slice(0, 2)}`;
    faults.push({ code: 'CODE_CATEGORY', sentence, remedy: '核对办学类型与学校标识码，改其中有误的一项' });
  }
  if (code.slice(2, 4) !== placeCode.slice(0, 2)) {
    const sentence = `第三、四位是省码，所在地应为${placeCode.slice(0, 2)}，现为${code.slice(2, 4)}`;
    faults.push({ code: 'CODE_PROVINCE', sentence, remedy: '核对所在行政区划与学校标识码' });
  }
  return faults;
}

/** Does a change of type keep the category, and so the code? Else the school gets another code: it is another school. */
export const sameCategory = (one: SchoolType, other: SchoolType): boolean => CATEGORIES[one] === CATEGORIES[other];

/** Refuses a code that does not fit. */
export function refuseUnfitCode(code: string, type: SchoolType, placeCode: string): void {
  const [fault] = schoolCodeFaults(code, type, placeCode);
  if (fault) throw refuse('BAD_INPUT', { what: `${fault.sentence}，请${fault.remedy}` });
}

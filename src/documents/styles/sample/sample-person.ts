/** 样例学生: invented people with numbers that hold, for papers that show what a sheet or a template looks like. Pure. */
import { addDays, type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import { formalNumber, makeIdentityNumber } from '../../../students/index.ts';
import { VERIFICATION_CODE_BYTES, verificationCode } from '../../issued/verification-code.ts';

export interface SamplePerson {
  name: string;
  sex: string;
  bornOn: CivilDate;
  identityNumber: string;
  registrationNumber: string;
  phone: string;
  code: string;
}

const SURNAMES = [...'林陈黄吴郑周何赵孙马'];
const FIRST = [...'芳沐若子雨浩思嘉明欣景'];
const SECOND = [...'磊辰溪墨桐然远怡轩妍行宁安'];
/** Names that are longer than most, so that a template is seen with one. */
const LONG = ['阿卜杜热合曼·买买提', '古丽巴哈尔·艾合买提', '帕提古丽·吐尔逊江'];
const PLACE = '411082';

/** Ten, eleven and thirteen share no divisor: people of 1,430 numbers in turn have different names. */
function nameOf(number: number): string {
  const of = (list: readonly string[]) => list[number % list.length] ?? '';
  return number % 7 === 3 ? `${of(LONG)}${of(FIRST)}${of(SECOND)}` : `${of(SURNAMES)}${of(FIRST)}${of(SECOND)}`;
}

/** The person of a number: other numbers, other values throughout. */
export function samplePerson(number: number): SamplePerson {
  const bornOn = addDays(civilDate('2013-09-01'), (number * 37) % 360);
  const sequence = 100 + ((number * 3) % 800);
  const identityNumber = makeIdentityNumber({ area: PLACE, bornOn, sequence });
  return {
    name: nameOf(number),
    sex: sequence % 2 === 1 ? '男' : '女',
    bornOn,
    identityNumber,
    registrationNumber: formalNumber(identityNumber),
    phone: `138${String(number * 7919)
      .padStart(8, '0')
      .slice(-8)}`,
    code: verificationCode(
      Uint8Array.from({ length: VERIFICATION_CODE_BYTES }, (_, at) => (number * 31 + at * 17) % 256),
    ),
  };
}

/** 样例学校 of a number. */
export const sampleSchool = (number: number) => ({
  schoolName: `样例市第${'一二三四五六七八九'[number % 9]}初级中学`,
  schoolCode: `3141${String(100001 + number)}`,
  authority: `样例市第${'一二三四五六七八九'[number % 9]}教育体育局`,
});

/** 证书文字: dates in Han numerals and the sentences that certificates are commonly worded in. Pure. */
import type { Outcome } from '../../../graduation/index.ts';
import { type CivilDate, partsOf } from '../../../kernel/civil-date.ts';
import type { Stage } from '../../../policy/index.ts';
import { CERTIFICATE_STAGES } from '../certificate.ts';

const DIGITS = [...'〇一二三四五六七八九'];
const digits = (number: number): string => [...String(number)].map((digit) => DIGITS[Number(digit)]).join('');

/** 1 to 31 as days and months are written: 十, 二十一. */
function counted(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? DIGITS[ones] : ''}`;
}

/** 二〇二七年六月二十一日 */
export function hanDay(day: CivilDate): string {
  const [year, month, date] = partsOf(day);
  return `${digits(year)}年${counted(month)}月${counted(date)}日`;
}

/** 二〇二四年九月 */
export function hanMonth(day: CivilDate): string {
  const [year, month] = partsOf(day);
  return `${digits(year)}年${counted(month)}月`;
}

const ENDINGS: Readonly<Record<Outcome, string>> = {
  GRADUATED: '修业期满，符合毕业条件，准予毕业',
  COMPLETED: '修业期满，未达到毕业条件，准予结业',
  LEFT_PARTIAL: '未读满修业年限，准予肄业',
};

/** What is said of a student on the paper. */
export interface Studied {
  stage: Stage;
  outcome: Outcome;
  studiedFrom: CivilDate;
  studiedTo: CivilDate;
}

/** 于二〇二四年九月至二〇二七年六月在我校初中学习，修业期满，符合毕业条件，准予毕业 */
export const studiedWords = ({ stage, outcome, studiedFrom, studiedTo }: Studied): string =>
  `于${hanMonth(studiedFrom)}至${hanMonth(studiedTo)}在我校${CERTIFICATE_STAGES[stage]}学习，${ENDINGS[outcome]}`;

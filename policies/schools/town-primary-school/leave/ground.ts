/** 休学情形: absent for three months or more without a break, from illness or another cause. */
import { addMonths, civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, rule, silent } from '../../../../src/policy/index.ts';

const away = {
  stage: 'PRIMARY',
  graduatingGrade: false,
  reason: 'ILLNESS',
  orderedBySchool: false,
} as const;
const absentSince = civilDate('2026-06-10');

/** Steps back where the province names the grounds. */
export const schoolLeaveGround = (basis: Citation) =>
  rule('leave')({
    id: 'leave-ground-of-school',
    title: '休学情形',
    basis,
    force: 'MUST',
    yields: true,
    parameters: { months: fixed(3, 'LARGER', '连续缺课达', '个月') },
    decide: ({ absentSince }, law, at) => {
      if (!absentSince) return silent;
      return at.day >= addMonths(absentSince, law.months) ? allow() : deny('TOO_SHORT');
    },
    sentences: {
      COMPLIES: '连续缺课达{months}个月以上，可办理休学',
      TOO_SHORT: '连续缺课未达{months}个月，不办理休学',
    },
    remedies: { TOO_SHORT: '办理请假；连续缺课达{months}个月的，再申请休学' },
    examples: [
      { name: 'for three months', on: civilDate('2026-09-10'), facts: { ...away, absentSince }, expect: 'COMPLIES' },
      { name: 'for a day less', on: civilDate('2026-09-09'), facts: { ...away, absentSince }, expect: 'TOO_SHORT' },
      { name: 'since when is not known', facts: away, expect: 'NONE' },
    ],
  });

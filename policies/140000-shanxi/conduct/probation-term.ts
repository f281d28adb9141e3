/** 留校察看期限: how long probation may last. */
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const probation = {
  stage: 'SENIOR',
  kind: 'PROBATION',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
} as const;

export const probationTerm = rule('discipline')({
  id: 'probation-term',
  title: '留校察看期限',
  basis: cite(rules, '第四十条', 'SX-40.3'),
  force: 'MUST',
  parameters: { months: fixed(12, 'SMALLER', '留校察看最长', '个月') },
  decide: ({ kind, probationMonths }, law) => {
    if (kind !== 'PROBATION' || probationMonths === undefined) return silent;
    return probationMonths > law.months ? deny('TOO_LONG', { probationMonths }) : allow();
  },
  sentences: {
    COMPLIES: '留校察看最长{months}个月，未超过',
    TOO_LONG: '留校察看最长{months}个月，拟定{probationMonths}个月',
  },
  remedies: { TOO_LONG: '把留校察看期限定在{months}个月以内' },
  examples: [
    { name: 'a year', facts: { ...probation, probationMonths: 12 }, expect: 'COMPLIES' },
    { name: 'a month more', facts: { ...probation, probationMonths: 13 }, expect: 'TOO_LONG' },
    { name: 'no term named', facts: probation, expect: 'NONE' },
    { name: 'a demerit has no term', facts: { ...probation, kind: 'DEMERIT', probationMonths: 13 }, expect: 'NONE' },
  ],
});

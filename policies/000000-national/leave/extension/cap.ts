/** 休学最长期限: how long a leave may last altogether, however often it is extended. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  type TimeLimit,
} from '../../../../src/policy/index.ts';
import { dayWords } from '../../../wording.ts';

const asked = {
  stage: 'JUNIOR',
  reason: 'ILLNESS',
  beganOn: civilDate('2025-09-01'),
  endsOn: civilDate('2026-09-01'),
} as const;

/** The rule for the text that caps it at two years. */
export const extensionCap = (basis: Citation) =>
  rule('leave-extension')({
    id: 'leave-extension-cap',
    title: '连续休学的最长期限',
    basis,
    force: 'MUST',
    parameters: { most: fixed<TimeLimit>({ months: 24 }, 'SHORTER', '连续休学最长') },
    decide: ({ beganOn, until }, law, at) => {
      const last = lastDayOf(beganOn, law.most, at.calendar);
      const facts = { most: limitWords(law.most), last: dayWords(last, beganOn) };
      return until > last ? deny('TOO_LONG', facts) : allow('COMPLIES', facts);
    },
    sentences: {
      COMPLIES: '连续休学最长{most}，到{last}为止',
      TOO_LONG: '连续休学最长{most}，到{last}为止，不能再延长到申请的日期',
    },
    remedies: { TOO_LONG: '到{last}为止办理复学；身体状况不允许的，凭医疗单位证明另行办理' },
    examples: [
      { name: 'to the last day', facts: { ...asked, until: civilDate('2027-09-01') }, expect: 'COMPLIES' },
      { name: 'a month less', facts: { ...asked, until: civilDate('2027-08-02') }, expect: 'COMPLIES' },
      { name: 'a day more', facts: { ...asked, until: civilDate('2027-09-02') }, expect: 'TOO_LONG' },
    ],
  });

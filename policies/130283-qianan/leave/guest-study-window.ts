/** 借读办理时间: at the beginning of the term; for how long that is, the county says. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  cite,
  deny,
  lastDayOf,
  leftOpen,
  limitWords,
  rule,
  silent,
  type TimeLimit,
} from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { system } from '../instruments.ts';

const guest = {
  stage: 'PRIMARY',
  graduatingGrade: false,
  reason: 'OTHER',
  gradeRegistered: 4,
  gradeThere: 4,
  secondRegistration: false,
} as const;
const twoWeeks = { window: { days: 14 } };
const termStart = civilDate('2026-09-01');

export const guestStudyWindow = rule('guest-study')({
  id: 'guest-study-window',
  title: '借读办理时间',
  basis: cite(system, '二、（三）2', 'S5-2.3.4'),
  force: 'MUST',
  parameters: { window: leftOpen<TimeLimit>('ONCE', '学期初办理借读的期限') },
  decide: ({ termStart }, law, at) => {
    if (!termStart) return silent;
    const last = lastDayOf(termStart, law.window, at.calendar);
    const facts = { within: limitWords(law.window), last: dayWords(last, at.day) };
    return at.day > last ? deny('TOO_LATE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '借读在学期初办理，开学{within}内，{last}截止',
    TOO_LATE: '借读应在学期初办理，开学{within}内，{last}已截止',
  },
  remedies: { TOO_LATE: '下学期初办理，本学期在学籍所在学校就读' },
  examples: [
    {
      name: 'on the last day',
      on: civilDate('2026-09-15'),
      with: twoWeeks,
      facts: { ...guest, termStart },
      expect: 'COMPLIES',
    },
    {
      name: 'a day later',
      on: civilDate('2026-09-16'),
      with: twoWeeks,
      facts: { ...guest, termStart },
      expect: 'TOO_LATE',
    },
    { name: 'the county has said nothing', facts: { ...guest, termStart }, expect: 'PARAMETER_NOT_SET' },
    { name: 'when the term began is not known', facts: guest, expect: 'NONE' },
  ],
});

/** 学籍核准: city and county confirm all registrations within a month of the beginning of the school year. */
import { civilDate, daysBetween } from '../../../src/kernel/civil-date.ts';
import { allow, cite, fixed, lastDayOf, limitWords, rule, type TimeLimit, weigh } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { rules } from '../instruments.ts';

const facts = { stage: 'PRIMARY', termStart: civilDate('2026-09-01') } as const;

export const rosterConfirmation = rule('roster-confirmation')({
  id: 'roster-confirmation',
  title: '学年学籍核准',
  basis: cite(rules, '第十二条', 'SX-12.8', 'SX-6.1.3'),
  force: 'MUST',
  parameters: {
    limit: fixed<TimeLimit>({ months: 1 }, 'SHORTER', '开学后核准学籍的期限'),
  },
  decide: ({ termStart, confirmedOn }, law, at) => {
    const dueOn = lastDayOf(termStart, law.limit, at.calendar);
    const daysLate = daysBetween(dueOn, confirmedOn);
    const shown = { within: limitWords(law.limit), dueOn, due: dayWords(dueOn, termStart), daysLate };
    return daysLate > 0 ? weigh('LATE', shown) : allow('COMPLIES', shown);
  },
  sentences: {
    COMPLIES: '开学{within}内核准学籍，{due}到期',
    LATE: '开学{within}内应核准学籍，{due}到期，已晚{daysLate}天',
  },
  remedies: { LATE: '写明迟办原因，照常核准' },
  examples: [
    {
      name: 'on the last day of the month',
      facts: { ...facts, confirmedOn: civilDate('2026-10-01') },
      expect: 'COMPLIES',
    },
    { name: 'one day later', facts: { ...facts, confirmedOn: civilDate('2026-10-02') }, expect: 'LATE' },
  ],
});

/** 建籍期限: is the student file built in time after entry? */
import { civilDate, daysBetween } from '../../../src/kernel/civil-date.ts';
import { allow, cite, fixed, lastDayOf, limitWords, rule, type TimeLimit, weigh } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

const enteredOn = civilDate('2026-09-01');
const fifteenDays = { limit: { days: 15 } };

/**
 * Lateness is the school's breach and never the child's loss: the file is still built, with the reason written down.
 * The same time limit is the term of everybody who holds a registration on its way.
 */
export const buildFile = rule('build-file')({
  id: 'build-file',
  title: '建立学籍档案的期限',
  basis: cite(measures, '第七条', 'MOE-7.1', 'MOE-4.1', 'MOE-4.3'),
  force: 'MUST',
  parameters: {
    limit: fixed<TimeLimit>({ months: 1 }, 'SHORTER', '入学后建立学籍档案的期限'),
  },
  decide: ({ enteredOn, submittedOn }, law, at) => {
    const dueOn = lastDayOf(enteredOn, law.limit, at.calendar);
    const daysLate = daysBetween(dueOn, submittedOn);
    const facts = { within: limitWords(law.limit), dueOn, due: dayWords(dueOn, enteredOn), daysLate };
    return daysLate > 0 ? weigh('LATE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '入学后{within}内建籍，{due}到期',
    LATE: '入学后{within}内应建籍，{due}到期，已晚{daysLate}天',
  },
  remedies: { LATE: '写明迟报原因，照常建籍' },
  examples: [
    {
      name: 'on the last day of the month',
      facts: { enteredOn, submittedOn: civilDate('2026-10-01') },
      expect: 'COMPLIES',
    },
    { name: 'one day after the month', facts: { enteredOn, submittedOn: civilDate('2026-10-02') }, expect: 'LATE' },
    {
      name: 'on the fifteenth day',
      with: fifteenDays,
      facts: { enteredOn, submittedOn: civilDate('2026-09-16') },
      expect: 'COMPLIES',
    },
    {
      name: 'on the sixteenth day',
      with: fifteenDays,
      facts: { enteredOn, submittedOn: civilDate('2026-09-17') },
      expect: 'LATE',
    },
    {
      name: 'a month from the last of January ends with February',
      facts: { enteredOn: civilDate('2026-01-31'), submittedOn: civilDate('2026-03-01') },
      expect: 'LATE',
    },
  ],
});

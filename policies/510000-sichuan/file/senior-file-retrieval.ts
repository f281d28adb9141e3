/** 高中调档: the senior school takes the file over from the junior school within a month of entry. */
import { addDays, civilDate, daysBetween } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  cite,
  deadline,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  silent,
  type TimeLimit,
  weigh,
} from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

const enteredOn = civilDate('2026-09-01');
const entered = { reason: 'STAGE_UP', stage: 'SENIOR', completedOn: enteredOn, enteredOn } as const;
const lastDay = civilDate('2026-10-01');

/** Asked of the receiving side: a file that has not been taken over is late from the day after. */
export const seniorFileRetrieval = rule('file-hand-over')({
  id: 'senior-file-retrieval',
  title: '普通高中调取学籍档案',
  basis: cite(measures, '第十八条', 'SC-18.1'),
  force: 'MUST',
  parameters: { limit: fixed<TimeLimit>({ months: 1 }, 'SHORTER', '高中入学后调取档案的期限') },
  decide: ({ reason, stage, enteredOn, handedOverOn }, law, at) => {
    if (reason !== 'STAGE_UP' || stage !== 'SENIOR' || !enteredOn || at.side === 'SENDING') return silent;
    const dueOn = lastDayOf(enteredOn, law.limit, at.calendar);
    const daysLate = daysBetween(dueOn, handedOverOn ?? at.day);
    const facts = { within: limitWords(law.limit), dueOn, due: dayWords(dueOn, enteredOn), daysLate };
    return daysLate > 0 ? weigh('LATE', facts) : allow('COMPLIES', facts);
  },
  requires: ({ reason, stage }, law, at) =>
    reason === 'STAGE_UP' && stage === 'SENIOR' && at.side !== 'SENDING'
      ? [deadline('RECEIVING_SCHOOL', '从初中毕业学校调取学籍档案', law.limit, '入学')]
      : [],
  sentences: {
    COMPLIES: '入学后{within}内调取学籍档案，{due}到期',
    LATE: '入学后{within}内应调取学籍档案，{due}到期，已晚{daysLate}天',
  },
  remedies: { LATE: '立即在系统中向初中毕业学校调档，写明迟办原因' },
  examples: [
    {
      name: 'on the last day',
      facts: { ...entered, handedOverOn: lastDay },
      expect: 'COMPLIES',
      requires: ['从初中毕业学校调取学籍档案（1个月内）'],
    },
    { name: 'one day later', facts: { ...entered, handedOverOn: addDays(lastDay, 1) }, expect: 'LATE' },
    { name: 'not taken over on the last day', on: lastDay, facts: entered, expect: 'COMPLIES' },
    { name: 'not taken over one day later', on: addDays(lastDay, 1), facts: entered, expect: 'LATE' },
    { name: 'into a junior school', facts: { ...entered, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
    { name: 'a transfer', facts: { ...entered, reason: 'TRANSFER' }, expect: 'NONE', requires: [] },
    { name: 'asked of the junior school', side: 'SENDING', facts: entered, expect: 'NONE', requires: [] },
  ],
});

/** 档案转接期限: until when the sending school has handed the file over. */
import { addDays, civilDate, daysBetween } from '../../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  deadline,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  silent,
  type TimeLimit,
  weigh,
} from '../../../../src/policy/index.ts';
import { dayWords } from '../../../wording.ts';

const completedOn = civilDate('2026-09-01');
const moved = { reason: 'TRANSFER', stage: 'PRIMARY', completedOn } as const;
const lastDay = civilDate('2026-10-01');

/** The rule for a text that sets a month. Asked of the sending side; a file that has not gone is late from the day after. */
export const handOverTerm = (basis: Citation) =>
  rule('file-hand-over')({
    id: 'hand-over-term',
    title: '学籍档案转接期限',
    basis,
    force: 'MUST',
    parameters: { limit: fixed<TimeLimit>({ months: 1 }, 'SHORTER', '转接手续办结后转出档案的期限') },
    decide: ({ completedOn, handedOverOn }, law, at) => {
      if (at.side === 'RECEIVING') return silent;
      const dueOn = lastDayOf(completedOn, law.limit, at.calendar);
      const daysLate = daysBetween(dueOn, handedOverOn ?? at.day);
      const facts = { within: limitWords(law.limit), dueOn, due: dayWords(dueOn, completedOn), daysLate };
      if (daysLate > 0) return weigh(handedOverOn ? 'LATE' : 'OVERDUE', facts);
      return allow(handedOverOn ? 'COMPLIES' : 'RUNNING', facts);
    },
    requires: (_facts, law, at) =>
      at.side === 'RECEIVING' ? [] : [deadline('SENDING_SCHOOL', '转出学籍档案', law.limit, '学籍转接手续办结')],
    sentences: {
      COMPLIES: '学籍档案在{due}前转出',
      RUNNING: '转接手续办结后{within}内转出档案，{due}到期',
      LATE: '转接手续办结后{within}内应转出档案，{due}到期，晚了{daysLate}天',
      OVERDUE: '转接手续办结后{within}内应转出档案，{due}到期，已晚{daysLate}天',
    },
    remedies: {
      LATE: '写明迟转原因，照常接续',
      OVERDUE: '请转出学校立即转出；仍不转出的，由主管部门责令改正',
    },
    examples: [
      { name: 'sent on the last day', facts: { ...moved, handedOverOn: lastDay }, expect: 'COMPLIES' },
      { name: 'sent one day later', facts: { ...moved, handedOverOn: addDays(lastDay, 1) }, expect: 'LATE' },
      { name: 'not sent on the last day', on: lastDay, facts: moved, expect: 'RUNNING' },
      { name: 'not sent one day later', on: addDays(lastDay, 1), facts: moved, expect: 'OVERDUE' },
      {
        name: 'what the sending school owes',
        facts: moved,
        expect: 'RUNNING',
        requires: ['转出学籍档案（1个月内）'],
      },
      { name: 'asked of the receiving side', side: 'RECEIVING', facts: moved, expect: 'NONE', requires: [] },
    ],
  });

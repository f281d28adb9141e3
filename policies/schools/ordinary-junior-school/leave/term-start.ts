/** 开学报到: who stays away when the term begins takes leave; for who does not within a month the school vouches for nothing. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  deny,
  fixed,
  lastDayOf,
  limitWords,
  rule,
  silent,
  type TimeLimit,
} from '../../../../src/policy/index.ts';

const away = { stage: 'JUNIOR', since: civilDate('2026-09-01'), atTermStart: true, askedLeave: false } as const;

export const termStart = (basis: Citation) =>
  rule('absence')({
    id: 'absence-at-term-start',
    title: '开学未报到',
    basis,
    force: 'MUST',
    parameters: { limit: fixed<TimeLimit>({ months: 1 }, 'NEVER', '未报到又未请假、学校不出证明的期限') },
    decide: ({ since, atTermStart, askedLeave }, law, at) => {
      if (!atTermStart) return silent;
      if (askedLeave) return allow('ON_LEAVE');
      const facts = { within: limitWords(law.limit) };
      return at.day > lastDayOf(since, law.limit, at.calendar) ? deny('NO_PROOF', facts) : deny('NO_LEAVE', facts);
    },
    sentences: {
      ON_LEAVE: '开学未报到，已办请假手续',
      NO_LEAVE: '开学因病因事不能按时报到的，应办请假手续',
      NO_PROOF: '开学超过{within}未到校又未请假，学校不出示任何证明',
    },
    remedies: {
      NO_LEAVE: '补办请假手续，尽快到校报到',
      NO_PROOF: '到校报到，补办请假手续后再开证明；转学、建籍所需的材料不受影响',
    },
    examples: [
      { name: 'with leave', facts: { ...away, askedLeave: true }, expect: 'ON_LEAVE' },
      { name: 'a month without leave', on: civilDate('2026-10-01'), facts: away, expect: 'NO_LEAVE' },
      { name: 'a day longer', on: civilDate('2026-10-02'), facts: away, expect: 'NO_PROOF' },
      { name: 'in mid-term', facts: { ...away, atTermStart: false }, expect: 'NONE' },
    ],
  });

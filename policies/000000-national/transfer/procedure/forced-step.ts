/** 强制办理: who may act for a party that lets its time pass. */
import { addDays, civilDate } from '../../../../src/kernel/civil-date.ts';
import { calendar } from '../../../../src/kernel/working-days.ts';
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

const since = civilDate('2026-09-21');

/** The authority above it or the registry itself, once the time has passed or the conditions were not kept; nobody else. */
export function forcedStep(basis: Citation, within: TimeLimit) {
  const due = lastDayOf(since, within, calendar);
  const idle = { by: 'HIGHER_AUTHORITY', since, againstConditions: false, special: false } as const;
  return rule('forced-step')({
    id: 'forced-step',
    title: '逾期不办的强制办理',
    basis,
    force: 'MUST',
    parameters: { within: fixed<TimeLimit>(within, 'SHORTER', '每一方办理的期限') },
    decide: ({ by, since, againstConditions }, law, at) => {
      if (by === 'COUNTERPART') return deny('NOT_ENTITLED');
      const dueOn = lastDayOf(since, law.within, at.calendar);
      const facts = { limit: limitWords(law.within), dueOn, due: dayWords(dueOn, at.day) };
      if (againstConditions) return allow('AGAINST_CONDITIONS');
      return at.day > dueOn ? allow('OVERDUE', facts) : deny('NOT_DUE', facts);
    },
    sentences: {
      OVERDUE: '{limit}内未办，{due}已到期，可以强制办理，并留痕',
      AGAINST_CONDITIONS: '未按规定条件办理，可以强制办理，并留痕',
      NOT_DUE: '期限{limit}，{due}到期，尚未逾期',
      NOT_ENTITLED: '只有上级教育行政部门或学籍系统可以强制办理',
    },
    remedies: {
      NOT_DUE: '到期仍未办理的，再强制办理；可先催办',
      NOT_ENTITLED: '报上级教育行政部门处理',
    },
    examples: [
      { name: 'on the last day', on: due, facts: idle, expect: 'NOT_DUE' },
      { name: 'one day later', on: addDays(due, 1), facts: idle, expect: 'OVERDUE' },
      { name: 'the registry itself', on: addDays(due, 1), facts: { ...idle, by: 'SYSTEM' }, expect: 'OVERDUE' },
      {
        name: 'against the conditions',
        on: since,
        facts: { ...idle, againstConditions: true },
        expect: 'AGAINST_CONDITIONS',
      },
      { name: 'the other school', on: addDays(due, 1), facts: { ...idle, by: 'COUNTERPART' }, expect: 'NOT_ENTITLED' },
    ],
  });
}

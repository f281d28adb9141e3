/** 久置办件: how long a case may lie with a school that was asked to mend it. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, lastDayOf, leftOpen, limitWords, rule, type TimeLimit } from '../../../src/policy/index.ts';
import { dayWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

const facts = { returnedOn: civilDate('2026-09-21') } as const;
const ten = { within: { workingDays: 10 } } as const;

/**
 * No text gives a number: the procedure of each change is left to the rules of a place (MOE-N2.2). Where none is set a
 * case lies as long as it lies.
 */
export const staleCase = rule('stale-case')({
  id: 'stale-case',
  title: '久置办件的撤回',
  basis: cite(measures, '通知二', 'MOE-N2.2'),
  force: 'MAY',
  parameters: { within: leftOpen<TimeLimit>('ONCE', '退回补正后多久不办即由系统撤回') },
  decide: ({ returnedOn }, law, at) => {
    const last = lastDayOf(returnedOn, law.within, at.calendar);
    const told = { limit: limitWords(law.within), lastDay: dayWords(last, at.day) };
    return at.day > last ? deny('STALE', told) : allow('WAITING', told);
  },
  sentences: {
    WAITING: '退回补正后{limit}内再提交，{lastDay}为最后一天',
    STALE: '退回补正后{limit}内未再提交，由系统撤回',
  },
  remedies: { STALE: '补正后重新提交申请' },
  examples: [
    { name: 'on the last day', on: civilDate('2026-10-12'), with: ten, facts, expect: 'WAITING' },
    { name: 'one day later', on: civilDate('2026-10-13'), with: ten, facts, expect: 'STALE' },
    { name: 'where nothing is set', on: civilDate('2027-10-13'), facts, expect: 'PARAMETER_NOT_SET' },
  ],
});

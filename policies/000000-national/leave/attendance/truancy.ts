/** 旷课: staying away without leave, or beyond the day to which leave was given. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, deny, fixed, type Requirement, rule } from '../../../../src/policy/index.ts';
import { dayWords } from '../../../wording.ts';

const away = { stage: 'JUNIOR', since: civilDate('2026-09-07'), atTermStart: false, askedLeave: true } as const;

interface Truancy {
  id?: string;
  basis: Citation;
  /** Does the text also count the days beyond the leave? */
  beyondLeave: boolean;
  afterwards?: readonly Requirement[];
  yields?: true;
}

/** The rule for the text that says so; the day asked about is the day on which the student is away. */
export const truancy = ({ id, basis, beyondLeave, afterwards = [], yields }: Truancy) =>
  rule('absence')({
    id: id ?? 'truancy',
    title: '旷课的认定',
    basis,
    force: 'MUST',
    ...(yields ? { yields } : {}),
    parameters: { beyondLeave: fixed(beyondLeave, 'NEVER', '超过准假期限也按旷课处理') },
    decide: ({ since, askedLeave, leaveUntil }, law, at) => {
      if (!askedLeave) return deny('WITHOUT_LEAVE', { since: dayWords(since, at.day) });
      if (!law.beyondLeave || !leaveUntil || at.day <= leaveUntil) return allow('ON_LEAVE');
      return deny('BEYOND_LEAVE', { until: dayWords(leaveUntil, at.day) });
    },
    requires: ({ askedLeave, leaveUntil }, law, at) =>
      !askedLeave || (law.beyondLeave && leaveUntil && at.day > leaveUntil) ? afterwards : [],
    sentences: {
      ON_LEAVE: '已办请假手续，不按旷课处理',
      WITHOUT_LEAVE: '{since}起未请假，按旷课处理',
      BEYOND_LEAVE: '准假到{until}为止，其后按旷课处理',
    },
    remedies: {
      WITHOUT_LEAVE: '学校与监护人联系；确有原因的，补办请假手续',
      BEYOND_LEAVE: '学校与监护人联系；仍不能到校的，续办请假手续',
    },
    examples: [
      {
        name: 'on the last day of the leave',
        facts: { ...away, leaveUntil: civilDate('2026-09-10') },
        expect: 'ON_LEAVE',
      },
      {
        name: 'a day later',
        with: { beyondLeave: true },
        facts: { ...away, leaveUntil: civilDate('2026-09-09') },
        expect: 'BEYOND_LEAVE',
        requires: afterwards.map(({ what }) => what),
      },
      {
        name: 'a day later, where the text does not speak of it',
        with: { beyondLeave: false },
        facts: { ...away, leaveUntil: civilDate('2026-09-09') },
        expect: 'ON_LEAVE',
        requires: [],
      },
      { name: 'with leave of no known end', facts: away, expect: 'ON_LEAVE' },
      { name: 'without leave', facts: { ...away, askedLeave: false }, expect: 'WITHOUT_LEAVE' },
    ],
  });

/** 旷课: after a month on end or 180 periods in a term, school, class teacher, family and community work together. */
import { addDays, civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, fixed, rule, silent, step, type TimeLimit } from '../../../../src/policy/index.ts';
import { truancyReaches } from '../../../000000-national/departure/truancy.ts';

const lastOfMonth = civilDate('2026-09-30');
const truant = { stage: 'JUNIOR', truantFrom: civilDate('2026-09-01'), dropout: false } as const;
const scattered = { stage: 'JUNIOR', truantPeriods: 180, dropout: false } as const;
const STEPS = ['做好学生工作', '通知家长和社区配合'];

export const truancyHelp = (basis: Citation) =>
  rule('dropout-report')({
    id: 'truancy-help',
    title: '旷课学生工作',
    basis,
    force: 'MUST',
    parameters: {
      span: fixed<TimeLimit>({ months: 1 }, 'SHORTER', '连续旷课'),
      periods: fixed(180, 'SMALLER', '学期内累计旷课', '节'),
    },
    decide: ({ truantFrom, truantPeriods }, law, at) => {
      if (truantFrom === undefined && truantPeriods === undefined) return silent;
      const long = truantFrom !== undefined && truancyReaches(truantFrom, law.span, at.calendar) <= at.day;
      return allow(long || (truantPeriods ?? 0) >= law.periods ? 'HELP_DUE' : 'NOT_YET');
    },
    requires: ({ truantFrom, truantPeriods }, law, at) => {
      const long = truantFrom !== undefined && truancyReaches(truantFrom, law.span, at.calendar) <= at.day;
      if (!long && (truantPeriods ?? 0) < law.periods) return [];
      return [step('CLASS_TEACHER', STEPS[0] ?? ''), step('SCHOOL', STEPS[1] ?? '')];
    },
    sentences: {
      HELP_DUE: '旷课已满一个月或{periods}节，班级和学校通知家长、社区共同做学生工作',
      NOT_YET: '旷课未满一个月，也未满{periods}节',
    },
    examples: [
      { name: 'a whole month', on: lastOfMonth, facts: truant, expect: 'HELP_DUE', requires: STEPS },
      { name: 'a day less', on: addDays(lastOfMonth, -1), facts: truant, expect: 'NOT_YET', requires: [] },
      { name: '180 periods', facts: scattered, expect: 'HELP_DUE' },
      { name: '179 periods', facts: { ...scattered, truantPeriods: 179 }, expect: 'NOT_YET' },
      { name: 'nobody is truant', facts: { stage: 'JUNIOR', dropout: false }, expect: 'NONE', requires: [] },
    ],
  });

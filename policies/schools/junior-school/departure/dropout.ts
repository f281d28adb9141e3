/** 辍学认定: fifteen days away without cause count as dropout; the class teacher visits, the principal reports at once. */
import { addDays, civilDate } from '../../../../src/kernel/civil-date.ts';
import { allow, type Citation, fixed, rule, silent, step, type TimeLimit } from '../../../../src/policy/index.ts';
import { truancyReaches } from '../../../000000-national/departure/truancy.ts';
import { dayWords } from '../../../wording.ts';

const from = civilDate('2026-09-07');
const fifteenth = civilDate('2026-09-21');
const truant = { stage: 'JUNIOR', truantFrom: from, dropout: false } as const;
const expired = { stage: 'JUNIOR', leaveEndedOn: addDays(from, -1), dropout: false } as const;
const STEPS = ['向校长报告，家访查明原因，敦促到校', '立即报告上级教育部门', '联合派出所依法责令监护人送学生复学'];

/** Calendar days, the first one counted: the text says 天. A leave that has ended counts from the day after. */
export const dropoutByAbsence = (basis: Citation) =>
  rule('dropout-report')({
    id: 'dropout-by-absence',
    title: '无故不到校视为辍学',
    basis,
    force: 'MUST',
    parameters: { span: fixed<TimeLimit>({ days: 15 }, 'SHORTER', '视为辍学的连续未到校时间') },
    decide: ({ stage, truantFrom, leaveEndedOn }, law, at) => {
      const first = truantFrom ?? (leaveEndedOn && addDays(leaveEndedOn, 1));
      if (stage === 'SENIOR' || !first) return silent;
      const fullOn = truancyReaches(first, law.span, at.calendar);
      return allow(fullOn <= at.day ? 'DROPPED_OUT' : 'NOT_YET', { due: dayWords(fullOn, at.day) });
    },
    requires: ({ stage, truantFrom, leaveEndedOn }, law, at) => {
      const first = truantFrom ?? (leaveEndedOn && addDays(leaveEndedOn, 1));
      if (stage === 'SENIOR' || !first || truancyReaches(first, law.span, at.calendar) > at.day) return [];
      const [visit = '', report = '', order = ''] = STEPS;
      return [step('CLASS_TEACHER', visit), step('PRINCIPAL', report), step('AUTHORITY', order)];
    },
    sentences: {
      DROPPED_OUT: '无故未到校已满规定天数，视为辍学',
      NOT_YET: '到{due}仍未到校的，视为辍学',
    },
    examples: [
      { name: 'the fifteenth day', on: fifteenth, facts: truant, expect: 'DROPPED_OUT', requires: STEPS },
      { name: 'the fourteenth', on: addDays(fifteenth, -1), facts: truant, expect: 'NOT_YET', requires: [] },
      { name: 'fifteen days after a leave', on: fifteenth, facts: expired, expect: 'DROPPED_OUT' },
      { name: 'fourteen days after a leave', on: addDays(fifteenth, -1), facts: expired, expect: 'NOT_YET' },
      { name: 'nobody is away', facts: { stage: 'JUNIOR', dropout: false }, expect: 'NONE', requires: [] },
      { name: 'senior is no question', facts: { ...truant, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
    ],
  });

/** 旷课告知: after a week of truancy the school tells the township, which orders the guardians. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, fixed, rule, silent, step, type TimeLimit } from '../../../src/policy/index.ts';
import { truancyReaches } from '../../000000-national/departure/truancy.ts';
import { dayWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

const friday = civilDate('2026-09-11');
const truant = { stage: 'JUNIOR', truantFrom: civilDate('2026-09-07'), dropout: false } as const;

/** A week of school is five school days: a student who has missed all of them is told of on the fifth. */
export const truancyNotice = rule('dropout-report')({
  id: 'truancy-notice',
  title: '连续旷课告知',
  basis: cite(measures, '第二十二条', 'SC-22.4'),
  force: 'MUST',
  parameters: { span: fixed<TimeLimit>({ workingDays: 5 }, 'SHORTER', '告知乡镇的连续旷课时间') },
  decide: ({ stage, truantFrom }, law, at) => {
    if (stage === 'SENIOR' || !truantFrom) return silent;
    const fullOn = truancyReaches(truantFrom, law.span, at.calendar);
    return allow(fullOn <= at.day ? 'TO_BE_TOLD' : 'NOT_YET', { due: dayWords(fullOn, at.day) });
  },
  requires: ({ stage, truantFrom }, law, at) => {
    if (stage === 'SENIOR' || !truantFrom) return [];
    if (truancyReaches(truantFrom, law.span, at.calendar) > at.day) return [step('SCHOOL', '及时与监护人联系')];
    return [
      step('SCHOOL', '告知户籍所在地或居住地乡镇人民政府（街道办事处）'),
      step('TOWNSHIP', '责令监护人送学生到校'),
    ];
  },
  sentences: {
    TO_BE_TOLD: '连续旷课已满一周，告知乡镇人民政府（街道办事处）',
    NOT_YET: '连续旷课到{due}满一周，仍未到校的告知乡镇人民政府（街道办事处）',
  },
  examples: [
    {
      name: 'Monday to Friday',
      on: friday,
      facts: truant,
      expect: 'TO_BE_TOLD',
      requires: ['告知户籍所在地或居住地乡镇人民政府（街道办事处）', '责令监护人送学生到校'],
    },
    {
      name: 'Tuesday to Friday',
      on: friday,
      facts: { ...truant, truantFrom: civilDate('2026-09-08') },
      expect: 'NOT_YET',
      requires: ['及时与监护人联系'],
    },
    { name: 'nobody is truant', on: friday, facts: { stage: 'JUNIOR', dropout: false }, expect: 'NONE' },
    { name: 'senior is no question', on: friday, facts: { ...truant, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
  ],
});

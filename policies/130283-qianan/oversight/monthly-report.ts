/** 学籍变动月报: monthly, primary schools through their township's central school. */
import { allow, cite, deny, rule, silent, step } from '../../../src/policy/index.ts';
import { system } from '../instruments.ts';

const month = { cycle: 'MONTH', stage: 'PRIMARY', sentBy: 'CENTRE_SCHOOL', unconfirmed: 0 } as const;

export const monthlyReport = rule('report')({
  id: 'monthly-report',
  title: '学籍变动月报',
  basis: cite(system, '三、2', 'S5-3.2.2'),
  force: 'MUST',
  parameters: {},
  decide: ({ cycle, stage, sentBy }) => {
    if (cycle !== 'MONTH') return silent;
    return stage === 'PRIMARY' && sentBy === 'SCHOOL' ? deny('NOT_BY_CENTRE') : allow();
  },
  requires: ({ cycle, stage }) => {
    if (cycle !== 'MONTH') return [];
    return stage === 'PRIMARY'
      ? [step('SCHOOL', '把本月变动报中心校'), step('CENTRE_SCHOOL', '汇总后月报')]
      : [step('SCHOOL', '月报学籍变动')];
  },
  sentences: {
    COMPLIES: '本月学籍变动已月报',
    NOT_BY_CENTRE: '小学的月报以镇乡中心校为单位，学校不单独上报',
  },
  remedies: { NOT_BY_CENTRE: '把本月变动报所在镇乡中心校，由中心校汇总上报' },
  examples: [
    {
      name: 'a primary school through its central school',
      facts: month,
      expect: 'COMPLIES',
      requires: ['把本月变动报中心校', '汇总后月报'],
    },
    { name: 'a primary school by itself', facts: { ...month, sentBy: 'SCHOOL' }, expect: 'NOT_BY_CENTRE' },
    {
      name: 'a junior school by itself',
      facts: { ...month, stage: 'JUNIOR', sentBy: 'SCHOOL' },
      expect: 'COMPLIES',
      requires: ['月报学籍变动'],
    },
    { name: 'a report of the term', facts: { ...month, cycle: 'TERM' }, expect: 'NONE', requires: [] },
  ],
});

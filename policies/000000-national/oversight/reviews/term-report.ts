/** 学期末上报: what goes up at the end of a term has been reviewed and confirmed. */
import {
  allow,
  type Citation,
  deny,
  fixed,
  paper,
  type Requirement,
  rule,
  type Stage,
  silent,
  step,
} from '../../../../src/policy/index.ts';

const report = { cycle: 'TERM', stage: 'SENIOR', sentBy: 'COUNTY', unconfirmed: 0 } as const;

/** The rule for a text that asks for it; `form` is the register of changes that schools hand in, in the stages named. */
export const termReport = (basis: Citation, form: string, stages: readonly Stage[]) => {
  const requirementsFor = (stage: Stage): readonly Requirement[] => [
    ...(stages.includes(stage) ? [paper('SCHOOL', form)] : []),
    step('AUTHORITY', '审核确认变动'),
    step('AUTHORITY', '向上级学籍主管部门呈报'),
  ];
  return rule('report')({
    id: 'term-report',
    title: '学期末学籍变动上报',
    basis,
    force: 'MUST',
    parameters: { unconfirmed: fixed(0, 'SMALLER', '上报时可留的未确认变动', '件') },
    decide: ({ cycle, unconfirmed }, law) => {
      if (cycle !== 'TERM') return silent;
      return unconfirmed > law.unconfirmed ? deny('UNCONFIRMED', { open: unconfirmed }) : allow();
    },
    requires: ({ cycle, stage }) => (cycle === 'TERM' ? requirementsFor(stage) : []),
    sentences: {
      COMPLIES: '本学期变动已审核确认，可以呈报',
      UNCONFIRMED: '还有{open}件变动未审核确认，不能呈报',
    },
    remedies: { UNCONFIRMED: '先审核确认全部变动，再呈报' },
    examples: [
      {
        name: 'everything is confirmed',
        facts: report,
        expect: 'COMPLIES',
        requires: requirementsFor('SENIOR').map(({ what }) => what),
      },
      { name: 'one change is not', facts: { ...report, unconfirmed: 1 }, expect: 'UNCONFIRMED' },
      { name: 'a monthly report', facts: { ...report, cycle: 'MONTH' }, expect: 'NONE', requires: [] },
      ...(['PRIMARY', 'JUNIOR'] as const).map((stage) => ({
        name: `papers of ${stage}`,
        facts: { ...report, stage },
        expect: 'COMPLIES',
        requires: requirementsFor(stage).map(({ what }) => what),
      })),
    ],
  });
};

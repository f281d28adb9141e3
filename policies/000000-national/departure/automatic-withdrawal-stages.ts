/** 自动退学学段: a student of compulsory age who stays away has dropped out, and never withdraws by that. */
import { cite, deny, fixed, rule, type Stage, silent } from '../../../src/policy/index.ts';
import { compulsoryEducationLaw } from '../instruments.ts';

const truant = { stage: 'SENIOR', contacts: 3, truantHours: 200 } as const;

/** Silent of the stage that may: whether the student stayed away long enough is for the place's own text. */
export const automaticWithdrawalStages = rule('automatic-withdrawal')({
  id: 'automatic-withdrawal-stages',
  title: '自动退学的学段',
  basis: cite(compulsoryEducationLaw, '第十一条', 'MOE-1.1'),
  force: 'MUST',
  parameters: { stages: fixed<readonly Stage[]>(['SENIOR'], 'SUBSET', '可按自动退学处理的学段') },
  decide: ({ stage }, law) => (law.stages.includes(stage) ? silent : deny('COMPULSORY')),
  sentences: { COMPULSORY: '义务教育阶段不按自动退学处理' },
  remedies: { COMPULSORY: '按辍学书面报告乡镇人民政府和教育行政部门，保留学籍，劝返复学' },
  examples: [
    { name: 'a senior student', facts: truant, expect: 'NONE' },
    { name: 'a junior student', facts: { ...truant, stage: 'JUNIOR' }, expect: 'COMPULSORY' },
    { name: 'a primary student', facts: { ...truant, stage: 'PRIMARY' }, expect: 'COMPULSORY' },
  ],
});

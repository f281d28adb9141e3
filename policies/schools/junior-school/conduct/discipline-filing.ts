/** 学校文本 篇三: papers on discipline of the school or of anybody above it are filed. */
import { allow, type Citation, fixed, rule, silent, step, worded } from '../../../../src/policy/index.ts';
import { LEVELS, type Level } from '../../../../src/policy/questions/conduct.ts';

const FILING = '处分的证明材料存入学生档案';

const warned = {
  stage: 'JUNIOR',
  kind: 'WARNING',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
} as const;

export const schoolDisciplineFiling = (basis: Citation) =>
  rule('discipline')({
    id: 'school-discipline-filing',
    title: '校级以上处分归档',
    basis,
    force: 'MUST',
    parameters: {
      levels: worded(fixed<readonly Level[]>(['SCHOOL', 'ABOVE_SCHOOL'], 'NEVER', '须存入档案的处分'), LEVELS),
    },
    decide: ({ level }, law) => (law.levels.includes(level) ? allow('TO_BE_FILED', { words: LEVELS[level] }) : silent),
    requires: ({ level }, law) => (law.levels.includes(level) ? [step('SCHOOL', FILING)] : []),
    sentences: { TO_BE_FILED: '{words}处分的证明材料须存入档案' },
    examples: [
      { name: 'of the school', facts: warned, expect: 'TO_BE_FILED', requires: [FILING] },
      { name: 'above the school', facts: { ...warned, level: 'ABOVE_SCHOOL' }, expect: 'TO_BE_FILED' },
      { name: 'of the class', facts: { ...warned, level: 'CLASS' }, expect: 'NONE', requires: [] },
    ],
  });

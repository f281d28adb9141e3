/** 学校文本 篇三: no student is ordered to leave or expelled. */
import { type Citation, deny, rule, silent } from '../../../../src/policy/index.ts';

const junior = {
  stage: 'JUNIOR',
  kind: 'EXPULSION',
  grounds: ['SCHOOL_RULES'],
  educated: true,
  level: 'SCHOOL',
} as const;

/** It lists no kinds: which there are is said by the law above it. */
export const schoolNoExpulsion = (basis: Citation) =>
  rule('discipline')({
    id: 'school-no-expulsion',
    title: '不得勒令退学或开除',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ stage, kind }) =>
      stage !== 'SENIOR' && (kind === 'EXPULSION' || kind === 'ORDERED_WITHDRAWAL') ? deny('NO_EXPULSION') : silent,
    sentences: { NO_EXPULSION: '义务教育阶段不得勒令学生退学或开除学生' },
    remedies: { NO_EXPULSION: '了解情况，分析原因，教育帮助学生改正' },
    examples: [
      { name: 'expulsion', facts: junior, expect: 'NO_EXPULSION' },
      { name: 'told to leave', facts: { ...junior, kind: 'ORDERED_WITHDRAWAL' }, expect: 'NO_EXPULSION' },
      { name: 'a warning', facts: { ...junior, kind: 'WARNING' }, expect: 'NONE' },
      { name: 'senior is no question', facts: { ...junior, stage: 'SENIOR' }, expect: 'NONE' },
    ],
  });

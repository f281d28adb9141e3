/** 专门学校: whether the registration moves to a work-study school is agreed by the school before and the guardian. */
import { allow, type Citation, deny, paper, rule, silent } from '../../../../src/policy/index.ts';

const entering = { stage: 'JUNIOR', way: 'WORK_STUDY' } as const;

/** The rule for the text that wants the agreement. */
export const workStudyAgreement = (basis: Citation) =>
  rule('special-education')({
    id: 'work-study-agreement',
    title: '专门学校学生的学籍',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ way, agreementRecorded }) => {
      if (way !== 'WORK_STUDY' || agreementRecorded === undefined) return silent;
      return agreementRecorded ? allow() : deny('NO_AGREEMENT');
    },
    requires: ({ way }) =>
      way === 'WORK_STUDY' ? [paper('SCHOOL', '与监护人商定学籍去留的记录', '进入专门学校就读的')] : [],
    sentences: {
      COMPLIES: '学籍去留已由原学校与监护人商定',
      NO_AGREEMENT: '学籍是否转入专门学校，须由原学校与监护人商定',
    },
    remedies: { NO_AGREEMENT: '由原学校与监护人商定，双方签字后附记录再报' },
    examples: [
      { name: 'agreed', facts: { ...entering, agreementRecorded: true }, expect: 'COMPLIES' },
      { name: 'not agreed', facts: { ...entering, agreementRecorded: false }, expect: 'NO_AGREEMENT' },
      { name: 'not known yet', facts: entering, expect: 'NONE', requires: ['与监护人商定学籍去留的记录'] },
      {
        name: 'inclusive study needs none',
        facts: { ...entering, way: 'INCLUSIVE', agreementRecorded: false },
        expect: 'NONE',
        requires: [],
      },
    ],
  });

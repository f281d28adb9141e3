/** 证明材料归档: the proof of a change goes into the school's file and into the student's. */
import { allow, type Citation, rule, silent, weigh } from '../../../../src/policy/index.ts';

const WORDS = { SCHOOL: '学校学籍档案', STUDENT: '学生学籍档案' } as const;

/** The rule for a text that asks for both. What is missing is filed later; the change itself stands. */
export const proofInBothFiles = (basis: Citation) =>
  rule('school-file')({
    id: 'proof-in-both-files',
    title: '变动证明归入两种档案',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ proofFiledIn }) => {
      if (!proofFiledIn) return silent;
      const missing = (['SCHOOL', 'STUDENT'] as const).filter((one) => !proofFiledIn.includes(one));
      return missing.length > 0
        ? weigh('NOT_FILED', { missing: missing.map((one) => WORDS[one]).join('、') })
        : allow();
    },
    sentences: {
      COMPLIES: '变动证明已归入学校学籍档案和学生学籍档案',
      NOT_FILED: '变动证明还没有归入{missing}',
    },
    remedies: { NOT_FILED: '把证明材料归入{missing}' },
    examples: [
      { name: 'both', facts: { proofFiledIn: ['SCHOOL', 'STUDENT'] }, expect: 'COMPLIES' },
      { name: 'not in the school file', facts: { proofFiledIn: ['STUDENT'] }, expect: 'NOT_FILED' },
      { name: "not in the student's", facts: { proofFiledIn: ['SCHOOL'] }, expect: 'NOT_FILED' },
      { name: 'no change is asked about', facts: {}, expect: 'NONE' },
    ],
  });

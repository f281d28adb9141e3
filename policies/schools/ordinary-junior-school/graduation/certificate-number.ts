/** 学校文本 篇四 毕业证书: the school issues it, and its number is the student's number. */
import { allow, type Citation, deny, rule, silent, step } from '../../../../src/policy/index.ts';

const ISSUE = '发给毕业证书，证书编号与学号一致';
const made = { stage: 'JUNIOR', issuedBy: 'REGISTERED', numberIsStudentNumber: true } as const;

/** Where the province has certificates numbered by an authority, this steps back: the number is the issuer's. */
export const certificateNumber = (basis: Citation) =>
  rule('compulsory-certificate')({
    id: 'certificate-number',
    title: '毕业证书编号',
    basis,
    force: 'MUST',
    yields: true,
    parameters: {},
    decide: ({ stage, numberIsStudentNumber }) => {
      if (stage !== 'JUNIOR' || numberIsStudentNumber === undefined) return silent;
      return numberIsStudentNumber ? allow() : deny('DIFFERS');
    },
    requires: ({ stage }) => (stage === 'JUNIOR' ? [step('SCHOOL', ISSUE)] : []),
    sentences: {
      COMPLIES: '毕业证书编号与学号一致',
      DIFFERS: '毕业证书编号须与学号一致',
    },
    remedies: { DIFFERS: '按学号重新编号后再发放' },
    examples: [
      { name: 'the same', facts: made, expect: 'COMPLIES', requires: [ISSUE] },
      { name: 'another number', facts: { ...made, numberIsStudentNumber: false }, expect: 'DIFFERS' },
      { name: 'no number yet', facts: { stage: 'JUNIOR', issuedBy: 'REGISTERED' }, expect: 'NONE' },
      { name: 'primary is no question', facts: { ...made, stage: 'PRIMARY' }, expect: 'NONE', requires: [] },
    ],
  });

/** 骗取入学资格: a text by which a senior place got by fraud is taken back. */
import { allow, type Citation, deny, rule, silent, step } from '../../../src/policy/index.ts';

const clean = {
  stage: 'SENIOR',
  withinPlan: true,
  notice: true,
  entered: true,
  feesPaid: true,
  fraud: false,
  privateSchool: false,
} as const;
const STEPS = ['报学籍主管部门', '取消入学资格和学籍'];

/** The rule for the text. In the compulsory stages no text takes a place away. */
export const fraudulentEntry = (basis: Citation) =>
  rule('senior-entry')({
    id: 'fraudulent-entry',
    title: '弄虚作假取消入学资格',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ stage, fraud }) => {
      if (stage !== 'SENIOR') return silent;
      return fraud ? deny('FRAUD') : allow();
    },
    requires: ({ stage, fraud }) => {
      const [report = '', cancel = ''] = STEPS;
      return stage === 'SENIOR' && fraud ? [step('SCHOOL', report), step('AUTHORITY', cancel)] : [];
    },
    sentences: { COMPLIES: '未发现弄虚作假', FRAUD: '弄虚作假、冒名顶替，取消入学资格' },
    remedies: { FRAUD: '查实后由学校报学籍主管部门取消；查无实据的，更正记录' },
    examples: [
      { name: 'honest', facts: clean, expect: 'COMPLIES', requires: [] },
      { name: 'a fraud', facts: { ...clean, fraud: true }, expect: 'FRAUD', requires: STEPS },
      {
        name: 'junior is no question',
        facts: { ...clean, stage: 'JUNIOR', fraud: true },
        expect: 'NONE',
        requires: [],
      },
    ],
  });

/** 签字确认: the printed form goes back to student and family, who sign before anything is entered. */
import { allow, cite, deny, rule, step } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

/** 两次签字: filled in and signed, checked by class teacher and leader, printed and signed again. */
const inTurn = ['填写学生基本信息表并签字', '审核学生基本信息表', '主管领导审核后打印下发', '再次签字确认'] as const;

const signed = {
  stage: 'PRIMARY',
  hasIdentityNumber: true,
  guardianCount: 1,
  guardianWithNumber: false,
  hasPhoto: true,
  signedForm: true,
} as const;

export const registrationSignature = rule('registration-papers')({
  id: 'registration-signature',
  title: '学生基本信息表签字确认',
  basis: cite(rules, '第十一条', 'SX-11.4.2c', 'SX-11.4.1', 'SX-11.4.2a', 'SX-11.4.2b', 'SX-11.4.3a'),
  force: 'MUST',
  parameters: {},
  decide: ({ signedForm }) => (signedForm ? allow() : deny('NOT_SIGNED')),
  requires: () => [
    step('GUARDIAN', inTurn[0]),
    step('CLASS_TEACHER', inTurn[1]),
    step('SCHOOL', inTurn[2]),
    step('GUARDIAN', inTurn[3]),
  ],
  sentences: {
    COMPLIES: '学生基本信息表（附件6）已签字确认',
    NOT_SIGNED: '学生基本信息表（附件6）未经监护人签字确认',
  },
  remedies: { NOT_SIGNED: '打印学生基本信息表，请监护人和班主任签字后上传，或请家长在手机上签字' },
  examples: [
    { name: 'signed', facts: signed, expect: 'COMPLIES', requires: inTurn },
    { name: 'not signed', facts: { ...signed, signedForm: false }, expect: 'NOT_SIGNED' },
  ],
});

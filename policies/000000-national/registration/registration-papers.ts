/** 采集要件: the guardians that the national form of basic information asks for. */
import { allow, cite, deny, fixed, rule } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const complete = {
  stage: 'PRIMARY',
  hasIdentityNumber: true,
  guardianCount: 1,
  guardianWithNumber: false,
  hasPhoto: true,
  signedForm: true,
} as const;

/** A child without an identity number is found through a guardian who has one. */
export const registrationPapers = rule('registration-papers')({
  id: 'registration-papers',
  title: '监护人信息',
  basis: cite(measures, '第七条', 'MOE-7.3', 'MOE-4.1'),
  force: 'MUST',
  parameters: {
    guardians: fixed(1, 'LARGER', '至少登记的监护人', '人'),
  },
  decide: ({ hasIdentityNumber, guardianCount, guardianWithNumber }, law) => {
    if (guardianCount < law.guardians) return deny('TOO_FEW_GUARDIANS', { guardianCount });
    if (!hasIdentityNumber && !guardianWithNumber) return deny('GUARDIAN_NUMBER_MISSING');
    return allow(hasIdentityNumber ? 'COMPLIES' : 'FOUND_BY_GUARDIAN', { guardianCount });
  },
  sentences: {
    COMPLIES: '已登记监护人{guardianCount}人',
    FOUND_BY_GUARDIAN: '学生无证件号，已登记监护人证件号',
    TOO_FEW_GUARDIANS: '至少登记监护人{guardians}人，现有{guardianCount}人',
    GUARDIAN_NUMBER_MISSING: '学生无证件号，须登记一名监护人的证件号',
  },
  remedies: {
    TOO_FEW_GUARDIANS: '请家长在学生基本信息表上补填监护人',
    GUARDIAN_NUMBER_MISSING: '请监护人出示证件，补录证件号',
  },
  examples: [
    { name: 'one guardian', facts: complete, expect: 'COMPLIES' },
    { name: 'no guardian', facts: { ...complete, guardianCount: 0 }, expect: 'TOO_FEW_GUARDIANS' },
    {
      name: 'no identity number, a guardian has one',
      facts: { ...complete, hasIdentityNumber: false, guardianWithNumber: true },
      expect: 'FOUND_BY_GUARDIAN',
    },
    {
      name: 'nobody has an identity number',
      facts: { ...complete, hasIdentityNumber: false },
      expect: 'GUARDIAN_NUMBER_MISSING',
    },
  ],
});

/** 信息真实: does what the school filled in agree with the household register? */
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const notCompared = {
  stage: 'PRIMARY',
  hasIdentityNumber: true,
  guardianCount: 1,
  guardianWithNumber: false,
  hasPhoto: true,
  signedForm: true,
} as const;
const compared = { ...notCompared, differences: 0 };

/** Silent until somebody has compared the two: what nobody looked at is not called true. */
export const trueInformation = rule('registration-papers')({
  id: 'true-information',
  title: '信息真实',
  basis: cite(measures, '第六条', 'MOE-6.1'),
  force: 'MUST',
  parameters: {
    differencesBorne: fixed(0, 'SMALLER', '关键数据可与户口簿不符', '项'),
  },
  decide: ({ differences }, law) => {
    if (differences === undefined) return silent;
    return differences > law.differencesBorne ? deny('DIFFERS', { differences }) : allow();
  },
  sentences: {
    COMPLIES: '关键数据与户口簿一致',
    DIFFERS: '关键数据有{differences}项与户口簿不符，不得以虚假信息建籍',
  },
  remedies: { DIFFERS: '逐项对照户口簿更正；户口簿有误的，先到公安机关更正' },
  examples: [
    { name: 'nothing differs', facts: compared, expect: 'COMPLIES' },
    { name: 'one field differs', facts: { ...compared, differences: 1 }, expect: 'DIFFERS' },
    { name: 'nobody has compared', facts: notCompared, expect: 'NONE' },
  ],
});

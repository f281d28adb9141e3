/** 学校文本 篇三: three years in a row a student of merit, and graduates get an award for it. */
import { allow, type Citation, deny, fixed, rule, silent, step } from '../../../../src/policy/index.ts';

const AWARD = '毕业时发给优秀学生奖状和证书';

export const graduationAward = (basis: Citation) =>
  rule('graduation-award')({
    id: 'graduation-award',
    title: '优秀学生奖状和证书',
    basis,
    force: 'MUST',
    parameters: { years: fixed(3, 'ONCE', '初中连续评为三好学生', '年') },
    decide: ({ stage, meritYears }, law) => {
      if (stage !== 'JUNIOR') return silent;
      return meritYears >= law.years ? allow('EARNED') : deny('TOO_FEW_YEARS', { meritYears });
    },
    requires: ({ stage, meritYears }, law) =>
      stage === 'JUNIOR' && meritYears >= law.years ? [step('SCHOOL', AWARD)] : [],
    sentences: {
      EARNED: '初中连续{years}年评为三好学生，毕业时发给优秀学生奖状和证书',
      TOO_FEW_YEARS: '初中连续{years}年评为三好学生的发给优秀学生证书，现{meritYears}年',
    },
    remedies: { TOO_FEW_YEARS: '漏登的年度凭表彰文件补登' },
    examples: [
      { name: 'three years', facts: { stage: 'JUNIOR', meritYears: 3 }, expect: 'EARNED', requires: [AWARD] },
      { name: 'two years', facts: { stage: 'JUNIOR', meritYears: 2 }, expect: 'TOO_FEW_YEARS', requires: [] },
      { name: 'primary is no question', facts: { stage: 'PRIMARY', meritYears: 3 }, expect: 'NONE', requires: [] },
    ],
  });

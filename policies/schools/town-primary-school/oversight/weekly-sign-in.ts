/** 每周登录: officers of the county sign in twice a week, look at applications and decide. */
import { allow, type Citation, fixed, rule, silent, step, weigh } from '../../../../src/policy/index.ts';

const office = { registrars: 1, trained: true } as const;

export const weeklySignIn = (basis: Citation) =>
  rule('registrar-office')({
    id: 'weekly-sign-in',
    title: '县级管理员每周登录',
    basis,
    force: 'MUST',
    parameters: { times: fixed(2, 'LARGER', '县级管理员每周登录至少', '次') },
    decide: ({ signInsInWeek }, law) => {
      if (signInsInWeek === undefined) return silent;
      return signInsInWeek < law.times ? weigh('TOO_FEW', { signInsInWeek }) : allow('COMPLIES', { signInsInWeek });
    },
    requires: () => [step('COUNTY', '查看学校申请，审核符合要求的')],
    sentences: {
      COMPLIES: '上周登录{signInsInWeek}次',
      TOO_FEW: '县级管理员每周至少登录{times}次，上周登录{signInsInWeek}次',
    },
    remedies: { TOO_FEW: '每周登录{times}次以上，及时审核学校的申请' },
    examples: [
      {
        name: 'twice',
        facts: { ...office, signInsInWeek: 2 },
        expect: 'COMPLIES',
        requires: ['查看学校申请，审核符合要求的'],
      },
      { name: 'once', facts: { ...office, signInsInWeek: 1 }, expect: 'TOO_FEW' },
      { name: 'no week is over', facts: office, expect: 'NONE' },
    ],
  });

/** 一人一账号: an account is one person's; two people are two accounts. */
import { allow, type Citation, deny, rule, silent } from '../../../../src/policy/index.ts';

const own = { registrars: 1, trained: true, sharedAccount: false } as const;

export const ownAccount = (basis: Citation) =>
  rule('registrar-office')({
    id: 'own-account',
    title: '一人一账号',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ sharedAccount }) => {
      if (sharedAccount === undefined) return silent;
      return sharedAccount ? deny('SHARED') : allow();
    },
    sentences: {
      COMPLIES: '账号由本人使用',
      SHARED: '账号和口令不得共用',
    },
    remedies: { SHARED: '为另一人新开账号，原账号更换口令' },
    examples: [
      { name: 'one person', facts: own, expect: 'COMPLIES' },
      { name: 'two people', facts: { ...own, sharedAccount: true }, expect: 'SHARED' },
      { name: 'nobody has said', facts: { registrars: 1, trained: true }, expect: 'NONE' },
    ],
  });

/** 先培训后上岗: nobody works as registrar without training. */
import { allow, type Citation, deny, rule } from '../../../../src/policy/index.ts';

const trained = { registrars: 1, trained: true } as const;

export const registrarTrained = (basis: Citation) =>
  rule('registrar-office')({
    id: 'registrar-trained',
    title: '先培训后上岗',
    basis,
    force: 'MUST',
    parameters: {},
    decide: (facts) => (facts.trained ? allow() : deny('NOT_TRAINED')),
    sentences: {
      COMPLIES: '学籍管理员已经过培训',
      NOT_TRAINED: '学籍管理员先培训后上岗，尚无培训记录',
    },
    remedies: { NOT_TRAINED: '参加培训，登记培训后启用账号' },
    examples: [
      { name: 'trained', facts: trained, expect: 'COMPLIES' },
      { name: 'not trained', facts: { ...trained, trained: false }, expect: 'NOT_TRAINED' },
    ],
  });

/** 每校有学籍管理员: without one a school cannot begin; large schools have several. */
import { allow, type Citation, deny, fixed, rule } from '../../../../src/policy/index.ts';

export const registrarNamed = (basis: Citation) =>
  rule('registrar-office')({
    id: 'registrar-named',
    title: '每校配备学籍管理员',
    basis,
    force: 'MUST',
    parameters: { least: fixed(1, 'LARGER', '每校学籍管理员至少', '人') },
    decide: ({ registrars }, law) =>
      registrars < law.least ? deny('NONE_NAMED', { registrars }) : allow('COMPLIES', { registrars }),
    sentences: {
      COMPLIES: '学校有学籍管理员{registrars}人',
      NONE_NAMED: '每校至少有学籍管理员{least}人，现有{registrars}人，不能开始办理',
    },
    remedies: { NONE_NAMED: '指定专人为学籍管理员，培训后开始办理' },
    examples: [
      { name: 'one registrar', facts: { registrars: 1, trained: true }, expect: 'COMPLIES' },
      { name: 'several in a large school', facts: { registrars: 3, trained: true }, expect: 'COMPLIES' },
      { name: 'nobody', facts: { registrars: 0, trained: false }, expect: 'NONE_NAMED' },
    ],
  });

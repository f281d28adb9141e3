/** 管理员报备: who a registrar is goes up to the authority above. */
import { allow, type Citation, rule, silent, step, weigh } from '../../../../src/policy/index.ts';

const known = { registrars: 1, trained: true, filedAbove: true } as const;

export const registrarFiled = (basis: Citation) =>
  rule('registrar-office')({
    id: 'registrar-filed',
    title: '学籍管理员报备',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ filedAbove }) => {
      if (filedAbove === undefined) return silent;
      return filedAbove ? allow() : weigh('NOT_FILED');
    },
    requires: () => [step('SCHOOL', '确定学籍管理员'), step('AUTHORITY', '报上一级教育行政部门')],
    sentences: {
      COMPLIES: '学籍管理员信息已报上一级教育行政部门',
      NOT_FILED: '学籍管理员信息还没有报上一级教育行政部门',
    },
    remedies: { NOT_FILED: '把学籍管理员信息报上一级教育行政部门；换人的，及时重报' },
    examples: [
      {
        name: 'filed',
        facts: known,
        expect: 'COMPLIES',
        requires: ['确定学籍管理员', '报上一级教育行政部门'],
      },
      { name: 'not filed', facts: { ...known, filedAbove: false }, expect: 'NOT_FILED' },
      { name: 'nobody has said', facts: { registrars: 1, trained: true }, expect: 'NONE' },
    ],
  });

/** 正式工作人员: a registrar belongs to the formal staff. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const formal = { registrars: 1, trained: true, formalStaff: true } as const;

/** Health and ability, which the article names too, no program judges. */
export const formalStaff = rule('registrar-office')({
  id: 'formal-staff',
  title: '学籍管理员为正式工作人员',
  basis: cite(rules, '第四十二条', 'SX-42.3'),
  force: 'MUST',
  parameters: {},
  decide: ({ formalStaff }) => {
    if (formalStaff === undefined) return silent;
    return formalStaff ? allow() : deny('NOT_FORMAL');
  },
  sentences: {
    COMPLIES: '学籍管理员为正式工作人员',
    NOT_FORMAL: '学籍管理员须为正式工作人员',
  },
  remedies: { NOT_FORMAL: '另行确定正式工作人员担任学籍管理员' },
  examples: [
    { name: 'formal staff', facts: formal, expect: 'COMPLIES' },
    { name: 'somebody else', facts: { ...formal, formalStaff: false }, expect: 'NOT_FORMAL' },
    { name: 'nobody has said', facts: { registrars: 1, trained: true }, expect: 'NONE' },
  ],
});

/** 查阅登记: looking up, too, needs written approval and an entry in the register. */
import { allow, cite, deny, rule, silent, step } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const look = { act: 'LOOK_UP', approvedInWriting: true, entered: true } as const;

/** Says with MUST what the nation's confidentiality asks for in principle. */
export const lookUpApproved = rule('disclosure')({
  id: 'look-up-approved',
  title: '查阅须批准并登记',
  basis: cite(rules, '第四十四条', 'SX-44.2'),
  force: 'MUST',
  replaces: 'look-up',
  parameters: {},
  decide: ({ act, approvedInWriting, entered }) => {
    if (act !== 'LOOK_UP') return silent;
    if (!approvedInWriting) return deny('NOT_APPROVED');
    return entered ? allow() : deny('NOT_ENTERED');
  },
  requires: ({ act }) => (act === 'LOOK_UP' ? [step('AUTHORITY', '书面批准查阅'), step('SCHOOL', '办理查阅登记')] : []),
  sentences: {
    COMPLIES: '查阅已经书面批准并登记',
    NOT_APPROVED: '查阅学籍信息须经学籍主管部门书面批准',
    NOT_ENTERED: '查阅学籍信息须先办理查阅登记',
  },
  remedies: {
    NOT_APPROVED: '向学籍主管部门书面申请，写明用途和所需信息',
    NOT_ENTERED: '在查阅登记中写明查阅人、事由和批准文件',
  },
  examples: [
    { name: 'approved and entered', facts: look, expect: 'COMPLIES', requires: ['书面批准查阅', '办理查阅登记'] },
    { name: 'not approved', facts: { ...look, approvedInWriting: false }, expect: 'NOT_APPROVED' },
    { name: 'not entered', facts: { ...look, entered: false }, expect: 'NOT_ENTERED' },
    { name: 'giving out', facts: { ...look, act: 'GIVE_OUT' }, expect: 'NONE', requires: [] },
  ],
});

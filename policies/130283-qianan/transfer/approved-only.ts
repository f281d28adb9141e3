/** 未经审批不接收: no certificate where the conditions are not met, no child taken in before approval. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { system } from '../instruments.ts';

const opened = { registeredElsewhere: true, transfer: 'OPENED', guestStudyApproved: false } as const;

/** Narrower than the nation, for which a transfer that is opened is enough. */
export const intakeApproved = rule('intake')({
  id: 'intake-approved',
  title: '转学审批后接收',
  basis: cite(system, '二、（二）', 'S5-2.2.7'),
  force: 'MUST',
  parameters: {},
  decide: ({ registeredElsewhere, transfer }) => {
    if (!registeredElsewhere || transfer === 'NONE') return silent;
    return transfer === 'APPROVED' ? allow() : deny('NOT_APPROVED');
  },
  sentences: { COMPLIES: '转学已经审批，可以接收', NOT_APPROVED: '转学未经审批，学校不得私自接收' },
  remedies: { NOT_APPROVED: '报教育科或中心校审批，批准后三日内安排入学' },
  examples: [
    { name: 'approved', facts: { ...opened, transfer: 'APPROVED' }, expect: 'COMPLIES' },
    { name: 'only opened', facts: opened, expect: 'NOT_APPROVED' },
    { name: 'no transfer at all', facts: { ...opened, transfer: 'NONE' }, expect: 'NONE' },
    { name: 'registered here', facts: { ...opened, registeredElsewhere: false }, expect: 'NONE' },
  ],
});

export const transferCertificate = rule('school-papers')({
  id: 'transfer-certificate',
  title: '开具转学证明',
  basis: cite(system, '二、（二）', 'S5-2.2.7'),
  force: 'MUST',
  parameters: {},
  decide: ({ direction, conditionsMet }) => {
    if (direction !== 'OUT' || conditionsMet === undefined) return silent;
    return conditionsMet ? allow() : deny('CONDITIONS_NOT_MET');
  },
  sentences: {
    COMPLIES: '符合转学条件，可以开具转学证明',
    CONDITIONS_NOT_MET: '不符合转学条件，原学校和中心校不得开具转学证明',
  },
  remedies: { CONDITIONS_NOT_MET: '请监护人补齐转学条件的证明后再开具' },
  examples: [
    { name: 'conditions met', facts: { direction: 'OUT', demanded: [], conditionsMet: true }, expect: 'COMPLIES' },
    {
      name: 'conditions not met',
      facts: { direction: 'OUT', demanded: [], conditionsMet: false },
      expect: 'CONDITIONS_NOT_MET',
    },
    { name: 'nobody has checked', facts: { direction: 'OUT', demanded: [] }, expect: 'NONE' },
    { name: 'coming in', facts: { direction: 'IN', demanded: [], conditionsMet: false }, expect: 'NONE' },
  ],
});

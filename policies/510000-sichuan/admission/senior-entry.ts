/** 高中注册条件: with an approved notice, after entry and fees; who was recruited against the rules is never registered. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const ready = {
  stage: 'SENIOR',
  withinPlan: true,
  notice: true,
  entered: true,
  feesPaid: true,
  fraud: false,
  privateSchool: false,
} as const;

export const seniorEntryDone = rule('senior-entry')({
  id: 'senior-entry-done',
  title: '办理入学手续后注册',
  basis: cite(measures, '第十一条', 'SC-11.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, entered, feesPaid }) => {
    if (stage !== 'SENIOR') return silent;
    if (!entered) return deny('NOT_ENTERED');
    return feesPaid ? allow() : deny('FEES_NOT_PAID');
  },
  sentences: {
    COMPLIES: '已办理入学手续并缴纳相关费用',
    NOT_ENTERED: '未到校办理入学手续，不得注册学籍',
    FEES_NOT_PAID: '未缴纳相关费用，不得注册学籍',
  },
  remedies: {
    NOT_ENTERED: '请学生或监护人到校办理入学手续',
    FEES_NOT_PAID: '缴纳相关费用后注册；有困难的，先申请资助或减免',
  },
  examples: [
    { name: 'entered and paid', facts: ready, expect: 'COMPLIES' },
    { name: 'not paid', facts: { ...ready, feesPaid: false }, expect: 'FEES_NOT_PAID' },
    { name: 'not entered', facts: { ...ready, entered: false }, expect: 'NOT_ENTERED' },
    { name: 'junior is no question', facts: { ...ready, stage: 'JUNIOR', feesPaid: false }, expect: 'NONE' },
  ],
});

export const seniorNotice = rule('senior-entry')({
  id: 'senior-notice',
  title: '录取通知书',
  basis: cite(measures, '第十条', 'SC-10.4'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, notice }) => {
    if (stage !== 'SENIOR') return silent;
    return notice ? allow() : deny('NO_NOTICE');
  },
  sentences: { COMPLIES: '持有市（州）核准的录取通知书', NO_NOTICE: '缺市（州）教育行政部门核准的录取通知书' },
  remedies: { NO_NOTICE: '凭学校发放的录取通知书办理；遗失的，由学校按录取名册核实' },
  examples: [
    { name: 'with the notice', facts: ready, expect: 'COMPLIES' },
    { name: 'without it', facts: { ...ready, notice: false }, expect: 'NO_NOTICE' },
    { name: 'junior is no question', facts: { ...ready, stage: 'JUNIOR', notice: false }, expect: 'NONE' },
  ],
});

export const irregularRecruit = rule('senior-entry')({
  id: 'irregular-recruit',
  title: '违规招收不予注册',
  basis: cite(measures, '第十一条', 'SC-11.2'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, withinPlan }) => {
    if (stage !== 'SENIOR') return silent;
    return withinPlan ? allow() : deny('IRREGULAR');
  },
  sentences: { COMPLIES: '在招生计划内正式录取', IRREGULAR: '违规招收的学生一律不得注册学籍' },
  remedies: { IRREGULAR: '按招生计划和招生办法补办录取；不符合的，由学生另行入学' },
  examples: [
    { name: 'within the plan', facts: ready, expect: 'COMPLIES' },
    { name: 'outside it', facts: { ...ready, withinPlan: false }, expect: 'IRREGULAR' },
    { name: 'junior is no question', facts: { ...ready, stage: 'JUNIOR', withinPlan: false }, expect: 'NONE' },
  ],
});

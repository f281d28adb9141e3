/** 高中入学复核: who stands in a senior register or has left one is not taken in again. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const clean = { sameNumberElsewhere: false, suspicions: 0, graduatedSenior: false, stage: 'SENIOR' } as const;

export const seniorEntryReview = rule('one-registration')({
  id: 'senior-entry-review',
  title: '高中新生入学资格复核',
  basis: cite(measures, '第十二条', 'SC-12.2', 'SC-12.3'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, sameNumberElsewhere, graduatedSenior }) => {
    if (stage !== 'SENIOR') return silent;
    if (graduatedSenior) return deny('SENIOR_FINISHED');
    return sameNumberElsewhere ? deny('IN_SENIOR_REGISTER') : allow();
  },
  sentences: {
    COMPLIES: '高中阶段不在籍，未毕业、结业或肄业',
    SENIOR_FINISHED: '高中阶段已毕业、结业或肄业，取消入学资格',
    IN_SENIOR_REGISTER: '已有学籍；高中阶段在籍的，取消入学资格',
  },
  remedies: {
    SENIOR_FINISHED: '记录有误的，凭证明更正后再报；无误的，不予注册',
    IN_SENIOR_REGISTER: '高中阶段在籍的，由原籍学校办转学；初中学籍未升级的，先办毕业升级',
  },
  examples: [
    { name: 'a clean entrant', facts: clean, expect: 'COMPLIES' },
    { name: 'already graduated', facts: { ...clean, graduatedSenior: true }, expect: 'SENIOR_FINISHED' },
    { name: 'already registered', facts: { ...clean, sameNumberElsewhere: true }, expect: 'IN_SENIOR_REGISTER' },
    { name: 'junior is no question', facts: { ...clean, stage: 'JUNIOR', sameNumberElsewhere: true }, expect: 'NONE' },
  ],
});

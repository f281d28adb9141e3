/** 休学情形: generally none; illness is granted on its papers, other special cases are weighed. */
import { allow, cite, fixed, rule, weigh, worded } from '../../../src/policy/index.ts';
import { LEAVE_REASONS, type LeaveReason } from '../../../src/policy/questions/leave.ts';
import { measures } from '../instruments.ts';

const asked = { stage: 'JUNIOR', graduatingGrade: false, orderedBySchool: false } as const;

export const leaveGround = rule('leave')({
  id: 'leave-ground',
  title: '休学情形',
  basis: cite(measures, '第二十五条', 'SC-25.1', 'SC-25.3'),
  force: 'PRINCIPLE',
  letThroughBy: 'CITY',
  parameters: {
    granted: worded(
      fixed<readonly LeaveReason[]>(['ILLNESS', 'INFECTIOUS'], 'SUBSET', '凭材料准予休学的情形'),
      LEAVE_REASONS,
    ),
  },
  decide: ({ reason }, law) => {
    const facts = { reason: LEAVE_REASONS[reason] };
    return law.granted.includes(reason) ? allow('HEALTH', facts) : weigh('SPECIAL_CASE', facts);
  },
  sentences: {
    HEALTH: '因{reason}需要休学，材料齐全并经批准的，准予休学',
    SPECIAL_CASE: '{reason}一般不予休学；确有特殊情况的，经学校同意并报县、市批准',
  },
  remedies: { SPECIAL_CASE: '写明特殊情况并附证明，由学校同意后报县、市教育行政部门' },
  examples: [
    { name: 'ill', facts: { ...asked, reason: 'ILLNESS' }, expect: 'HEALTH' },
    { name: 'infectious', facts: { ...asked, reason: 'INFECTIOUS' }, expect: 'HEALTH' },
    { name: 'another ground', facts: { ...asked, reason: 'OTHER' }, expect: 'SPECIAL_CASE' },
    { name: 'long leave', facts: { ...asked, reason: 'ABSENCE' }, expect: 'SPECIAL_CASE' },
  ],
});

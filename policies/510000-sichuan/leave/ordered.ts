/** 令其休学: the school may order a leave for disease alone, on a hospital's proof and with approval. */
import { allow, cite, deny, fixed, rule, silent, step, worded } from '../../../src/policy/index.ts';
import { HOSPITALS, type Hospital } from '../../../src/policy/questions/leave.ts';
import { isHealth, reaches } from '../../000000-national/leave/proof.ts';
import { measures } from '../instruments.ts';

const ordered = {
  stage: 'JUNIOR',
  graduatingGrade: false,
  reason: 'INFECTIOUS',
  orderedBySchool: true,
} as const;

/** The approvals are those of every leave; see the chain. */
export const leaveOrdered = rule('leave')({
  id: 'leave-ordered',
  title: '学校令其休学',
  basis: cite(measures, '第二十五条', 'SC-25.4', 'SC-25.5'),
  force: 'MUST',
  parameters: { hospital: worded(fixed<Hospital>('COUNTY', 'NEVER', '疾病证明的医疗单位至少'), HOSPITALS) },
  decide: ({ orderedBySchool, reason, hospital }, law) => {
    if (!orderedBySchool) return silent;
    if (!isHealth(reason)) return deny('NOT_MEDICAL');
    if (!hospital) return silent;
    return reaches(hospital, law.hospital) ? allow('MAY_ORDER') : deny('NO_PROOF');
  },
  requires: ({ orderedBySchool }) => (orderedBySchool ? [step('SCHOOL', '发给休学证明')] : []),
  sentences: {
    MAY_ORDER: '患传染病或其他疾病不能在校学习，学校报县、市批准后可令其休学',
    NOT_MEDICAL: '只有患传染病或其他疾病不能在校学习的，学校才可令其休学',
    NO_PROOF: '学校令其休学，须有县级以上医疗机构证明',
  },
  remedies: {
    NOT_MEDICAL: '学生继续在校学习；监护人要休学的，由监护人申请',
    NO_PROOF: '由县级以上医疗机构检查并出具证明后再报',
  },
  examples: [
    { name: 'on proof of a county hospital', facts: { ...ordered, hospital: 'COUNTY' }, expect: 'MAY_ORDER' },
    { name: 'on proof of a lower one', facts: { ...ordered, hospital: 'BELOW_COUNTY' }, expect: 'NO_PROOF' },
    { name: 'for another reason', facts: { ...ordered, reason: 'OTHER' }, expect: 'NOT_MEDICAL' },
    { name: 'no word of the hospital yet', facts: ordered, expect: 'NONE', requires: ['发给休学证明'] },
    {
      name: 'asked for by the family',
      facts: { ...ordered, orderedBySchool: false, hospital: 'COUNTY' },
      expect: 'NONE',
      requires: [],
    },
  ],
});

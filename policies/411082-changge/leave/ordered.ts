/** 不得责令停学: a school of compulsory education may not order a student to stop, for illness neither. */
import { cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { provisions } from '../instruments.ts';

const asked = { stage: 'JUNIOR', graduatingGrade: false, reason: 'INFECTIOUS', orderedBySchool: true } as const;

export const leaveNotOrdered = rule('leave')({
  id: 'leave-ordered',
  title: '学校不得责令停学',
  basis: cite(provisions, '三、3（一）', 'CG-3.3.1.a'),
  force: 'MUST',
  parameters: {},
  decide: ({ orderedBySchool }) => (orderedBySchool ? deny('ORDERED') : silent),
  sentences: { ORDERED: '义务教育阶段学校不得责令学生停学，休学由监护人申请' },
  remedies: { ORDERED: '学生需要治疗休养的，由监护人持证明提出申请' },
  examples: [
    { name: 'ordered', facts: asked, expect: 'ORDERED' },
    { name: 'asked for', facts: { ...asked, orderedBySchool: false }, expect: 'NONE' },
  ],
});

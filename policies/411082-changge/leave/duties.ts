/** 长葛职责: urging back whom a leave has run out for; the township orders the guardians where that fails. */
import { cite, type Duty, duty } from '../../../src/policy/index.ts';
import { provisions } from '../instruments.ts';

const basis = cite(provisions, '三、2（三）', 'CG-3.2.3.f');

export const duties: readonly Duty[] = [
  duty({
    id: 'leave-return-urging',
    title: '督促学生复学',
    basis,
    holder: 'SCHOOL',
    rhythm: { kind: 'AFTER', event: '休学期满未复学' },
  }),
  duty({
    id: 'leave-return-order',
    title: '责令监护人送学生复学',
    basis,
    holder: 'TOWNSHIP',
    rhythm: { kind: 'AFTER', event: '学校督促复学无效' },
  }),
];

/** 义务教育毕业: to have studied the years out is enough. */
import { allow, cite, deny, rule } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const finished = { stage: 'JUNIOR', finished: true } as const;

/** Failed subjects, quality and discipline are no bars here. */
export const compulsoryGraduation = rule('compulsory-graduation')({
  id: 'compulsory-graduation',
  title: '小学、初中毕业',
  basis: cite(rules, '第三十四条', 'SX-34.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ finished }) => (finished ? allow('GRADUATES') : deny('NOT_FINISHED')),
  sentences: {
    GRADUATES: '学习期满，予以毕业',
    NOT_FINISHED: '学习尚未期满，不办理毕业',
  },
  remedies: { NOT_FINISHED: '继续就读，学习期满后再办' },
  examples: [
    {
      name: 'a junior student with four failed subjects',
      facts: { ...finished, failedSubjects: 4 },
      expect: 'GRADUATES',
    },
    { name: 'primary', facts: { ...finished, stage: 'PRIMARY' }, expect: 'GRADUATES' },
    { name: 'not finished', facts: { ...finished, finished: false }, expect: 'NOT_FINISHED' },
  ],
});

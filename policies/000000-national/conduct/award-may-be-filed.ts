/** 获奖信息: awards are a part of the student file, whoever gave them. */
import { allow, cite, rule } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

/** The nation sets no threshold: a lower text says from where on filing is a duty, and never keeps an award out. */
export const awardMayBeFiled = rule('award')({
  id: 'award-may-be-filed',
  title: '获奖信息归档',
  basis: cite(measures, '第七条', 'MOE-7.2.5'),
  force: 'MAY',
  parameters: {},
  decide: () => allow('MAY_BE_FILED'),
  sentences: { MAY_BE_FILED: '在校期间的获奖信息可以记入学籍档案' },
  examples: [
    {
      name: 'an award of the class',
      facts: { stage: 'JUNIOR', category: 'ACTIVITY', level: 'CLASS' },
      expect: 'MAY_BE_FILED',
    },
  ],
});

/** 出境与归来: formalities with valid papers on leaving; on return the old file goes on, in the grade of the real level. */
import { allow, cite, deny, paper, rule, silent, step } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

export const goingAbroad = rule('abroad')({
  id: 'going-abroad',
  title: '出境就读',
  basis: cite(measures, '第四十四条', 'SC-44.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ hasPapers }) => (hasPapers ? allow() : deny('NO_PAPERS')),
  requires: () => [paper('GUARDIAN', '出境就读的有效证件'), step('SCHOOL', '办理出境手续，在学籍系统中登记')],
  sentences: { COMPLIES: '凭有效证件办理出境就读手续', NO_PAPERS: '缺出境就读的有效证件' },
  remedies: { NO_PAPERS: '持有效证件到现就读学校办理' },
  examples: [
    {
      name: 'with papers',
      facts: { stage: 'JUNIOR', hasPapers: true },
      expect: 'COMPLIES',
      requires: ['出境就读的有效证件', '办理出境手续，在学籍系统中登记'],
    },
    { name: 'without papers', facts: { stage: 'JUNIOR', hasPapers: false }, expect: 'NO_PAPERS' },
  ],
});

const back = { stage: 'JUNIOR', hadNumber: true, wants: 'RESUME' } as const;

/** That no new registration is made beside the old one is the nation's to say. */
export const fileResumed = rule('return-from-abroad')({
  id: 'file-resumed',
  title: '归来接续学籍档案',
  basis: cite(measures, '第四十四条', 'SC-44.2'),
  force: 'MUST',
  parameters: {},
  decide: ({ hadNumber, wants }) => (hadNumber && wants === 'RESUME' ? allow() : silent),
  requires: ({ hadNumber }) =>
    hadNumber ? [step('SCHOOL', '接续原学籍档案'), step('SCHOOL', '按实际学力程度编入相应年级')] : [],
  sentences: { COMPLIES: '接续原来的学籍档案，按实际学力编入年级' },
  examples: [
    {
      name: 'back after two years',
      facts: back,
      expect: 'COMPLIES',
      requires: ['接续原学籍档案', '按实际学力程度编入相应年级'],
    },
    { name: 'wants a new one', facts: { ...back, wants: 'NEW' }, expect: 'NONE' },
    {
      name: 'never registered',
      facts: { ...back, hadNumber: false, wants: 'NEW' },
      expect: 'NONE',
      requires: [],
    },
  ],
});

/** 小学全部升初中: who has been through primary school goes on to junior school, whatever the marks. */
import { allow, cite, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const up = { stage: 'PRIMARY', move: 'NEXT_STAGE', newFile: false } as const;

export const allGoToJunior = rule('promotion')({
  id: 'all-go-to-junior',
  title: '小学毕业全部升入初中',
  basis: cite(measures, '第三十九条', 'SC-39.1'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, move }) => (stage === 'PRIMARY' && move === 'NEXT_STAGE' ? allow() : silent),
  sentences: { COMPLIES: '小学修业期满，全部升入初中' },
  examples: [
    { name: 'from primary to junior', facts: up, expect: 'COMPLIES' },
    { name: 'from junior to senior', facts: { ...up, stage: 'JUNIOR' }, expect: 'NONE' },
    { name: 'a grade up', facts: { ...up, move: 'NEXT_GRADE' }, expect: 'NONE' },
  ],
});

/** 归来接续原学籍号: who had a number before going abroad keeps it. */
import { allow, cite, deny, fixed, rule, silent } from '../../../src/policy/index.ts';
import { measures } from '../instruments.ts';

const back = { stage: 'JUNIOR', hadNumber: true, wants: 'RESUME' } as const;

export const numberForLife = rule('return-from-abroad')({
  id: 'number-for-life',
  title: '一人一号，终身不变',
  basis: cite(measures, '第五条', 'MOE-5.2'),
  force: 'MUST',
  parameters: { perPerson: fixed(1, 'SMALLER', '一人终身可有的学籍号', '个') },
  decide: ({ hadNumber, wants }, law) => {
    if (!hadNumber) return silent;
    return (wants === 'NEW' ? 2 : 1) > law.perPerson ? deny('HAS_NUMBER') : allow();
  },
  sentences: {
    COMPLIES: '接续原学籍，学籍号不变',
    HAS_NUMBER: '以前已有学籍号，不新建学籍',
  },
  remedies: { HAS_NUMBER: '恢复原学籍号，在原学籍档案上接续' },
  examples: [
    { name: 'the old number', facts: back, expect: 'COMPLIES' },
    { name: 'a new number beside the old one', facts: { ...back, wants: 'NEW' }, expect: 'HAS_NUMBER' },
    { name: 'never had a number', facts: { ...back, hadNumber: false, wants: 'NEW' }, expect: 'NONE' },
  ],
});

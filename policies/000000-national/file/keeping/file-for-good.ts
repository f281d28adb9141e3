/** 永久保存: nothing is taken out of a student's file; the last school keeps it for good. */
import { allow, cite, deny, fixed, rule, silent } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

export const fileForGood = rule('student-file')({
  id: 'file-for-good',
  title: '学生学籍档案永久保存',
  basis: cite(measures, '第九条', 'MOE-9.3'),
  force: 'MUST',
  parameters: {
    removable: fixed(0, 'SMALLER', '可撤出的归档材料', '份'),
  },
  decide: ({ removed }, law) => {
    if (removed === undefined) return silent;
    return removed > law.removable ? deny('REMOVED', { removed }) : allow();
  },
  sentences: {
    COMPLIES: '学籍档案归档后永久保存',
    REMOVED: '学籍档案永久保存，{removed}份归档材料不得撤出',
  },
  remedies: { REMOVED: '材料有误的，另附更正说明，原件仍留在档案内' },
  examples: [
    { name: 'nothing is taken out', facts: { parts: [], removed: 0 }, expect: 'COMPLIES' },
    { name: 'one paper is taken out', facts: { parts: [], removed: 1 }, expect: 'REMOVED' },
    { name: 'nobody asks for that', facts: { parts: [] }, expect: 'NONE' },
  ],
});

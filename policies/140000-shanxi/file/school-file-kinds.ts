/** 学校学籍档案: ten kinds of papers that a school keeps for good. */
import {
  allow,
  cite,
  deny,
  fixed,
  rule,
  SCHOOL_FILE_KINDS,
  type SchoolFileKind,
  silent,
  weigh,
  worded,
} from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const ten = Object.keys(SCHOOL_FILE_KINDS) as SchoolFileKind[];

export const schoolFileKinds = rule('school-file')({
  id: 'school-file-kinds',
  title: '学校学籍档案内容',
  basis: cite(rules, '第六条', 'SX-6.1', ...ten.map((_, index) => `SX-6.1.${index + 1}`)),
  force: 'MUST',
  parameters: {
    kinds: worded(fixed<readonly SchoolFileKind[]>(ten, 'SUBSET', '学校学籍档案的内容'), SCHOOL_FILE_KINDS),
  },
  decide: ({ kinds }, law) => {
    if (!kinds) return silent;
    const missing = law.kinds.filter((kind) => !kinds.includes(kind));
    const facts = { count: kinds.length, missing: missing.map((kind) => SCHOOL_FILE_KINDS[kind]).join('、') };
    return missing.length > 0 ? weigh('INCOMPLETE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '学校学籍档案{count}种材料齐全',
    INCOMPLETE: '学校学籍档案缺{missing}',
  },
  remedies: { INCOMPLETE: '补齐所缺材料；本校没有的种类，注明无' },
  examples: [
    { name: 'all ten', facts: { kinds: ten }, expect: 'COMPLIES' },
    ...ten.map((left) => ({
      name: `all but ${left}`,
      facts: { kinds: ten.filter((kind) => kind !== left) },
      expect: 'INCOMPLETE',
    })),
    { name: 'nobody has looked', facts: {}, expect: 'NONE' },
  ],
});

export const schoolFileForGood = rule('school-file')({
  id: 'school-file-for-good',
  title: '学校学籍档案永久保存',
  basis: cite(rules, '第六条', 'SX-6.1'),
  force: 'MUST',
  parameters: { removable: fixed(0, 'SMALLER', '可撤出的归档材料', '份') },
  decide: ({ removed }, law) => {
    if (removed === undefined) return silent;
    return removed > law.removable ? deny('REMOVED', { removed }) : allow();
  },
  sentences: {
    COMPLIES: '学校学籍档案永久保存',
    REMOVED: '学校学籍档案永久保存，{removed}份归档材料不得撤出',
  },
  remedies: { REMOVED: '材料有误的，另附更正说明，原件仍留在档案内' },
  examples: [
    { name: 'nothing is taken out', facts: { removed: 0 }, expect: 'COMPLIES' },
    { name: 'one paper is taken out', facts: { removed: 1 }, expect: 'REMOVED' },
    { name: 'nobody asks for that', facts: {}, expect: 'NONE' },
  ],
});

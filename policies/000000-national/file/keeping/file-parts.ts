/** 学生档案内容: the parts of a student's file that every school keeps. */
import { allow, cite, FILE_PARTS, type FilePart, fixed, rule, weigh, worded } from '../../../../src/policy/index.ts';
import { measures } from '../../instruments.ts';

const six = ['BASICS', 'PROOFS', 'DEVELOPMENT', 'HEALTH', 'AWARDS', 'AID'] as const satisfies FilePart[];

/** What a student has not got, an award or aid, is filed as none; a part that is missing is named. */
export const fileParts = rule('student-file')({
  id: 'file-parts',
  title: '学生学籍档案内容',
  basis: cite(measures, '第七条', ...['MOE-7.2.1', 'MOE-7.2.2', 'MOE-7.2.3', 'MOE-7.2.4', 'MOE-7.2.5', 'MOE-7.2.6']),
  force: 'MUST',
  parameters: {
    parts: worded(fixed<readonly FilePart[]>(six, 'SUBSET', '学生学籍档案的内容'), FILE_PARTS),
  },
  decide: ({ parts }, law) => {
    const missing = law.parts.filter((part) => !parts.includes(part));
    const facts = { count: parts.length, missing: missing.map((part) => FILE_PARTS[part]).join('、') };
    return missing.length > 0 ? weigh('INCOMPLETE', facts) : allow('COMPLIES', facts);
  },
  sentences: {
    COMPLIES: '学籍档案{count}项内容齐全',
    INCOMPLETE: '学籍档案缺{missing}',
  },
  remedies: { INCOMPLETE: '补齐所缺内容；没有获奖、资助的，注明无' },
  examples: [
    { name: 'all six', facts: { parts: six }, expect: 'COMPLIES' },
    ...six.map((left) => ({
      name: `all but ${left}`,
      facts: { parts: six.filter((part) => part !== left) },
      expect: 'INCOMPLETE',
    })),
  ],
});

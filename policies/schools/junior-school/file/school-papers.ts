/** 校定归档材料: eight papers that the school's text puts into a student's file, two of them with the district's seal. */
import {
  allow,
  type Citation,
  fixed,
  rule,
  SCHOOL_PAPERS,
  type SchoolPaper,
  silent,
  weigh,
  worded,
} from '../../../../src/policy/index.ts';

const eight = Object.keys(SCHOOL_PAPERS) as SchoolPaper[];

/** What is missing is filed later: no registration hangs on it. */
export const schoolPapers = (basis: Citation) =>
  rule('student-file')({
    id: 'school-papers',
    title: '校定归档材料',
    basis,
    force: 'MUST',
    parameters: {
      papers: worded(fixed<readonly SchoolPaper[]>(eight, 'SUBSET', '校定归档材料'), SCHOOL_PAPERS),
    },
    decide: ({ schoolPapers }, law) => {
      if (!schoolPapers) return silent;
      const missing = law.papers.filter((paper) => !schoolPapers.includes(paper));
      return missing.length > 0
        ? weigh('INCOMPLETE', { missing: missing.map((paper) => SCHOOL_PAPERS[paper]).join('、') })
        : allow();
    },
    sentences: {
      COMPLIES: '校定八种归档材料齐全',
      INCOMPLETE: '校定归档材料缺{missing}',
    },
    remedies: { INCOMPLETE: '补齐所缺材料；学籍簿、毕业生登记表须加盖区教体局学籍章' },
    examples: [
      { name: 'all eight', facts: { parts: [], schoolPapers: eight }, expect: 'COMPLIES' },
      ...eight.map((left) => ({
        name: `all but ${left}`,
        facts: { parts: [], schoolPapers: eight.filter((paper) => paper !== left) },
        expect: 'INCOMPLETE',
      })),
      { name: 'nobody has looked', facts: { parts: [] }, expect: 'NONE' },
    ],
  });

/** 报到材料: the notice, the primary file and the household register. */

import { civilDate } from '../../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  fixed,
  paper,
  type Questions,
  questions,
  rule,
  silent,
  weigh,
  worded,
} from '../../../../src/policy/index.ts';
import { choiceWords } from '../../../wording.ts';

type PaperCode = NonNullable<Questions['check-in']['papers']>[number];

const words = questions['check-in'].facts.papers?.words ?? {};
const entrant = { stage: 'JUNIOR', termStart: civilDate('2026-09-01') } as const;
const ALL = ['NOTICE', 'PRIMARY_FILE', 'HOUSEHOLD'] as const;

/** A child of compulsory age is not sent home for a paper: it is handed in later, with a reason. */
export const entryPapers = (basis: Citation) =>
  rule('check-in')({
    id: 'entry-papers',
    title: '新生报到材料',
    basis,
    force: 'MUST',
    parameters: { papers: worded(fixed<readonly PaperCode[]>(ALL, 'SUBSET', '新生报到出示的材料'), words) },
    decide: ({ papers }, law) => {
      if (!papers) return silent;
      const missing = law.papers.filter((one) => !papers.includes(one));
      const named = choiceWords('check-in', 'papers', missing);
      return missing.length > 0 ? weigh('PAPERS_MISSING', { missing: named }) : allow();
    },
    requires: (_, law) => law.papers.map((one) => paper('GUARDIAN', words[one] ?? one)),
    sentences: { COMPLIES: '报到材料齐全', PAPERS_MISSING: '报到材料缺{missing}' },
    remedies: { PAPERS_MISSING: '先办理入学，写明原因，限期补交{missing}' },
    examples: [
      {
        name: 'all papers',
        facts: { ...entrant, papers: ALL },
        expect: 'COMPLIES',
        requires: ['录取（入学）通知书', '小学生档案', '户口簿'],
      },
      { name: 'no primary file', facts: { ...entrant, papers: ['NOTICE', 'HOUSEHOLD'] }, expect: 'PAPERS_MISSING' },
      { name: 'not come yet', facts: entrant, expect: 'NONE' },
    ],
  });

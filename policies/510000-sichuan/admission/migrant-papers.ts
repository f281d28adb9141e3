/** 随迁子女入学材料: as the yearly admission rules of county and city ask for them. */
import {
  allow,
  cite,
  deny,
  leftOpen,
  type Questions,
  questions,
  rule,
  silent,
  worded,
} from '../../../src/policy/index.ts';
import { choiceWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

type PaperCode = NonNullable<Questions['migrant-entry']['papers']>[number];

const residence = { papers: ['RESIDENCE', 'HOUSEHOLD'] } as const;
const child = { stage: 'PRIMARY', registration: 'FULL' } as const;

/** Until the county sets them, it decides child by child; none is turned away by a list nobody made. */
export const migrantPapers = rule('migrant-entry')({
  id: 'migrant-papers-by-year',
  title: '随迁子女入学材料',
  basis: cite(measures, '第八条', 'SC-8.1'),
  force: 'MUST',
  parameters: {
    papers: worded(
      leftOpen<readonly PaperCode[]>('ONCE', '当年招生规定要求随迁子女出示的材料'),
      questions['migrant-entry'].facts.papers?.words ?? {},
    ),
  },
  decide: ({ stage, papers }, law) => {
    if (stage === 'SENIOR') return silent;
    const missing = law.papers.filter((one) => papers && !papers.includes(one));
    const named = choiceWords('migrant-entry', 'papers', missing);
    return missing.length > 0 ? deny('PAPERS_MISSING', { missing: named }) : allow();
  },
  sentences: {
    COMPLIES: '按当地当年招生规定办理入学手续',
    PAPERS_MISSING: '当地当年招生规定要求的材料缺{missing}',
  },
  remedies: { PAPERS_MISSING: '补交{missing}；确有困难的，由学籍主管部门协调入学' },
  examples: [
    { name: 'no rule set', facts: child, expect: 'PARAMETER_NOT_SET' },
    { name: 'nothing handed in yet', with: residence, facts: child, expect: 'COMPLIES' },
    { name: 'all papers', with: residence, facts: { ...child, ...residence }, expect: 'COMPLIES' },
    { name: 'one missing', with: residence, facts: { ...child, papers: ['HOUSEHOLD'] }, expect: 'PAPERS_MISSING' },
    { name: 'senior is no question', facts: { ...child, stage: 'SENIOR' }, expect: 'NONE' },
  ],
});

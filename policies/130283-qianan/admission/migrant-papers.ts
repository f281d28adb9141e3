/** 流动儿童入学证件: residence permit, proof of work or a business licence, and the household register. */
import {
  allow,
  cite,
  deny,
  fixed,
  paper,
  type Questions,
  questions,
  rule,
  silent,
  worded,
} from '../../../src/policy/index.ts';
import { choiceWords } from '../../wording.ts';
import { system } from '../instruments.ts';

type PaperCode = NonNullable<Questions['migrant-entry']['papers']>[number];

const words = questions['migrant-entry'].facts.papers?.words ?? {};
const child = { stage: 'PRIMARY', registration: 'FULL' } as const;

/** The papers that the text asks for still count; the guest registration that it gives for them does not. */
export const migrantPapers = rule('migrant-entry')({
  id: 'migrant-papers',
  title: '流动儿童入学证件',
  basis: cite(system, '二、（一）', 'S5-2.1.5'),
  force: 'MUST',
  parameters: {
    papers: worded(
      fixed<readonly PaperCode[]>(['RESIDENCE', 'HOUSEHOLD'], 'SUBSET', '流动儿童入学须出示的证件'),
      words,
    ),
    oneOf: worded(fixed<readonly PaperCode[]>(['EMPLOYMENT', 'LICENCE'], 'NEVER', '流动儿童入学出示其一的证件'), words),
  },
  decide: ({ stage, papers }, law) => {
    if (stage !== 'PRIMARY') return silent;
    if (!papers) return allow('PAPERS_WANTED');
    const missing = law.papers.filter((one) => !papers.includes(one));
    if (!law.oneOf.some((one) => papers.includes(one))) missing.push(law.oneOf[0] ?? 'EMPLOYMENT');
    const named = choiceWords('migrant-entry', 'papers', missing);
    return missing.length > 0 ? deny('PAPERS_MISSING', { missing: named }) : allow();
  },
  requires: ({ stage }, law) => {
    if (stage !== 'PRIMARY') return [];
    const named = (codes: readonly string[]) => codes.map((code) => words[code] ?? code);
    return [...named(law.papers), named(law.oneOf).join('或')].map((what) => paper('GUARDIAN', what));
  },
  sentences: {
    COMPLIES: '入学证件齐全',
    PAPERS_WANTED: '凭居住、就业证件和户口簿到教育局指定的学校登记入学',
    PAPERS_MISSING: '入学证件缺{missing}',
  },
  remedies: { PAPERS_MISSING: '补交{missing}；确有困难的，由教育局协调入学' },
  examples: [
    {
      name: 'nothing handed in yet',
      facts: child,
      expect: 'PAPERS_WANTED',
      requires: ['居住证（暂住证）', '户口簿', '就业证明或营业执照'],
    },
    {
      name: 'with proof of work',
      facts: { ...child, papers: ['RESIDENCE', 'HOUSEHOLD', 'EMPLOYMENT'] },
      expect: 'COMPLIES',
    },
    {
      name: 'with a business licence',
      facts: { ...child, papers: ['RESIDENCE', 'HOUSEHOLD', 'LICENCE'] },
      expect: 'COMPLIES',
    },
    { name: 'neither', facts: { ...child, papers: ['RESIDENCE', 'HOUSEHOLD'] }, expect: 'PAPERS_MISSING' },
    { name: 'no residence permit', facts: { ...child, papers: ['HOUSEHOLD', 'LICENCE'] }, expect: 'PAPERS_MISSING' },
    { name: 'junior is no question', facts: { ...child, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});

/** 义务教育退学: only for lost learning ability or for settling abroad, with proof, by township and county. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  cite,
  deny,
  fixed,
  type PartyName,
  paper,
  type Questions,
  questions,
  rule,
  silent,
  step,
  worded,
} from '../../../src/policy/index.ts';
import { completeCompulsoryEducation } from '../../000000-national/departure/complete-compulsory-education.ts';
import { choiceWords } from '../../wording.ts';
import { rules } from '../instruments.ts';

type Withdrawal = Questions['withdrawal'];
type Ground = Withdrawal['ground'];
type PaperCode = NonNullable<Withdrawal['papers']>[number];

const asked = {
  stage: 'JUNIOR',
  bornOn: civilDate('2013-05-01'),
  nineYearsDone: false,
  initiatedBy: 'FAMILY',
} as const;
const ill = { ...asked, ground: 'LOST_ABILITY' } as const;
const emigrating = { ...asked, ground: 'EMIGRATION' } as const;

/** The proof that article 28 names; the form for settling abroad is that of article 30. */
const papersFor = (ground: Ground): PaperCode[] => (ground === 'EMIGRATION' ? ['PASSPORT', 'HOUSEHOLD'] : ['MEDICAL']);

const WHAT: Partial<Record<PartyName, string>> = { TOWNSHIP: '批准退学', COUNTY: '办理退学手续' };

export const compulsoryWithdrawal = rule('withdrawal')({
  id: 'compulsory-withdrawal',
  title: '义务教育阶段退学',
  basis: cite(rules, '第二十八条', 'SX-28.1', 'SX-28.2', 'SX-28.3'),
  force: 'MUST',
  replaces: completeCompulsoryEducation.id,
  parameters: {
    grounds: worded(
      fixed<readonly Ground[]>(['LOST_ABILITY', 'EMIGRATION'], 'SUBSET', '义务教育阶段准予退学的事由'),
      questions.withdrawal.facts.ground?.words ?? {},
    ),
    chain: fixed<readonly PartyName[]>(['SCHOOL', 'TOWNSHIP', 'COUNTY'], 'NEVER', '义务教育阶段退学的审批环节'),
  },
  decide: ({ stage, initiatedBy, ground, papers }, law) => {
    if (stage === 'SENIOR') return silent;
    if (initiatedBy === 'SCHOOL') return deny('NOT_ASKED_BY_FAMILY');
    if (!law.grounds.includes(ground)) return deny('NOT_AN_EXCEPTION');
    const missing = papersFor(ground).filter((one) => papers && !papers.includes(one));
    const named = choiceWords('withdrawal', 'papers', missing);
    return missing.length > 0 ? deny('PAPERS_MISSING', { missing: named }) : allow();
  },
  requires: ({ stage, ground }, law) => {
    if (stage === 'SENIOR' || !law.grounds.includes(ground)) return [];
    return [
      ...papersFor(ground).map((one) => paper('GUARDIAN', choiceWords('withdrawal', 'papers', [one]))),
      ...law.chain.map((by) => step(by, WHAT[by] ?? '审核上报')),
    ];
  },
  sentences: {
    COMPLIES: '属准予退学的情形，经乡镇人民政府（街道办事处）批准，由县级教育行政部门办理',
    NOT_AN_EXCEPTION: '义务教育阶段，除丧失学习能力和出国（境）定居外，不允许退学',
    NOT_ASKED_BY_FAMILY: '义务教育阶段的退学只由学生及监护人申请，学校不得要求',
    PAPERS_MISSING: '退学材料缺{missing}',
  },
  remedies: {
    NOT_AN_EXCEPTION: '因病不能到校的办理休学，到外地就读的办理转学',
    NOT_ASKED_BY_FAMILY: '继续就读；有困难的，由学校帮扶',
    PAPERS_MISSING: '补交{missing}后再报',
  },
  examples: [
    {
      name: 'lost ability',
      facts: ill,
      expect: 'COMPLIES',
      requires: ['县级以上医疗单位证明', '审核上报', '批准退学', '办理退学手续'],
    },
    { name: 'lost ability, proof handed in', facts: { ...ill, papers: ['MEDICAL'] }, expect: 'COMPLIES' },
    { name: 'lost ability without proof', facts: { ...ill, papers: ['APPLICATION'] }, expect: 'PAPERS_MISSING' },
    {
      name: 'settling abroad',
      facts: { ...emigrating, papers: ['PASSPORT', 'HOUSEHOLD'] },
      expect: 'COMPLIES',
      requires: ['学生本人护照复印件', '户口簿复印件', '审核上报', '批准退学', '办理退学手续'],
    },
    { name: 'settling abroad, no passport', facts: { ...emigrating, papers: ['HOUSEHOLD'] }, expect: 'PAPERS_MISSING' },
    { name: 'another ground', facts: { ...asked, ground: 'OTHER' }, expect: 'NOT_AN_EXCEPTION', requires: [] },
    { name: 'the school wants it', facts: { ...ill, initiatedBy: 'SCHOOL' }, expect: 'NOT_ASKED_BY_FAMILY' },
    { name: 'senior is no question', facts: { ...ill, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
  ],
});

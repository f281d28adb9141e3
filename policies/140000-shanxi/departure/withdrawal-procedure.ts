/** 退学手续: application and form of article 30; for senior students also who agrees, approves and enters it. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { cite, deny, fixed, type PartyName, paper, rule, silent, step } from '../../../src/policy/index.ts';
import { choiceWords } from '../../wording.ts';
import { rules } from '../instruments.ts';

const NEEDED = ['APPLICATION', 'FORM'] as const;
const PAPERS = ['书面退学申请', '山西省中小学生退学申请表（附件10）'];
const asked = {
  stage: 'SENIOR',
  bornOn: civilDate('2009-05-01'),
  nineYearsDone: true,
  initiatedBy: 'FAMILY',
  ground: 'ACCIDENT',
} as const;
const emigrating = { ...asked, stage: 'JUNIOR', nineYearsDone: false, ground: 'EMIGRATION' } as const;

/** Below senior school the article speaks of settling abroad alone, and there article 28 says who decides. */
export const withdrawalProcedure = rule('withdrawal')({
  id: 'withdrawal-procedure',
  title: '退学手续',
  basis: cite(rules, '第三十条', 'SX-30.1'),
  force: 'MUST',
  parameters: {
    chain: fixed<readonly PartyName[]>(['SCHOOL', 'AUTHORITY'], 'NEVER', '普通高中退学的审批环节'),
  },
  decide: ({ stage, ground, papers }) => {
    if (!papers || (stage !== 'SENIOR' && ground !== 'EMIGRATION')) return silent;
    const missing = NEEDED.filter((one) => !papers.includes(one));
    if (missing.length === 0) return silent;
    return deny('PAPERS_MISSING', { missing: choiceWords('withdrawal', 'papers', missing) });
  },
  requires: ({ stage, ground }, law) => {
    if (stage !== 'SENIOR' && ground !== 'EMIGRATION') return [];
    const papers = PAPERS.map((what) => paper('GUARDIAN', what));
    if (stage !== 'SENIOR') return papers;
    const steps = law.chain.map((by) => step(by, by === 'SCHOOL' ? '审核同意' : '批准退学'));
    return [...papers, ...steps, step('SCHOOL', '在学籍系统中做退学处理')];
  },
  sentences: { PAPERS_MISSING: '退学手续缺{missing}' },
  remedies: { PAPERS_MISSING: '由学生本人或监护人补交{missing}' },
  examples: [
    {
      name: 'a senior student',
      facts: { ...asked, papers: NEEDED },
      expect: 'NONE',
      requires: [...PAPERS, '审核同意', '批准退学', '在学籍系统中做退学处理'],
    },
    { name: 'no form', facts: { ...asked, papers: ['APPLICATION'] }, expect: 'PAPERS_MISSING' },
    { name: 'no application', facts: { ...emigrating, papers: ['FORM'] }, expect: 'PAPERS_MISSING' },
    { name: 'settling abroad', facts: emigrating, expect: 'NONE', requires: PAPERS },
    {
      name: 'lost ability in junior school',
      facts: { ...emigrating, ground: 'LOST_ABILITY', papers: [] },
      expect: 'NONE',
      requires: [],
    },
  ],
});

/** 高中退学: on the application of student and guardian, with the province's form; the school agrees, the authority approves. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
import { allow, cite, deny, fixed, type PartyName, paper, rule, silent, step } from '../../../src/policy/index.ts';
import { choiceWords } from '../../wording.ts';
import { measures } from '../instruments.ts';

const NEEDED = ['APPLICATION', 'FORM'] as const;
const asked = {
  stage: 'SENIOR',
  bornOn: civilDate('2009-05-01'),
  nineYearsDone: true,
  initiatedBy: 'FAMILY',
  ground: 'OTHER',
} as const;

/** The text says 特殊情况 and names none: which one it is, school and authority see from the application. */
export const seniorWithdrawal = rule('withdrawal')({
  id: 'senior-withdrawal',
  title: '普通高中退学',
  basis: cite(measures, '第二十八条', 'SC-28.1'),
  force: 'MUST',
  parameters: {
    chain: fixed<readonly PartyName[]>(['SCHOOL', 'AUTHORITY'], 'NEVER', '普通高中退学的审批环节'),
  },
  decide: ({ stage, initiatedBy, papers }) => {
    if (stage !== 'SENIOR') return silent;
    if (initiatedBy === 'SCHOOL') return deny('NOT_ASKED_BY_FAMILY');
    const missing = NEEDED.filter((one) => papers && !papers.includes(one));
    const named = choiceWords('withdrawal', 'papers', missing);
    return missing.length > 0 ? deny('PAPERS_MISSING', { missing: named }) : allow();
  },
  requires: ({ stage }, law) =>
    stage === 'SENIOR'
      ? [
          paper('GUARDIAN', '书面退学申请'),
          paper('GUARDIAN', '四川省中小学生退学申请表（附件6）'),
          ...law.chain.map((by) => step(by, by === 'SCHOOL' ? '审核同意' : '批准退学')),
        ]
      : [],
  sentences: {
    COMPLIES: '因特殊情况书面申请，经学校审核同意，报教育行政部门批准后退学',
    NOT_ASKED_BY_FAMILY: '退学由学生及监护人书面申请，学校不得代为提出',
    PAPERS_MISSING: '退学材料缺{missing}',
  },
  remedies: {
    NOT_ASKED_BY_FAMILY: '请学生及监护人提出书面申请',
    PAPERS_MISSING: '补交{missing}后再报',
  },
  examples: [
    {
      name: 'asked by the family',
      facts: asked,
      expect: 'COMPLIES',
      requires: ['书面退学申请', '四川省中小学生退学申请表（附件6）', '审核同意', '批准退学'],
    },
    { name: 'all papers', facts: { ...asked, papers: NEEDED }, expect: 'COMPLIES' },
    { name: 'no form', facts: { ...asked, papers: ['APPLICATION'] }, expect: 'PAPERS_MISSING' },
    { name: 'the school wants it', facts: { ...asked, initiatedBy: 'SCHOOL' }, expect: 'NOT_ASKED_BY_FAMILY' },
    { name: 'junior is no question', facts: { ...asked, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});

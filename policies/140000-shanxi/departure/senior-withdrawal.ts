/** 高中退学: four grounds, each with its proof. */
import { civilDate } from '../../../src/kernel/civil-date.ts';
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
import { rules } from '../instruments.ts';

type Withdrawal = Questions['withdrawal'];
type Ground = Withdrawal['ground'];
type PaperCode = NonNullable<Withdrawal['papers']>[number];

const PROOF: Partial<Record<Ground, readonly PaperCode[]>> = {
  INCURABLE: ['MEDICAL'],
  ACCIDENT: ['MEDICAL_IIA'],
  EMIGRATION: ['PASSPORT', 'HOUSEHOLD'],
  JUDICIAL: [],
};
const proofOf = (ground: Ground): readonly PaperCode[] => PROOF[ground] ?? [];

const asked = {
  stage: 'SENIOR',
  bornOn: civilDate('2009-05-01'),
  nineYearsDone: true,
  initiatedBy: 'FAMILY',
} as const;
const ill = { ...asked, ground: 'INCURABLE', leaveYears: 2 } as const;

/** An illness counts only after two years of leave; what a judicial decision looks like the text does not say. */
export const seniorWithdrawal = rule('withdrawal')({
  id: 'senior-withdrawal',
  title: '普通高中退学',
  basis: cite(rules, '第二十九条', 'SX-29.1', 'SX-29.2', 'SX-29.3', 'SX-29.4'),
  force: 'MUST',
  parameters: {
    grounds: worded(
      fixed<readonly Ground[]>(
        ['INCURABLE', 'ACCIDENT', 'EMIGRATION', 'JUDICIAL'],
        'SUBSET',
        '普通高中可以申请退学的事由',
      ),
      questions.withdrawal.facts.ground?.words ?? {},
    ),
    leaveYears: fixed(2, 'LARGER', '因病退学前已休学', '年'),
  },
  decide: ({ stage, initiatedBy, ground, leaveYears, papers }, law) => {
    if (stage !== 'SENIOR') return silent;
    if (initiatedBy === 'SCHOOL') return deny('NOT_ASKED_BY_FAMILY');
    if (!law.grounds.includes(ground)) return deny('NOT_A_GROUND');
    if (ground === 'INCURABLE' && (leaveYears ?? 0) < law.leaveYears) return deny('LEAVE_TOO_SHORT');
    const missing = proofOf(ground).filter((one) => papers && !papers.includes(one));
    const named = choiceWords('withdrawal', 'papers', missing);
    return missing.length > 0 ? deny('PAPERS_MISSING', { missing: named }) : allow();
  },
  requires: ({ stage, ground }) =>
    stage === 'SENIOR'
      ? proofOf(ground).map((one) => paper('GUARDIAN', choiceWords('withdrawal', 'papers', [one])))
      : [],
  sentences: {
    COMPLIES: '属普通高中可以申请退学的情形',
    NOT_A_GROUND: '不属普通高中可以申请退学的四种情形',
    LEAVE_TOO_SHORT: '因病退学的，须已休学{leaveYears}年',
    NOT_ASKED_BY_FAMILY: '退学由学生本人或监护人书面申请，学校不得代为提出',
    PAPERS_MISSING: '退学证明缺{missing}',
  },
  remedies: {
    NOT_A_GROUND: '可申请休学；长期旷课的，按自动退学的规定核查',
    LEAVE_TOO_SHORT: '先办理休学或继续休学',
    NOT_ASKED_BY_FAMILY: '请学生或监护人提出书面申请',
    PAPERS_MISSING: '补交{missing}后再报',
  },
  examples: [
    {
      name: 'ill, two years of leave',
      facts: ill,
      expect: 'COMPLIES',
      requires: ['县级以上医疗单位证明'],
    },
    { name: 'ill, one year of leave', facts: { ...ill, leaveYears: 1 }, expect: 'LEAVE_TOO_SHORT' },
    { name: 'ill, nothing known of a leave', facts: { ...asked, ground: 'INCURABLE' }, expect: 'LEAVE_TOO_SHORT' },
    {
      name: 'an accident, proof of a county hospital only',
      facts: { ...asked, ground: 'ACCIDENT', papers: ['MEDICAL'] },
      expect: 'PAPERS_MISSING',
    },
    {
      name: 'an accident, proof of a hospital of grade two A',
      facts: { ...asked, ground: 'ACCIDENT', papers: ['MEDICAL_IIA'] },
      expect: 'COMPLIES',
    },
    {
      name: 'settling abroad, no household register',
      facts: { ...asked, ground: 'EMIGRATION', papers: ['PASSPORT'] },
      expect: 'PAPERS_MISSING',
    },
    {
      name: 'convicted and asking to leave',
      facts: { ...asked, ground: 'JUDICIAL', papers: [] },
      expect: 'COMPLIES',
    },
    { name: 'no listed ground', facts: { ...asked, ground: 'OTHER' }, expect: 'NOT_A_GROUND', requires: [] },
    { name: 'the school wants it', facts: { ...ill, initiatedBy: 'SCHOOL' }, expect: 'NOT_ASKED_BY_FAMILY' },
    { name: 'junior is no question', facts: { ...ill, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});

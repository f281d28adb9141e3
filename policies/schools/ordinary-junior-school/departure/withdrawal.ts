/** 退学: only who has lost the ability to learn, with hospital proof, and with a certificate of withdrawal. */
import { civilDate } from '../../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  deny,
  fixed,
  type PartyName,
  paper,
  rule,
  silent,
  step,
} from '../../../../src/policy/index.ts';
import { completeCompulsoryEducation } from '../../../000000-national/departure/complete-compulsory-education.ts';

const asked = {
  stage: 'JUNIOR',
  bornOn: civilDate('2013-05-01'),
  nineYearsDone: false,
  initiatedBy: 'FAMILY',
  ground: 'LOST_ABILITY',
} as const;

export const withdrawalOfUnable = (basis: Citation) =>
  rule('withdrawal')({
    id: 'withdrawal-of-unable',
    title: '丧失学习能力退学',
    basis,
    force: 'MUST',
    replaces: completeCompulsoryEducation.id,
    parameters: {
      chain: fixed<readonly PartyName[]>(['AUTHORITY', 'SCHOOL'], 'NEVER', '丧失学习能力退学的环节'),
    },
    decide: ({ stage, ground, papers }) => {
      if (stage === 'SENIOR') return silent;
      if (ground !== 'LOST_ABILITY') return deny('ABLE_TO_LEARN');
      return papers && !papers.includes('MEDICAL') ? deny('NO_PROOF') : allow();
    },
    requires: ({ stage, ground }, law) => {
      if (stage === 'SENIOR' || ground !== 'LOST_ABILITY') return [];
      return [
        paper('GUARDIAN', '家长申请'),
        paper('GUARDIAN', '区（市）级以上医院证明'),
        ...law.chain.map((by) => step(by, by === 'SCHOOL' ? '开具退学证明' : '批准退学')),
      ];
    },
    sentences: {
      COMPLIES: '丧失学习能力，经教育主管部门批准后开具退学证明',
      ABLE_TO_LEARN: '除丧失学习能力者外，不得中途退学',
      NO_PROOF: '缺区（市）级以上医院证明',
    },
    remedies: {
      ABLE_TO_LEARN: '因病不能到校的办理休学，到外地就读的办理转学',
      NO_PROOF: '补交区（市）级以上医院证明后再报',
    },
    examples: [
      {
        name: 'lost ability',
        facts: { ...asked, papers: ['APPLICATION', 'MEDICAL'] },
        expect: 'COMPLIES',
        requires: ['家长申请', '区（市）级以上医院证明', '批准退学', '开具退学证明'],
      },
      { name: 'nothing handed in yet', facts: asked, expect: 'COMPLIES' },
      { name: 'no proof', facts: { ...asked, papers: ['APPLICATION'] }, expect: 'NO_PROOF' },
      { name: 'settling abroad', facts: { ...asked, ground: 'EMIGRATION' }, expect: 'ABLE_TO_LEARN', requires: [] },
      { name: 'senior is no question', facts: { ...asked, stage: 'SENIOR' }, expect: 'NONE', requires: [] },
    ],
  });

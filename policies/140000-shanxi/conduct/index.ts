/** 山西 奖惩: kinds by stage, probation, expulsion, what is filed. */
import { cite, duty, type PackPart, setting } from '../../../src/policy/index.ts';
import { assessmentFiling } from '../../000000-national/conduct/assessment-filing.ts';
import { awardFiling } from '../../000000-national/conduct/award-filing.ts';
import { compulsoryDisciplineKinds } from '../../000000-national/conduct/compulsory-discipline-kinds.ts';
import { disciplineFiling } from '../../000000-national/conduct/discipline-filing.ts';
import { disciplineGrounds } from '../../000000-national/conduct/discipline-grounds.ts';
import { expulsionApproval } from '../../000000-national/conduct/expulsion-approval.ts';
import { seniorDisciplineKinds } from '../../000000-national/conduct/senior-discipline-kinds.ts';
import { rules } from '../instruments.ts';
import { probationEnd } from './probation-end.ts';
import { probationTerm } from './probation-term.ts';

const article = (...clauses: string[]) => cite(rules, '第四十条', ...clauses);

export const conduct: PackPart = {
  rules: [
    disciplineGrounds(article('SX-40.0'), {
      grounds: ['CODE', 'SCHOOL_RULES', 'PUBLIC_SECURITY'],
      afterEducation: false,
    }),
    ...[seniorDisciplineKinds(article('SX-40.2')), probationTerm, probationEnd],
    expulsionApproval(article('SX-40.5'), { approvers: ['CITY'], by: 'CITY', what: '批准' }),
    disciplineFiling(article('SX-40.4'), ['DEMERIT', 'PROBATION', 'EXPULSION']),
    awardFiling('award-filing', cite(rules, '第三十九条', 'SX-39.2'), ['SCHOOL', 'ABOVE_SCHOOL']),
    assessmentFiling(cite(rules, '第十一条', 'SX-11.2.3'), ['QUALITY']),
  ],
  settings: [
    setting(compulsoryDisciplineKinds, { kinds: ['WARNING', 'SERIOUS_WARNING', 'DEMERIT'] }, article('SX-40.1')),
  ],
  duties: [
    duty({
      id: 'reward-students',
      title: '对全面发展或某一方面有突出表现的学生给予奖励',
      basis: cite(rules, '第三十九条', 'SX-39.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'STANDING' },
    }),
    duty({
      id: 'decide-probation',
      title: '留校察看期满前，决定撤销处分或者报批开除学籍',
      basis: article('SX-40.3'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '给予留校察看处分', within: { months: 12 } },
    }),
  ],
};

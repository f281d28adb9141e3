/** 四川 奖惩: kinds, grounds and decision of discipline, its revocation, awards and assessments. */
import { cite, duty, type PackPart, setting } from '../../../src/policy/index.ts';
import { assessmentFiling } from '../../000000-national/conduct/assessment-filing.ts';
import { awardFiling } from '../../000000-national/conduct/award-filing.ts';
import { compulsoryDisciplineKinds } from '../../000000-national/conduct/compulsory-discipline-kinds.ts';
import { disciplineFiling } from '../../000000-national/conduct/discipline-filing.ts';
import { disciplineGrounds } from '../../000000-national/conduct/discipline-grounds.ts';
import { expulsionApproval } from '../../000000-national/conduct/expulsion-approval.ts';
import { revocation } from '../../000000-national/conduct/revocation.ts';
import { seniorDisciplineKinds } from '../../000000-national/conduct/senior-discipline-kinds.ts';
import { measures } from '../instruments.ts';
import { assessmentForms } from './assessment-forms.ts';
import { assessmentTaken } from './assessment-taken.ts';
import { disciplineMeeting } from './discipline-meeting.ts';

const kinds = cite(measures, '第三十七条', 'SC-37.1');

export const conduct: PackPart = {
  rules: [
    ...[disciplineGrounds(kinds, { grounds: ['CODE', 'SCHOOL_RULES'], afterEducation: true })],
    ...[seniorDisciplineKinds(kinds), disciplineMeeting],
    expulsionApproval(cite(measures, '第三十八条', 'SC-38.3'), {
      approvers: ['COUNTY', 'CITY', 'PROVINCE'],
      by: 'AUTHORITY',
      what: '审查备案',
    }),
    disciplineFiling(cite(measures, '第三十八条', 'SC-38.5'), [
      ...(['WARNING', 'SERIOUS_WARNING', 'DEMERIT', 'PROBATION', 'EXPULSION'] as const),
    ]),
    revocation(cite(measures, '第三十八条', 'SC-38.4', 'SC-38.6', 'SC-38.7'), [
      ...(['WARNING', 'SERIOUS_WARNING', 'DEMERIT', 'PROBATION'] as const),
    ]),
    awardFiling('award-filing', cite(measures, '第三十六条', 'SC-36.2'), ['CLASS', 'SCHOOL', 'ABOVE_SCHOOL']),
    assessmentFiling(cite(measures, '第二十三条', 'SC-23.3', 'SC-17.2.3'), [
      ...(['MONTHLY', 'MIDTERM', 'FINAL', 'CREDITS', 'QUALITY', 'PROFICIENCY', 'SPORT', 'PRACTICE'] as const),
    ]),
    ...[assessmentTaken, assessmentForms],
  ],
  settings: [
    setting(compulsoryDisciplineKinds, { kinds: ['WARNING', 'SERIOUS_WARNING', 'DEMERIT', 'PROBATION'] }, kinds),
  ],
  notApplied: [
    {
      question: 'discipline',
      basis: kinds,
      says: '开除列为处分的一种，不分学段',
      because:
        '义务教育法·第二十七条规定不得开除，四川·第二十七条规定未完成九年义务教育的不得退学；开除只适用于普通高中',
      conflict: 'C43',
    },
  ],
  duties: [
    duty({
      id: 'commend-students',
      title: '对全面发展、表现突出的学生给予表扬和鼓励',
      basis: cite(measures, '第三十六条', 'SC-36.1'),
      holder: 'SCHOOL',
      rhythm: { kind: 'STANDING' },
    }),
    duty({
      id: 'revoke-discipline',
      title: '受处分学生确有明显进步的，及时撤销处分',
      basis: cite(measures, '第三十八条', 'SC-38.4'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '受处分学生有明显进步' },
    }),
    duty({
      id: 'file-assessments',
      title: '及时将评价信息记入学生学籍档案',
      basis: cite(measures, '第二十三条', 'SC-23.3'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '评价结果产生' },
    }),
  ],
};

/** 四川 建籍: entry review of seniors, rosters, and parameters of registration. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { rosterByDay } from '../../000000-national/registration/roster-by-day.ts';
import { measures } from '../instruments.ts';
import { examNumbers } from './exam-number.ts';
import { examNumberForm } from './exam-number-form.ts';
import { juniorGraduatesStayOut } from './junior-graduates-stay-out.ts';
import { rosterWithinRules } from './roster-within-rules.ts';
import { seniorEntryReview } from './senior-entry-review.ts';
import { seniorForm } from './senior-form.ts';
import { settings } from './settings.ts';

export const registration: PackPart = {
  rules: [
    ...examNumbers,
    examNumberForm,
    seniorEntryReview,
    juniorGraduatesStayOut,
    seniorForm,
    rosterWithinRules,
    rosterByDay(cite(measures, '第十八条', 'SC-18.4', 'SC-18.3'), ['SENIOR'], '09-30'),
  ],
  settings,
  duties: [
    duty({
      id: 'report-rosters',
      title: '编制普通高中学生花名册（附件3），按管理权限上报',
      basis: cite(measures, '第十八条', 'SC-18.3'),
      holder: 'SCHOOL',
      rhythm: { kind: 'AFTER', event: '普通高中新生入学' },
    }),
    duty({
      id: 'confirm-rosters',
      title: '审核确认普通高中学生花名册',
      basis: cite(measures, '第十八条', 'SC-18.4'),
      holder: 'CITY',
      rhythm: { kind: 'EVERY', period: 'SCHOOL_YEAR', lastDay: '09-30' },
    }),
  ],
};

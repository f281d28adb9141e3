/** 四川 建籍: entry review of seniors, rosters, and parameters of registration. */
import { cite, type PackPart } from '../../../src/policy/index.ts';
import { rosterByDay } from '../../000000-national/registration/roster-by-day.ts';
import { measures } from '../instruments.ts';
import { examNumbers } from './exam-number.ts';
import { juniorGraduatesStayOut } from './junior-graduates-stay-out.ts';
import { rosterWithinRules } from './roster-within-rules.ts';
import { seniorEntryReview } from './senior-entry-review.ts';
import { seniorForm } from './senior-form.ts';
import { settings } from './settings.ts';

export const registration: PackPart = {
  rules: [
    ...examNumbers,
    seniorEntryReview,
    juniorGraduatesStayOut,
    seniorForm,
    rosterWithinRules,
    rosterByDay(cite(measures, '第十八条', 'SC-18.4', 'SC-18.3'), ['SENIOR'], '09-30'),
  ],
  settings,
};

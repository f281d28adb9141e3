/** 四川: registration and rosters. */
import { cite, pack } from '../../src/policy/index.ts';
import { rosterByDay } from '../000000-national/registration/roster-by-day.ts';
import { measures } from './instruments.ts';
import { seniorEntryReview } from './senior-entry-review.ts';
import { settings } from './settings.ts';

export const sichuan = pack({
  placeCode: '510000',
  instruments: [measures],
  rules: [seniorEntryReview, rosterByDay(cite(measures, '第十八条', 'SC-18.4', 'SC-18.3'), ['SENIOR'], '09-30')],
  settings,
});

/** 山西 招生入学: plans, check-in, no-show, migrant children, senior schools, promotion, and balanced class groups. */
import { cite, type PackPart, setting } from '../../../src/policy/index.ts';
import { autumnEntry } from '../../000000-national/admission/autumn-entry.ts';
import { entryDeferral } from '../../000000-national/admission/entry-deferral.ts';
import { fileFollows } from '../../000000-national/admission/file-follows.ts';
import { fraudulentEntry } from '../../000000-national/admission/fraudulent-entry.ts';
import { migrantRegistration } from '../../000000-national/admission/migrant-registration.ts';
import { reportInTime } from '../../000000-national/admission/report-in-time.ts';
import { withinPlan } from '../../000000-national/admission/within-plan.ts';
import { rules } from '../instruments.ts';
import { classBalance } from './class-balance.ts';
import { deferralRequest } from './deferral-request.ts';
import { duties } from './duties.ts';
import { noShowOfChild, noShowOfSenior } from './no-show.ts';
import { privateSeniorList, privateSeniorMethod, seniorAdmitted } from './private-senior.ts';
import { gradeUp, photoRetaken } from './promotion.ts';

export const admission: PackPart = {
  rules: [
    autumnEntry(cite(rules, '第九条', 'SX-9.3'), ['PRIMARY', 'JUNIOR', 'SENIOR']),
    withinPlan(cite(rules, '第九条', 'SX-9.7')),
    reportInTime(cite(rules, '第十二条', 'SX-12.1')),
    entryDeferral(cite(rules, '第十二条', 'SX-12.2', 'SX-12.3'), '超过两周仍不能入学的，办理休学手续'),
    fraudulentEntry(cite(rules, '第十二条', 'SX-12.6')),
    fileFollows(cite(rules, '第四条', 'SX-4.2')),
    ...[deferralRequest, noShowOfChild, noShowOfSenior],
    ...[privateSeniorMethod, privateSeniorList, seniorAdmitted],
    ...[gradeUp, photoRetaken, classBalance],
  ],
  settings: [setting(migrantRegistration, { registrations: ['FULL'] }, cite(rules, '第十条', 'SX-10.3', 'SX-10.1'))],
  duties,
};

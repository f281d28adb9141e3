/** 四川 招生入学: plans, check-in, no-show, migrant children, and the gate of senior school. */
import { cite, duty, type PackPart } from '../../../src/policy/index.ts';
import { autumnEntry } from '../../000000-national/admission/autumn-entry.ts';
import { entryDeferral } from '../../000000-national/admission/entry-deferral.ts';
import { entryWithoutTest } from '../../000000-national/admission/entry-without-test.ts';
import { fraudulentEntry } from '../../000000-national/admission/fraudulent-entry.ts';
import { reportInTime } from '../../000000-national/admission/report-in-time.ts';
import { withinPlan } from '../../000000-national/admission/within-plan.ts';
import { measures } from '../instruments.ts';
import { allGoToJunior } from './all-go-to-junior.ts';
import { crossCity } from './cross-city.ts';
import { migrantPapers } from './migrant-papers.ts';
import { noShowOfChild, noShowOfSenior } from './no-show.ts';
import { irregularRecruit, seniorEntryDone, seniorNotice } from './senior-entry.ts';

export const admission: PackPart = {
  rules: [
    autumnEntry(cite(measures, '第四条', 'SC-4.3'), ['PRIMARY', 'JUNIOR', 'SENIOR']),
    withinPlan(cite(measures, '第六条', 'SC-6.1', 'SC-6.2')),
    entryWithoutTest(cite(measures, '第七条', 'SC-7.1')),
    reportInTime(cite(measures, '第十条', 'SC-10.1')),
    entryDeferral(cite(measures, '第十条', 'SC-10.2'), '缩短到两周以内；期满仍不能到校的，另行商定入学办法'),
    fraudulentEntry(cite(measures, '第十二条', 'SC-12.1')),
    ...[crossCity, noShowOfChild, noShowOfSenior, migrantPapers],
    ...[seniorEntryDone, seniorNotice, irregularRecruit, allGoToJunior],
  ],
  duties: [
    duty({
      id: 'senior-local-recruitment',
      title: '组织实施普通高中属地招生',
      basis: cite(measures, '第六条', 'SC-6.3'),
      holder: 'CITY',
      rhythm: { kind: 'EVERY', period: 'SCHOOL_YEAR' },
    }),
  ],
};

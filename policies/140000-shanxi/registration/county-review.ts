/** 县级审核: the county where the school lies reviews every new registration, also where the city is the authority. */
import { allow, cite, deny, rule, silent } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

/**
 * Article 11 sends every registration through the county where the school lies; article 3 makes the city the
 * supervising authority of senior and city-run schools. Both hold: the county reviews, then the city decides.
 */
export const countyReview = rule('registration-review')({
  id: 'county-review',
  title: '县级审核',
  basis: cite(rules, '第十一条', 'SX-11.4.3b', 'SX-3.7', 'SX-3.9'),
  force: 'MUST',
  parameters: {},
  decide: ({ supervisedBy, reviewedByCounty }) => {
    if (supervisedBy === 'COUNTY') return silent;
    return reviewedByCounty ? allow() : deny('NOT_REVIEWED');
  },
  sentences: {
    COMPLIES: '学校所在地县级教育行政部门已审核',
    NOT_REVIEWED: '须先经学校所在地县级教育行政部门审核',
  },
  remedies: { NOT_REVIEWED: '先报学校所在地县级教育行政部门审核，再由学籍主管部门核办' },
  examples: [
    {
      name: 'a senior school, reviewed',
      facts: { stage: 'SENIOR', supervisedBy: 'CITY', reviewedByCounty: true },
      expect: 'COMPLIES',
    },
    {
      name: 'a senior school, not reviewed',
      facts: { stage: 'SENIOR', supervisedBy: 'CITY', reviewedByCounty: false },
      expect: 'NOT_REVIEWED',
    },
    {
      name: 'a city-run primary school, not reviewed',
      facts: { stage: 'PRIMARY', supervisedBy: 'CITY', reviewedByCounty: false },
      expect: 'NOT_REVIEWED',
    },
    {
      name: 'the county decides itself',
      facts: { stage: 'PRIMARY', supervisedBy: 'COUNTY', reviewedByCounty: false },
      expect: 'NONE',
    },
  ],
});

/** 学校文本 篇四 转学: the first year, papers out of and into the city, and students whom the authority sends. */

import { civilDate } from '../../../src/kernel/civil-date.ts';
import {
  allow,
  type Citation,
  cite,
  deny,
  fixed,
  type Instrument,
  lastDayOf,
  type PackPart,
  paper,
  rule,
  silent,
  step,
  type TimeLimit,
} from '../../../src/policy/index.ts';
import { ordinaryTransfer } from '../../000000-national/transfer/ordinary-transfer.ts';

const inCity = {
  ...ordinaryTransfer,
  stage: 'JUNIOR',
  grade: 7,
  targetGrade: 7,
  schools: 'SAME_URBAN_AREA',
  ground: 'RESIDENCE_MOVED',
  enteredOn: civilDate('2025-09-01'),
} as const;
const inFirstYear = { on: civilDate('2026-09-01'), facts: inCity };
const MOVED = ['HOUSEHOLD_MOVED', 'RESIDENCE_MOVED', 'HOUSEHOLD_AND_RESIDENCE_MOVED'];

/** In the first year none in principle, unless the home has moved far from the school: then the authority approves. */
const firstYear = (basis: Citation) =>
  rule('transfer')({
    id: 'first-year',
    title: '入学一年内市内转学',
    basis,
    force: 'PRINCIPLE',
    parameters: {
      firstYear: fixed<TimeLimit>({ months: 12 }, 'NEVER', '入学后原则上不转学的时间'),
      kilometres: fixed(4, 'NEVER', '住家到学校超过', '公里'),
      stops: fixed(8, 'NEVER', '住家到学校超过', '站'),
    },
    decide: ({ stage, schools, enteredOn, ground, kilometres = 0, stops = 0 }, law, at) => {
      if (stage !== 'JUNIOR' || !enteredOn || schools === 'SAME_PROVINCE' || schools === 'OTHER_PROVINCE')
        return silent;
      if (at.day > lastDayOf(enteredOn, law.firstYear, at.calendar)) return allow();
      const far = kilometres > law.kilometres || stops > law.stops;
      return far && MOVED.includes(ground) ? allow('FAR') : deny('FIRST_YEAR');
    },
    requires: ({ stage, schools }) =>
      stage === 'JUNIOR' && schools !== 'SAME_PROVINCE' && schools !== 'OTHER_PROVINCE'
        ? [step('AUTHORITY', '批准转入居住地附近的一般学校')]
        : [],
    sentences: {
      COMPLIES: '入学已满一年',
      FAR: '确因搬迁或户口迁移，住家离学校超过{kilometres}公里（或{stops}站），报主管部门批准',
      FIRST_YEAR: '入学一年内原则上不转学',
    },
    remedies: { FIRST_YEAR: '搬迁或户口迁移后住家离学校超过{kilometres}公里（或{stops}站）的，附证明报主管部门批准' },
    examples: [
      { name: 'the last day of the year', ...inFirstYear, expect: 'FIRST_YEAR' },
      {
        name: 'one day later',
        on: civilDate('2026-09-02'),
        facts: inCity,
        expect: 'COMPLIES',
        requires: ['批准转入居住地附近的一般学校'],
      },
      {
        name: 'a month before, when eleven months have passed',
        on: civilDate('2026-08-02'),
        facts: inCity,
        expect: 'FIRST_YEAR',
      },
      {
        name: 'a month after the year',
        on: civilDate('2026-10-01'),
        facts: inCity,
        expect: 'COMPLIES',
      },
      { name: 'four kilometres', ...inFirstYear, facts: { ...inCity, kilometres: 4 }, expect: 'FIRST_YEAR' },
      { name: 'more than four', ...inFirstYear, facts: { ...inCity, kilometres: 5 }, expect: 'FAR' },
      { name: 'eight stops', ...inFirstYear, facts: { ...inCity, stops: 8 }, expect: 'FIRST_YEAR' },
      { name: 'nine stops', ...inFirstYear, facts: { ...inCity, stops: 9 }, expect: 'FAR' },
      {
        name: 'far, but nobody moved',
        ...inFirstYear,
        facts: { ...inCity, kilometres: 5, ground: 'OTHER' },
        expect: 'FIRST_YEAR',
      },
      {
        name: 'to another city',
        ...inFirstYear,
        facts: { ...inCity, schools: 'SAME_PROVINCE' },
        expect: 'NONE',
        requires: [],
      },
      {
        name: 'when the student entered is unknown',
        facts: (({ enteredOn, ...rest }) => rest)(inCity),
        expect: 'NONE',
      },
    ],
  });

/** Papers between cities, as far as no text above names its own. */
const papersBetweenCities = (basis: Citation) =>
  rule('school-papers')({
    id: 'papers-between-cities',
    title: '跨市转学的手续',
    basis,
    force: 'MUST',
    yields: true,
    parameters: {},
    decide: () => silent,
    requires: ({ direction }) =>
      direction === 'OUT'
        ? [
            paper('GUARDIAN', '户口迁移证明'),
            paper('GUARDIAN', '转入学校接收函，由转出学校存档'),
            paper('GUARDIAN', '教育主管部门意见'),
            step('SENDING_SCHOOL', '同意转出'),
            step('SENDING_AUTHORITY', '审批转出'),
            step('SENDING_SCHOOL', '交付学籍档案'),
          ]
        : [
            paper('GUARDIAN', '本地常住户口、转学证明、学生档案'),
            step('RECEIVING_SCHOOL', '审查同意并盖章'),
            step('RECEIVING_AUTHORITY', '审批转入，批准后入学'),
          ],
    sentences: {},
    examples: [
      {
        name: 'out of the city',
        facts: { direction: 'OUT', demanded: [] },
        expect: 'NONE',
        requires: [
          ...['户口迁移证明', '转入学校接收函，由转出学校存档', '教育主管部门意见'],
          ...['同意转出', '审批转出', '交付学籍档案'],
        ],
      },
      {
        name: 'into the city',
        facts: { direction: 'IN', demanded: [] },
        expect: 'NONE',
        requires: ['本地常住户口、转学证明、学生档案', '审查同意并盖章', '审批转入，批准后入学'],
      },
    ],
  });

const arranged = {
  stage: 'JUNIOR',
  matter: 'TRANSFER',
  reason: 'CLASS_FULL',
  entitled: false,
  arranged: true,
} as const;

const arrangedNotRefused = (basis: Citation) =>
  rule('transfer-refusal')({
    id: 'arranged-not-refused',
    title: '主管部门安排的学生不得拒收',
    basis,
    force: 'MUST',
    parameters: {},
    decide: ({ arranged }) => (arranged ? deny('ARRANGED') : silent),
    sentences: { ARRANGED: '学生由教育主管部门安排，学校不得拒收' },
    remedies: { ARRANGED: '接收就读；确有困难的，向主管部门书面说明' },
    examples: [
      { name: 'sent by the authority', facts: arranged, expect: 'ARRANGED' },
      { name: 'not sent by it', facts: { ...arranged, arranged: false }, expect: 'NONE' },
    ],
  });

export const transfer = (text: Instrument): PackPart => ({
  rules: [
    firstYear(cite(text, '二①', 'S4-2.1')),
    papersBetweenCities(cite(text, '二②', 'S4-2.2', 'S4-2.3')),
    arrangedNotRefused(cite(text, '三', 'S4-3.5')),
  ],
  notApplied: [
    {
      question: 'transfer',
      basis: cite(text, '二②', 'S4-2.2'),
      says: '转往外地的，先向转出学校申请',
      because: '国家·第十五条规定转学由转入学校在学籍系统发起，校内手续只作事先准备',
      conflict: 'C01',
    },
  ],
});

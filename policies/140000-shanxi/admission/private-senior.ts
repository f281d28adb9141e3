/** 民办高中招生: the city approves the method before recruiting, and the list before registering. */
import { allow, cite, deny, rule, silent, step } from '../../../src/policy/index.ts';
import { rules } from '../instruments.ts';

const recruiting = { stage: 'SENIOR', season: 'AUTUMN', privateSchool: true } as const;
const STEPS = ['按省下达的招生计划制订招生办法', '审批招生办法'];

export const privateSeniorMethod = rule('admission-plan')({
  id: 'private-senior-method',
  title: '民办高中招生办法',
  basis: cite(rules, '第九条', 'SX-9.10'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, privateSchool, methodApproved }) => {
    if (stage !== 'SENIOR' || !privateSchool || methodApproved === undefined) return silent;
    return methodApproved ? allow() : deny('NOT_APPROVED');
  },
  requires: ({ stage, privateSchool }) => {
    const [make = '', approve = ''] = STEPS;
    return stage === 'SENIOR' && privateSchool ? [step('SCHOOL', make), step('CITY', approve)] : [];
  },
  sentences: {
    COMPLIES: '招生办法已经市级教育行政部门审批',
    NOT_APPROVED: '民办高中招生办法未经市级教育行政部门审批，不得招生',
  },
  remedies: { NOT_APPROVED: '报市级教育行政部门审批后再招生' },
  examples: [
    { name: 'approved', facts: { ...recruiting, methodApproved: true }, expect: 'COMPLIES', requires: STEPS },
    { name: 'not approved', facts: { ...recruiting, methodApproved: false }, expect: 'NOT_APPROVED' },
    { name: 'nothing known', facts: recruiting, expect: 'NONE' },
    { name: 'a public school', facts: { ...recruiting, privateSchool: false }, expect: 'NONE', requires: [] },
    { name: 'a private junior school', facts: { ...recruiting, stage: 'JUNIOR' }, expect: 'NONE', requires: [] },
  ],
});

const admitted = {
  stage: 'SENIOR',
  withinPlan: true,
  notice: true,
  entered: false,
  feesPaid: false,
  fraud: false,
  privateSchool: true,
} as const;

export const privateSeniorList = rule('senior-entry')({
  id: 'private-senior-list',
  title: '民办高中录取审批',
  basis: cite(rules, '第九条', 'SX-9.11'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, privateSchool, cityApproved }) => {
    if (stage !== 'SENIOR' || !privateSchool || cityApproved === undefined) return silent;
    return cityApproved ? allow() : deny('NOT_APPROVED');
  },
  requires: ({ stage, privateSchool }) =>
    stage === 'SENIOR' && privateSchool ? [step('SCHOOL', '到市级教育行政部门办理审批手续')] : [],
  sentences: {
    COMPLIES: '录取已经市级教育行政部门审批，可建立统一学籍',
    NOT_APPROVED: '民办高中招收的学生未经市级教育行政部门审批',
  },
  remedies: { NOT_APPROVED: '到市级教育行政部门办理审批手续后再建立学籍' },
  examples: [
    {
      name: 'approved',
      facts: { ...admitted, cityApproved: true },
      expect: 'COMPLIES',
      requires: ['到市级教育行政部门办理审批手续'],
    },
    { name: 'not approved', facts: { ...admitted, cityApproved: false }, expect: 'NOT_APPROVED' },
    { name: 'nothing known', facts: admitted, expect: 'NONE' },
    { name: 'a public school', facts: { ...admitted, privateSchool: false }, expect: 'NONE', requires: [] },
  ],
});

/** Whoever is formally admitted gets a registration; that fees are paid first, this text does not ask. */
export const seniorAdmitted = rule('senior-entry')({
  id: 'senior-admitted',
  title: '正式录取建立学籍',
  basis: cite(rules, '第九条', 'SX-9.7'),
  force: 'MUST',
  parameters: {},
  decide: ({ stage, withinPlan }) => {
    if (stage !== 'SENIOR') return silent;
    return withinPlan ? allow() : deny('NOT_ADMITTED');
  },
  sentences: {
    COMPLIES: '在计划内正式录取，学校为其建立学籍档案',
    NOT_ADMITTED: '不在招生计划内正式录取，不建立学籍',
  },
  remedies: { NOT_ADMITTED: '按招生计划办理录取；不符合的，由学生另行入学' },
  examples: [
    { name: 'admitted', facts: admitted, expect: 'COMPLIES' },
    { name: 'not admitted', facts: { ...admitted, withinPlan: false }, expect: 'NOT_ADMITTED' },
    { name: 'junior is no question', facts: { ...admitted, stage: 'JUNIOR' }, expect: 'NONE' },
  ],
});

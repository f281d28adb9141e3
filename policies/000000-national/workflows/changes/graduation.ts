/**
 * 毕业: who of a stage graduates, completes or has studied in part. Where no text asks for an approval the school decides
 * (SX-34.1); seniors go to the supervising authority, and to the city where the law of the place names it (SC-41.5).
 */
import { type Step, workflow } from '../../../../src/workflow/index.ts';

const KIND = { kind: 'GRADUATION', title: '毕业', start: 'PREPARING', ends: ['COMPLETED', 'WITHDRAWN'] } as const;
const PREPARING = { words: '学校拟定', holder: 'school' } as const;
const RETURNED = { words: '退回核对', holder: 'school' } as const;
const ENDS = {
  COMPLETED: { words: '已办结', tone: 'DONE' },
  WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
} as const;
const WITHDRAW = { by: 'school', to: 'WITHDRAWN', label: '撤回' } as const;
const RETURN = { to: 'RETURNED', label: '退回核对', reason: 'required' } as const;

const handIn: Step<'WITH_AUTHORITY'> = { by: 'school', to: 'WITH_AUTHORITY', label: '上报毕业名单', twoPeople: true };
const SCHOOL_ON_TRACK = { party: 'school', state: 'PREPARING', role: '学校' } as const;
const AUTHORITY_ON_TRACK = { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' } as const;

export const graduationOfSchool = workflow({
  ...KIND,
  id: 'graduation-school',
  clauses: ['SX-34.1', 'SC-39.2', 'SC-39.3', 'SC-39.4'],
  states: { PREPARING, ...ENDS },
  steps: {
    PREPARING: {
      SUBMIT: { by: 'school', to: 'COMPLETED', label: '办理毕业', twoPeople: true, needsLaw: true },
      WITHDRAW,
    },
  },
  track: [SCHOOL_ON_TRACK],
});

export const graduation = workflow({
  ...KIND,
  id: 'graduation',
  clauses: ['SX-35.1', 'SX-35.2', 'SX-37.1', 'S6-17.1'],
  states: {
    PREPARING,
    RETURNED,
    WITH_AUTHORITY: { words: '待学籍主管部门核准', holder: 'authority' },
    ...ENDS,
  },
  steps: {
    PREPARING: { SUBMIT: handIn, WITHDRAW },
    RETURNED: { SUBMIT: handIn, WITHDRAW },
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'COMPLETED', label: '核准毕业', twoPeople: true, needsLaw: true },
      RETURN: { by: 'authority', ...RETURN },
      WITHDRAW: { ...WITHDRAW, onlyUntouched: true },
    },
  },
  track: [SCHOOL_ON_TRACK, AUTHORITY_ON_TRACK],
});

export const graduationByCity = workflow({
  ...KIND,
  id: 'graduation-city',
  clauses: ['SC-41.5', 'SC-40.1', 'SC-40.2', 'SC-40.3', 'SC-42.1', 'SC-42.2'],
  states: {
    PREPARING,
    RETURNED,
    WITH_AUTHORITY: { words: '待学籍主管部门审核', holder: 'authority' },
    WITH_CITY: { words: '待市级核准', holder: 'city' },
    ...ENDS,
  },
  steps: {
    PREPARING: { SUBMIT: handIn, WITHDRAW },
    RETURNED: { SUBMIT: handIn, WITHDRAW },
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'WITH_CITY', label: '审核同意', twoPeople: true, needsLaw: true },
      RETURN: { by: 'authority', ...RETURN },
      WITHDRAW: { ...WITHDRAW, onlyUntouched: true },
    },
    WITH_CITY: {
      APPROVE: { by: 'city', to: 'COMPLETED', label: '核准毕业', twoPeople: true, needsLaw: true },
      RETURN: { by: 'city', ...RETURN },
    },
  },
  track: [SCHOOL_ON_TRACK, AUTHORITY_ON_TRACK, { party: 'city', state: 'WITH_CITY', role: '市级教育行政部门' }],
});

export const graduations = [graduationOfSchool, graduation, graduationByCity];

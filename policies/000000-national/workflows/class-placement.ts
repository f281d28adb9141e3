/** 分班: a school puts its plan forward; the law of some places wants the authority's review before anybody is seated. */
import { workflow } from '../../../src/workflow/index.ts';

const KIND = { kind: 'CLASS_PLACEMENT', title: '分班', start: 'PREPARING' } as const;
const WITHDRAWAL = { by: 'school', to: 'WITHDRAWN', label: '撤回' } as const;
const ENDS = {
  COMPLETED: { words: '已公布', tone: 'DONE' },
  WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
} as const;

/** 学籍主管部门审核 (SX-13.1): publication follows the authority's consent in the same act. No text gives it a term. */
export const classPlacementReviewed = workflow({
  ...KIND,
  id: 'class-placement',
  clauses: ['SX-13.1', 'SX-13.2'],
  ends: ['COMPLETED', 'WITHDRAWN'],
  states: {
    PREPARING: { words: '学校拟定', holder: 'school' },
    WITH_AUTHORITY: { words: '主管部门审核', holder: 'authority', tone: 'NEUTRAL' },
    RETURNED: { words: '退回调整', holder: 'school', tone: 'NEUTRAL' },
    ...ENDS,
  },
  steps: {
    PREPARING: {
      SUBMIT: { by: 'school', to: 'WITH_AUTHORITY', label: '提交审核', twoPeople: true, needsLaw: true },
      WITHDRAW: WITHDRAWAL,
    },
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'COMPLETED', label: '审核同意', twoPeople: true, needsLaw: true },
      RETURN: { by: 'authority', to: 'RETURNED', label: '退回调整', reason: 'required' },
      WITHDRAW: { ...WITHDRAWAL, onlyUntouched: true },
    },
    RETURNED: {
      SUBMIT: { by: 'school', to: 'WITH_AUTHORITY', label: '提交审核', twoPeople: true, needsLaw: true },
      WITHDRAW: WITHDRAWAL,
    },
  },
  track: [
    { party: 'school', state: 'PREPARING', role: '学校' },
    { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
  ],
});

/** Where no text asks for a review the school decides: the registrar draws up, the leader signs (S6-4.1). */
export const classPlacementOfSchool = workflow({
  ...KIND,
  id: 'class-placement-school',
  clauses: ['S6-4.1'],
  ends: ['COMPLETED', 'WITHDRAWN'],
  states: { PREPARING: { words: '学校拟定', holder: 'school' }, ...ENDS },
  steps: {
    PREPARING: {
      SUBMIT: { by: 'school', to: 'COMPLETED', label: '公布分班', twoPeople: true, needsLaw: true },
      WITHDRAW: WITHDRAWAL,
    },
  },
  track: [{ party: 'school', state: 'PREPARING', role: '学校' }],
});

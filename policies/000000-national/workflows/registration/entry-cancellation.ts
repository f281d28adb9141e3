/**
 * 取消入学资格: a place is reviewed and taken back, reported by the school or taken up by the authority itself, which alone
 * cancels (SC-12.1 to SC-12.3, SX-12.5, SX-12.6).
 */
import { workflow } from '../../../../src/workflow/index.ts';

const KIND = { kind: 'ENTRY_CANCELLATION', title: '取消入学资格' } as const;
const ENDS = {
  COMPLETED: { words: '已取消', tone: 'REFUSED' },
  KEPT: { words: '维持入学资格', tone: 'DONE' },
  WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
} as const;
const CLAUSES = ['SC-12.1', 'SC-12.2', 'SC-12.3', 'SX-12.5', 'SX-12.6'];
const WITH_AUTHORITY = { words: '待学籍主管部门审查', holder: 'authority' } as const;
const cancel = {
  by: 'authority',
  to: 'COMPLETED',
  label: '取消入学资格',
  reason: 'required',
  twoPeople: true,
  needsLaw: true,
} as const;
const keep = { by: 'authority', to: 'KEPT', label: '维持入学资格', reason: 'required' } as const;

export const entryCancellation = workflow({
  ...KIND,
  id: 'entry-cancellation',
  clauses: CLAUSES,
  states: { REPORTING: { words: '学校拟报', holder: 'school' }, WITH_AUTHORITY, ...ENDS },
  start: 'REPORTING',
  ends: ['COMPLETED', 'KEPT', 'WITHDRAWN'],
  steps: {
    REPORTING: {
      SUBMIT: { by: 'school', to: 'WITH_AUTHORITY', label: '报请审查', twoPeople: true },
      WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回' },
    },
    WITH_AUTHORITY: {
      CANCEL: cancel,
      KEEP: keep,
      WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回', onlyUntouched: true },
    },
  },
  track: [
    { party: 'school', state: 'REPORTING', role: '学校' },
    { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
  ],
});

export const entryCancellationByAuthority = workflow({
  ...KIND,
  id: 'entry-cancellation-authority',
  clauses: CLAUSES,
  states: { WITH_AUTHORITY, ...ENDS },
  start: 'WITH_AUTHORITY',
  ends: ['COMPLETED', 'KEPT', 'WITHDRAWN'],
  steps: {
    WITH_AUTHORITY: {
      CANCEL: cancel,
      KEEP: keep,
      WITHDRAW: { by: 'authority', to: 'WITHDRAWN', label: '撤回' },
    },
  },
  track: [{ party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' }],
});

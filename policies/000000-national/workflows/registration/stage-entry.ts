/** 升学接续: who comes from the stage before goes on in the same record; the school hands in, its authority approves. */
import { workflow } from '../../../../src/workflow/index.ts';

const submit = {
  SUBMIT: { by: 'school', to: 'WITH_AUTHORITY', label: '上报接续名单', twoPeople: true },
  WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回' },
} as const;

export const stageEntry = workflow({
  id: 'stage-entry',
  kind: 'STAGE_ENTRY',
  title: '升学接续',
  clauses: ['SX-12.7', 'SX-4.2', 'SX-9.7', 'SC-11.1', 'S6-3.2'],
  states: {
    PREPARING: { words: '学校拟定', holder: 'school' },
    RETURNED: { words: '退回补正', holder: 'school' },
    WITH_AUTHORITY: { words: '待学籍主管部门核准', holder: 'authority' },
    COMPLETED: { words: '已接续', tone: 'DONE' },
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  },
  start: 'PREPARING',
  ends: ['COMPLETED', 'WITHDRAWN'],
  steps: {
    PREPARING: submit,
    RETURNED: submit,
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'COMPLETED', label: '核准', twoPeople: true, needsLaw: true },
      RETURN: { by: 'authority', to: 'RETURNED', label: '退回补正', reason: 'required' },
      WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回', onlyUntouched: true },
    },
  },
  track: [
    { party: 'school', state: 'PREPARING', role: '学校' },
    { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
  ],
});

/** 关键数据变更: the school checks and hands in, its supervising authority approves, then the record changes. */
import { workflow } from '../../../src/workflow/index.ts';

/** No text gives a term; what no office has touched yet the school may take back. */
const WITHDRAW = { by: 'school', to: 'WITHDRAWN', label: '撤回申请' } as const;
const SUBMIT = { by: 'school', to: 'WITH_AUTHORITY', label: '提交', twoPeople: true, needsLaw: true } as const;

export const keyDataChange = workflow({
  id: 'key-data-change',
  kind: 'KEY_DATA_CHANGE',
  title: '关键数据变更',
  clauses: ['MOE-4.3', 'CG-2.2.13', 'CG-2.2.14', 'SC-15.4', 'SC-21.1', 'SX-15.1', 'SX-15.2'],
  states: {
    PREPARING: { words: '学校填报', holder: 'school' },
    WITH_AUTHORITY: { words: '待学籍主管部门核办', holder: 'authority' },
    RETURNED: { words: '退回补正', holder: 'school', pausesClock: true },
    COMPLETED: { words: '已变更', tone: 'DONE' },
    REFUSED: { words: '不同意变更', tone: 'REFUSED' },
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  },
  start: 'PREPARING',
  ends: ['COMPLETED', 'REFUSED', 'WITHDRAWN'],
  steps: {
    PREPARING: { SUBMIT, WITHDRAW },
    RETURNED: { SUBMIT, WITHDRAW },
    WITH_AUTHORITY: {
      APPROVE: { by: 'authority', to: 'COMPLETED', label: '同意变更', twoPeople: true, needsLaw: true },
      RETURN: { by: 'authority', to: 'RETURNED', label: '退回补正', reason: 'required' },
      REFUSE: { by: 'authority', to: 'REFUSED', label: '不同意', reason: 'required', twoPeople: true },
      WITHDRAW: { ...WITHDRAW, onlyUntouched: true },
    },
  },
  track: [
    { party: 'school', state: 'PREPARING', role: '学校' },
    { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
  ],
});

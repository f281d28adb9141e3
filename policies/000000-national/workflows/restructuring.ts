/**
 * 学校变动: merging and closing schools, moving a whole class group, renaming and changing a school. The county draws it
 * up and signs it; where a town's centre school asks for it first, the county decides on its request.
 */
import { type Step, workflow } from '../../../src/workflow/index.ts';

const KIND = {
  kind: 'RESTRUCTURING',
  title: '学校变动',
  clauses: ['MOE-9.4', 'MOE-9.5', 'SC-20.8', 'SC-20.9', 'SX-8.1', 'SX-8.2', 'S6-24.1', 'S6-25.1'],
} as const;

const ENDS = {
  COMPLETED: { words: '已完成', tone: 'DONE' },
  WITHDRAWN: { words: '已撤销', tone: 'NEUTRAL' },
} as const;

const carryOut: Step<'COMPLETED'> = {
  by: 'authority',
  to: 'COMPLETED',
  label: '同意并执行',
  twoPeople: true,
  needsLaw: true,
};

export const restructuring = workflow({
  ...KIND,
  id: 'restructuring',
  states: { DRAWN_UP: { words: '主管部门拟定', holder: 'authority' }, ...ENDS },
  start: 'DRAWN_UP',
  ends: ['COMPLETED', 'WITHDRAWN'],
  steps: { DRAWN_UP: { APPROVE: carryOut, WITHDRAW: { by: 'authority', to: 'WITHDRAWN', label: '撤销' } } },
  track: [{ party: 'authority', state: 'DRAWN_UP', role: '主管教育行政部门' }],
});

export const restructuringRequested = workflow({
  ...KIND,
  id: 'restructuring-requested',
  states: {
    PREPARING: { words: '乡镇中心校提出', holder: 'reviewer' },
    WITH_AUTHORITY: { words: '待主管部门审核', holder: 'authority' },
    REFUSED: { words: '不同意', tone: 'REFUSED' },
    ...ENDS,
  },
  start: 'PREPARING',
  ends: ['COMPLETED', 'REFUSED', 'WITHDRAWN'],
  steps: {
    PREPARING: {
      SUBMIT: { by: 'reviewer', to: 'WITH_AUTHORITY', label: '提出', twoPeople: true },
      WITHDRAW: { by: 'reviewer', to: 'WITHDRAWN', label: '撤销' },
    },
    WITH_AUTHORITY: {
      APPROVE: carryOut,
      REFUSE: { by: 'authority', to: 'REFUSED', label: '不同意', reason: 'required', twoPeople: true },
      WITHDRAW: { by: 'reviewer', to: 'WITHDRAWN', label: '撤销', onlyUntouched: true },
    },
  },
  track: [
    { party: 'reviewer', state: 'PREPARING', role: '乡镇中心校' },
    { party: 'authority', state: 'WITH_AUTHORITY', role: '主管教育行政部门' },
  ],
});

/**
 * 花名册确认: each school year the school hands its roster in by stage, and the supervising authority confirms it. Where
 * the law names the last day for it the clock runs to that day; elsewhere no term is set.
 */
import { type StateText, type Term, type Workflow, workflow } from '../../../src/workflow/index.ts';

function confirmation(id: string, term: Term | undefined): Workflow {
  const timed = (state: StateText): StateText => (term ? { ...state, term } : state);
  const submit = {
    SUBMIT: { by: 'school', to: 'WITH_AUTHORITY', label: '上报', twoPeople: true },
    WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回' },
  } as const;
  return workflow({
    id,
    kind: 'ROSTER_CONFIRMATION',
    title: '花名册确认',
    clauses: ['SX-12.8', 'SX-6.1.3', 'SC-18.3', 'SC-18.4', 'SC-11.2'],
    states: {
      PREPARING: timed({ words: '学校编制', holder: 'school' }),
      RETURNED: { ...timed({ words: '退回核对', holder: 'school' }), pausesClock: true },
      WITH_AUTHORITY: timed({ words: '待学籍主管部门确认', holder: 'authority' }),
      COMPLETED: { words: '已确认', tone: 'DONE' },
      WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
    },
    start: 'PREPARING',
    ends: ['COMPLETED', 'WITHDRAWN'],
    steps: {
      PREPARING: submit,
      RETURNED: submit,
      WITH_AUTHORITY: {
        APPROVE: { by: 'authority', to: 'COMPLETED', label: '确认', twoPeople: true, needsLaw: true },
        RETURN: { by: 'authority', to: 'RETURNED', label: '退回核对', reason: 'required' },
        WITHDRAW: { by: 'school', to: 'WITHDRAWN', label: '撤回', onlyUntouched: true },
      },
    },
    track: [
      { party: 'school', state: 'PREPARING', role: '学校' },
      { party: 'authority', state: 'WITH_AUTHORITY', role: '学籍主管部门' },
    ],
  });
}

export const rosterConfirmations: readonly Workflow[] = [
  confirmation('roster-confirmation', { rule: 'roster-confirmation' }),
  confirmation('roster-confirmation-undated', undefined),
];

/**
 * 休学、延长休学、复学: the ways through the hands that the law of the school's place names: the school alone, its centre
 * school, its authority, or the county and then the city. No text gives any of them a term of its own, so none is set.
 */
import { type Party, type StateText, type Step, type Workflow, workflow } from '../../../src/workflow/index.ts';

/** What the three have each in their own words. */
interface LeaveMatter {
  kind: 'LEAVE' | 'LEAVE_EXTENSION' | 'RETURN';
  title: string;
  done: string;
  refused: string;
  consent: string;
}

const MATTERS = {
  leave: { kind: 'LEAVE', title: '休学', done: '已休学，保留学籍', refused: '不同意休学', consent: '同意休学' },
  'leave-extension': {
    kind: 'LEAVE_EXTENSION',
    title: '延长休学',
    done: '已延长休学',
    refused: '不同意延长休学',
    consent: '同意延长',
  },
  return: { kind: 'RETURN', title: '复学', done: '已复学', refused: '不同意复学', consent: '同意复学' },
} as const satisfies Record<string, LeaveMatter>;

/** Who decides after the school; the centre school is the reviewer, the county an authority as any other. */
type Decider = 'reviewer' | 'authority' | 'city';
const DECIDERS: Record<Decider, { role: string; waiting: string }> = {
  reviewer: { role: '乡镇中心校', waiting: '待乡镇中心校核办' },
  authority: { role: '学籍主管部门', waiting: '待学籍主管部门核办' },
  city: { role: '市级教育行政部门', waiting: '待市级教育行政部门核办' },
};

const WITHDRAW: Step<string> = { by: 'school', to: 'WITHDRAWN', label: '撤回申请' };
const waitingAt = (party: Decider): string => `WITH_${party.toUpperCase()}`;

function leaveThrough(
  matter: keyof typeof MATTERS,
  way: string,
  deciders: readonly Decider[],
  clauses: readonly string[],
): Workflow {
  const { kind, title, done, refused, consent } = MATTERS[matter];
  const after = (place: number) => (deciders[place] ? waitingAt(deciders[place]) : 'COMPLETED');
  const submit = {
    SUBMIT: { by: 'school', to: after(0), label: deciders[0] ? '提交' : consent, twoPeople: true, needsLaw: true },
    WITHDRAW,
  } as const;
  const states: Record<string, StateText> = {
    PREPARING: { words: deciders[0] ? '学校填报' : '学校审核', holder: 'school' },
    COMPLETED: { words: done, tone: 'DONE' },
    REFUSED: { words: refused, tone: 'REFUSED' },
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  };
  const alone = deciders.length === 0;
  const steps: Record<string, Record<string, Step<string>>> = {
    PREPARING: alone ? { ...submit, REFUSE: refusalBy('school') } : submit,
  };
  if (!alone) {
    states['RETURNED'] = { words: '退回补正', holder: 'school', lapsesTo: 'WITHDRAWN' };
    steps['RETURNED'] = submit;
  }
  for (const [place, party] of deciders.entries()) {
    states[waitingAt(party)] = { words: DECIDERS[party].waiting, holder: party };
    steps[waitingAt(party)] = {
      APPROVE: { by: party, to: after(place + 1), label: consent, twoPeople: true, needsLaw: true },
      RETURN: { by: party, to: 'RETURNED', label: '退回补正', reason: 'required' },
      REFUSE: refusalBy(party),
      WITHDRAW,
    };
  }
  return workflow({
    id: `${matter}-${way}`,
    kind,
    title,
    clauses,
    states,
    start: 'PREPARING',
    ends: ['COMPLETED', 'REFUSED', 'WITHDRAWN'],
    steps,
    track: [
      { party: 'school', state: 'PREPARING', role: '学校' },
      ...deciders.map((party) => ({ party, state: waitingAt(party), role: DECIDERS[party].role })),
    ],
  });
}

const refusalBy = (by: Party): Step<string> => ({
  by,
  to: 'REFUSED',
  label: '不同意',
  reason: 'required',
  twoPeople: true,
});

/** All of them, from few hands to many. */
export const leaveWorkflows: readonly Workflow[] = [
  leaveThrough('leave', 'school', [], ['S5-2.4.2']),
  leaveThrough('leave', 'centre', ['reviewer'], ['S5-2.4.2']),
  leaveThrough('leave', 'authority', ['authority'], ['CG-3.2.2.c', 'SX-24.4', 'SX-24.5']),
  leaveThrough('leave', 'city', ['authority', 'city'], ['SC-25.2']),
  leaveThrough('leave-extension', 'school', [], ['SC-26.6']),
  leaveThrough('leave-extension', 'centre', ['reviewer'], ['S5-2.4.5']),
  leaveThrough('leave-extension', 'authority', ['authority'], ['CG-3.2.3.b', 'SX-24.11']),
  leaveThrough('return', 'school', [], ['S5-2.4.4']),
  leaveThrough('return', 'authority', ['authority'], ['CG-3.2.3.d', 'SX-24.9']),
  leaveThrough('return', 'city', ['authority', 'city'], ['SC-26.3']),
];

/** 异动的各方: one way of a registration's change through the hands that the law of the school's place names, in their order. */
import { type Party, type StateText, type Step, type Workflow, workflow } from '../../../../src/workflow/index.ts';

/** What each kind of change has in its own words. */
export interface ChangeMatter {
  kind: string;
  /** First part of the id of each of its tables: leave-authority, leave-city. */
  id: string;
  title: string;
  done: string;
  refused: string;
  consent: string;
}

/** Who decides after the school; the centre school is the reviewer, the county an authority as any other. */
export type Decider = 'reviewer' | 'authority' | 'city';
const DECIDERS: Record<Decider, { role: string; waiting: string }> = {
  reviewer: { role: '乡镇中心校', waiting: '待乡镇中心校核办' },
  authority: { role: '学籍主管部门', waiting: '待学籍主管部门核办' },
  city: { role: '市级教育行政部门', waiting: '待市级教育行政部门核办' },
};

/** The ways there are, by whose consent they need. */
export const WAYS = {
  school: [],
  centre: ['reviewer'],
  authority: ['authority'],
  city: ['authority', 'city'],
} as const satisfies Record<string, readonly Decider[]>;

const WITHDRAW: Step<string> = { by: 'school', to: 'WITHDRAWN', label: '撤回申请' };
const waitingAt = (party: Decider): string => `WITH_${party.toUpperCase()}`;

/** The table of one matter on one way. No text gives any of the parties a term of its own, so none is set. */
export function changeThrough(matter: ChangeMatter, way: keyof typeof WAYS, clauses: readonly string[]): Workflow {
  const { id, kind, title, done, refused, consent } = matter;
  const deciders: readonly Decider[] = WAYS[way];
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
    id: `${id}-${way}`,
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

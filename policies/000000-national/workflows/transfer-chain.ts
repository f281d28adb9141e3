/** 转学的各方: one way through the hands of any parties, in their order, each with the same acts in the same words. */
import {
  forceBy,
  type Party,
  type StateText,
  type Step,
  type Workflow,
  workflow,
} from '../../../src/workflow/index.ts';

/** A party that decides, after the receiving school has handed in. */
type Decider = Exclude<Party, 'school' | 'reviewer' | 'province' | 'superior' | 'receiving-school'>;

/** What a party is called on the track, what its consent says, and how its state reads. */
const DECIDERS: Partial<Record<Party, { role: string; consent: string; waiting: string }>> = {
  'receiving-authority': {
    role: '转入主管部门',
    consent: '同意转入',
    waiting: '待转入学校学籍主管部门核办',
  },
  'sending-school': { role: '转出学校', consent: '同意转出', waiting: '待转出学校核办' },
  'sending-authority': {
    role: '转出主管部门',
    consent: '同意转出',
    waiting: '待转出学校学籍主管部门核办',
  },
  'sending-centre': { role: '转出中心校', consent: '开具转学证明', waiting: '待转出学校所在地中心校审批' },
  'receiving-centre': { role: '转入中心校', consent: '同意转入', waiting: '待转入学校所在地中心校审批' },
  authority: { role: '学籍主管部门', consent: '同意转学', waiting: '待学籍主管部门核办' },
  city: { role: '市级部门', consent: '同意转学', waiting: '待市级教育行政部门核办' },
  'receiving-city': { role: '转入市级部门', consent: '同意转入', waiting: '待转入地市级教育行政部门核办' },
  'sending-city': { role: '转出市级部门', consent: '同意转出', waiting: '待转出地市级教育行政部门核办' },
};

/** 每一方十个工作日 (CG-3.1.3.b, SC-32.6, SX-22.1). */
const TERM = { workingDays: 10 } as const;

const WITHDRAW: Step<string> = { by: 'receiving-school', to: 'WITHDRAWN', label: '撤回申请' };

const submitTo = (to: string): Record<string, Step<string>> => ({
  SUBMIT: { by: 'receiving-school', to, label: '提交', twoPeople: true, needsLaw: true },
  WITHDRAW,
});

const waitingAt = (party: Party): string => `WITH_${party.toUpperCase().replaceAll('-', '_')}`;
/** 补正: held by the school that handed in; it goes back to whoever asked for it, with the days that were left. */
const mendingFor = (party: Party): string => `MENDING_FOR_${party.toUpperCase().replaceAll('-', '_')}`;

/** The table for parties that decide one after the other; every one may return for mending or refuse. */
export function transferThrough(
  id: string,
  deciders: readonly Decider[],
  clauses: readonly string[],
): Workflow<string> {
  const states: Record<string, StateText> = {
    PREPARING: { words: '转入学校填报', holder: 'receiving-school' },
    COMPLETED: { words: '已办结', tone: 'DONE' },
    REFUSED: { words: '不同意转学', tone: 'REFUSED' },
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  };
  const steps: Record<string, Record<string, Step<string>>> = { PREPARING: submitTo(waitingAt(deciders[0]!)) };
  for (const [place, party] of deciders.entries()) {
    const { consent, waiting, role } = DECIDERS[party]!;
    const next = deciders[place + 1];
    const [here, mending] = [waitingAt(party), mendingFor(party)];
    states[here] = { words: waiting, holder: party, term: TERM };
    states[mending] = { words: `${role}退回补正`, holder: 'receiving-school', pausesClock: true };
    steps[here] = {
      APPROVE: { by: party, to: next ? waitingAt(next) : 'COMPLETED', label: consent, twoPeople: true, needsLaw: true },
      RETURN: { by: party, to: mending, label: '退回补正', reason: 'required' },
      REFUSE: { by: party, to: 'REFUSED', label: '不同意', reason: 'required', twoPeople: true },
      WITHDRAW,
      ...forceBy('superior', next ? waitingAt(next) : 'COMPLETED'),
    };
    steps[mending] = submitTo(here);
  }
  return workflow({
    id,
    kind: 'TRANSFER',
    title: '转学',
    clauses,
    states,
    start: 'PREPARING',
    ends: ['COMPLETED', 'REFUSED', 'WITHDRAWN'],
    steps,
    track: [
      { party: 'receiving-school', state: 'PREPARING', role: '转入学校' },
      ...deciders.map((party) => ({ party, state: waitingAt(party), role: DECIDERS[party]!.role })),
    ],
  });
}

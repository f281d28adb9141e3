/**
 * 借读、特殊教育安排: for guest study the guest school agrees first, then the centre school or authority above it, as the law
 * of its place names them; how a disabled child is taught its own school and authority decide.
 */
import { type Party, type StateText, type Step, type Workflow, workflow } from '../../../../src/workflow/index.ts';
import { type ChangeMatter, changeThrough } from './change-chain.ts';

const WITHDRAW: Step<string> = { by: 'school', to: 'WITHDRAWN', label: '撤回申请' };
const refuseBy = (by: Party): Step<string> => ({
  by,
  to: 'REFUSED',
  label: '不同意',
  reason: 'required',
  twoPeople: true,
});

type GuestSide = 'receiving-school' | 'receiving-centre' | 'receiving-authority';
const ROLES: Record<GuestSide, string> = {
  'receiving-school': '借读学校',
  'receiving-centre': '借读地乡镇中心校',
  'receiving-authority': '借读地学籍主管部门',
};
const waitingAt = (party: GuestSide) => `WITH_${party.toUpperCase().replace('-', '_')}`;

function guestStudy(way: string, parties: readonly GuestSide[]): Workflow {
  const after = (place: number) => (parties[place] ? waitingAt(parties[place]) : 'COMPLETED');
  const submit = {
    SUBMIT: { by: 'school', to: after(0), label: '同意借读并提交', twoPeople: true, needsLaw: true },
    WITHDRAW,
  } as const;
  const states: Record<string, StateText> = {
    PREPARING: { words: '学籍所在学校填报', holder: 'school' },
    RETURNED: { words: '退回补正', holder: 'school', lapsesTo: 'WITHDRAWN' },
    COMPLETED: { words: '已借读，学籍不变', tone: 'DONE' },
    REFUSED: { words: '不同意借读', tone: 'REFUSED' },
    WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
  };
  const steps: Record<string, Record<string, Step<string>>> = { PREPARING: submit, RETURNED: submit };
  for (const [place, party] of parties.entries()) {
    states[waitingAt(party)] = { words: `待${ROLES[party]}核办`, holder: party };
    steps[waitingAt(party)] = {
      APPROVE: { by: party, to: after(place + 1), label: '同意借读', twoPeople: true, needsLaw: true },
      RETURN: { by: party, to: 'RETURNED', label: '退回补正', reason: 'required' },
      REFUSE: refuseBy(party),
      WITHDRAW,
    };
  }
  return workflow({
    id: `guest-study-${way}`,
    kind: 'GUEST_STUDY',
    title: '借读',
    clauses: ['SX-25.1', 'SX-25.2', 'SX-25.3', 'S4-3.2', 'S5-2.3.3'],
    states,
    start: 'PREPARING',
    ends: ['COMPLETED', 'REFUSED', 'WITHDRAWN'],
    steps,
    track: [
      { party: 'school', state: 'PREPARING', role: '学籍所在学校' },
      ...parties.map((party) => ({ party, state: waitingAt(party), role: ROLES[party] })),
    ],
  });
}

const SPECIAL: ChangeMatter = {
  ...{ kind: 'SPECIAL_EDUCATION', id: 'special-education', title: '特殊教育安排' },
  ...{ done: '已安排，学籍保留', refused: '不同意此安排', consent: '同意安排' },
};

export const studyElsewhereWorkflows: readonly Workflow[] = [
  guestStudy('authority', ['receiving-school', 'receiving-authority']),
  guestStudy('centre', ['receiving-school', 'receiving-centre', 'receiving-authority']),
  changeThrough(SPECIAL, 'school', ['SC-34.1']),
  changeThrough(SPECIAL, 'centre', ['SC-34.1']),
  changeThrough(SPECIAL, 'authority', ['MOE-6.6', 'SC-34.1', 'SC-34.2', 'SX-21.1', 'SX-21.2']),
  changeThrough(SPECIAL, 'city', ['SC-34.1']),
];

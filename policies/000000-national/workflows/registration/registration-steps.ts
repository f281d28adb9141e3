/** 入学注册的步骤: what every way of registering has in the same words. */
import type { Party, StateText, Term } from '../../../../src/workflow/index.ts';

/**
 * The one time limit that the texts give runs from the day of entry and binds everybody who holds the case
 * (国家·第七条，山西·第十一条): each of them sees the same last day. No text gives a single office a term of its own,
 * and 及时 is no number.
 */
const TERM: Term = { rule: 'build-file' };

export const REGISTRATION = {
  kind: 'REGISTRATION',
  title: '入学注册',
  start: 'PREPARING',
  ends: ['COMPLETED', 'REFUSED', 'WITHDRAWN'],
} as const;

/** A state in which an office decides. */
export const waitingFor = (holder: Party, words: string): StateText => ({ words, holder, term: TERM, tone: 'NEUTRAL' });

/** The states in which the school acts, and those that nobody leaves. */
export const SCHOOL_AND_ENDS = {
  PREPARING: waitingFor('school', '学校填报'),
  RETURNED: { ...waitingFor('school', '退回补正'), pausesClock: true, lapsesTo: 'WITHDRAWN' },
  COMPLETED: { words: '已建立学籍', tone: 'DONE' },
  REFUSED: { words: '不予注册', tone: 'REFUSED' },
  WITHDRAWN: { words: '已撤回', tone: 'NEUTRAL' },
} as const satisfies Record<string, StateText>;

export const SCHOOL_ON_TRACK = { party: 'school', state: 'PREPARING', role: '学校' } as const;

const WITHDRAWAL = { by: 'school', to: 'WITHDRAWN', label: '撤回申报' } as const;

/** What the school may do: hand in, signed by its leader, or give up. */
export const handIn = <const State extends string>(to: State) => ({
  SUBMIT: { by: 'school', to, label: '提交', twoPeople: true } as const,
  WITHDRAW: WITHDRAWAL,
});

/** The school may still take it back while the first office has not begun. */
export const TAKE_BACK = { WITHDRAW: { ...WITHDRAWAL, onlyUntouched: true } } as const;

/** Yes, under the law and signed by the leader: on to the next office, or the registration is made. */
export const approveBy = <const State extends string>(by: Party, to: State, label: string) => ({
  APPROVE: { by, to, label, twoPeople: true, needsLaw: true } as const,
});

/** Back to the school, with what must be mended. */
export const returnBy = (by: Party) => ({
  RETURN: { by, to: 'RETURNED', label: '退回补正', reason: 'required' } as const,
});

/** No, with the reason and signed by the leader. */
export const refuseBy = (by: Party) => ({
  REFUSE: { by, to: 'REFUSED', label: '不予注册', reason: 'required', twoPeople: true } as const,
});

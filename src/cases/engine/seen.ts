/** 办件现状: a case as an act finds it, what the act is about to write, and what stands against it before it is made. */
import { type Actor, SYSTEM_ACTOR } from '../../access/index.ts';
import type { Transaction, Write } from '../../db/transaction.ts';
import { NATION } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { strictest } from '../../policy/index.ts';
import { type Move, type Step, stepsFrom, type Workflow } from '../../workflow/index.ts';
import { type CaseWithParties, getCaseWithParties, listEvents } from '../case.store.ts';
import type { CaseCheck, CaseContext, CaseEvent } from '../case.ts';
import type { ActInput } from './advance.ts';
import type { TermRun } from './clock.ts';
import { lastActOf } from './standing.ts';

/** A case as an act finds it. */
export interface Seen extends CaseWithParties {
  events: CaseEvent[];
}

/** What an act is about to write. `told` is what its event tells of the law. */
export interface Given extends Seen {
  context: CaseContext;
  move: Move;
  check: CaseCheck;
  told: CaseCheck;
  opinion: string | undefined;
  alongside: readonly Write[];
  /** The term as it is from now on, where a window has moved it. */
  run?: TermRun | undefined;
}

/** What is written into the course of a case and leaves it where it is. */
export interface Remark {
  step: 'REDATED' | 'CONSENTED';
  action: string;
  opinion: string | undefined;
  run?: TermRun;
}

/** The registry itself, where no person acts. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
export const SYSTEM: Actor = {
  accountId: NOBODY,
  personName: SYSTEM_ACTOR.personName,
  role: 'AUTHORITY_REGISTRAR',
  institution: {
    id: NOBODY,
    name: '学籍系统',
    shortName: '学籍系统',
    level: 'NATION',
    path: '',
    placeCode: NATION,
    county: NATION,
  },
  classGroupIds: [],
  requestId: 'system',
};

/** The case, locked, with its events and who takes part. Refuses ALREADY_DECIDED where somebody acted since the caller looked. */
export async function lockSeen(tx: Transaction, caseId: string, { seenSeq }: Pick<ActInput, 'seenSeq'>): Promise<Seen> {
  const found = await getCaseWithParties(tx, caseId, { lock: true });
  // Only now: whoever held the lock may have added one.
  const events = await listEvents(tx, caseId);
  const last = events.at(-1);
  if (last && seenSeq !== undefined && seenSeq !== last.seq) {
    throw refuse('ALREADY_DECIDED', { who: `${last.institutionName}${last.personName}`, at: timeOf(last.at) });
  }
  return { ...found, events };
}

/** A MUST refusal stops what needs the law; a PRINCIPLE one asks for a written reason and lets it through. */
export function refuseAgainstLaw({ definition, step }: Move, check: CaseCheck, opinion: string | undefined): void {
  if (!definition?.needsLaw) return;
  const verdict = strictest(check.findings);
  const first = check.findings.find((finding) => finding.verdict === verdict);
  if (verdict === 'REFUSE') throw refuse('LAW_REFUSES', { sentence: `${first!.sentence}（${first!.chip}）` });
  if (verdict === 'DISCRETIONARY' && step !== 'SIGNED' && !opinion?.trim()) {
    throw refuse('REASON_NEEDED', { action: `${definition.label}（${first!.sentence}）` });
  }
}

/** 9月17日10:42, as papers write it. */
const timeOf = (at: Date): string =>
  at
    .toLocaleString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    })
    .replaceAll(' ', '');

/** A step as far as windows and paper applications look at it. */
export interface StepSeen {
  /** It is the very first act. */
  first: boolean;
  /** It hands in: what nobody has handed in yet is still being opened. */
  opening: boolean;
  /** The state it is made in. */
  words: string;
  definition: Step<string> | undefined;
}

/** Which step an act would be. */
export function stepOf(table: Workflow, { events }: Pick<Seen, 'events'>, action: string): StepSeen {
  const state = lastActOf(events)?.toState ?? table.start;
  const definition = stepsFrom(table, state)[action];
  const handsIn = definition !== undefined && (definition.needsLaw === true || !table.ends.includes(definition.to));
  const opening = state === table.start && handsIn;
  return { first: events.length === 0, opening, words: table.states[state]!.words, definition };
}

/** 跟踪办件: the cases about a student as the family follows them: offices by their names and parts, never the persons in them. */
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { labelOf } from '../../workflow/index.ts';
import { getCaseWithParties, listCasesAbout, listEvents } from '../case.store.ts';
import { clockView, toneOf } from '../case-view.ts';
import type { FollowedCase } from '../cases.api.ts';
import type { CaseEngine } from '../engine/advance.ts';
import { findSuperior } from '../engine/standing.ts';
import { trackOf } from './track.ts';

export interface Following {
  studentId: string;
  /** Kinds in which an opinion may speak of another child: what was written stays with the offices. */
  silent: readonly string[];
}

const SHOWN = 50;

/** Newest first, as far as the scope that holds shows them. */
export async function followCases(
  tx: Transaction,
  engine: CaseEngine,
  calendar: WorkingCalendar,
  { studentId, silent }: Following,
): Promise<FollowedCase[]> {
  const found: FollowedCase[] = [];
  for (const id of await listCasesAbout(tx, studentId, SHOWN))
    found.push(await follow(tx, engine, calendar, id, silent));
  return found;
}

async function follow(
  tx: Transaction,
  engine: CaseEngine,
  calendar: WorkingCalendar,
  caseId: string,
  silent: readonly string[],
): Promise<FollowedCase> {
  const { one, institutions } = await getCaseWithParties(tx, caseId);
  const table = engine.workflowOf(one);
  const events = await listEvents(tx, caseId);
  const last = events.at(-1)!;
  const today = dayOf(tx.now);
  const ended = table.ends.includes(last.toState);
  const names = new Map([...institutions].map(([id, { name }]) => [id, name]));
  const holder = ended ? undefined : institutions.get(last.holderId ?? '');
  const superior = holder && last.dueOn && last.dueOn < today ? await findSuperior(tx, holder) : undefined;
  return {
    id: one.id,
    number: one.number,
    kind: one.kind,
    kindTitle: table.title,
    openedOn: dayOf(one.openedAt),
    stateWords: table.states[last.toState]!.words,
    tone: toneOf(table, last.toState),
    holderName: holder?.name ?? null,
    clock: ended ? null : clockView(calendar, last, today),
    track: trackOf(table, one, events, names, '', calendar),
    superior: superior ? { name: superior.name, mayForce: false, isSuperior: false } : null,
    events: events.map((event) => ({
      seq: event.seq,
      label: labelOf(table, event.action, event.fromState),
      step: event.step,
      institutionName: event.institutionName,
      // What a registrar proposes is not decided yet, and only what is decided is told.
      opinion: silent.includes(one.kind) || event.step === 'PROPOSED' ? null : event.opinion,
      at: event.at.toISOString(),
    })),
  };
}

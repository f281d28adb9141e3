/** 撤销核对: whether a completed change can be taken back, by whom, what stands against it, and what would stand again. */
import type { Actor } from '../access/index.ts';
import { gradeName, institutionsById } from '../authorities/index.ts';
import { type Case, type CaseEngine, getCase, getLastEvent, partiesOf } from '../cases/index.ts';
import type { Transaction } from '../db/transaction.ts';
import { dayOf } from '../kernel/civil-date.ts';
import { holds } from '../kernel/place-codes.ts';
import { endReasonWords, REGISTRATION_STATES } from '../students/index.ts';
import { type ChangeTrace, hasTrace, readTrace } from './read-trace.ts';
import { type OwnUndoing, type OwnUndoings, REVERSAL } from './reversal.ts';
import { listReversals, type NamedCase } from './reversals.store.ts';

export interface AssessedReversal {
  target: Case;
  traces: ChangeTrace[];
  /** Is this a completed change that left something to put back? */
  reversible: boolean;
  /** 已撤销: by which case, on which day. */
  reversed: { caseId: string; number: string; on: string } | undefined;
  /** What stands against taking it back, with what to do; undefined where nothing does. */
  against: string | undefined;
  /** What would stand again, one line each. */
  restores: string[];
}

/** Looks at a case that the caller can see. Refuses NOT_FOUND outside the caller's scope. */
export async function assessReversal(
  tx: Transaction,
  engine: CaseEngine,
  own: OwnUndoings,
  caseId: string,
): Promise<AssessedReversal> {
  const target = await getCase(tx, caseId);
  const { toState } = await getLastEvent(tx, caseId);
  const table = engine.workflowOf(target);
  const special = own[target.kind];
  const done = table.states[toState]?.tone === 'DONE' && target.kind !== REVERSAL;
  const nothing = { target, traces: [], reversed: undefined, against: undefined, restores: [] };
  if (done && special?.many) return assessMany(tx, target, special);
  if (!done || target.subjectKind !== 'STUDENT') return { ...nothing, reversible: false };
  return tx.beyondScope(async () => {
    const students = [target.subjectId, ...(special?.others?.(target) ?? [])];
    const traces: ChangeTrace[] = [];
    for (const id of students) traces.push(await readTrace(tx, caseId, id));
    const by = traces.find(({ reversedBy }) => reversedBy)?.reversedBy;
    const reversed = by && reversedBy(by);
    const later = traces.find((trace) => trace.later)?.later;
    const changed = later !== undefined || traces.some(hasTrace) || (special?.restores?.(target).length ?? 0) > 0;
    const restores = [...(await restoredBy(tx, traces)), ...(special?.restores?.(target) ?? [])];
    const titleOf = (workflow: string) => engine.workflowOf({ workflow }).title;
    const against =
      later === 'NO_CASE'
        ? '此后该生又有变动（升级等），不能撤销此件，请按现状另办'
        : later && `此后该生又办了${titleOf(later.workflow)}（${later.number}），须先撤销该件`;
    return { target, traces, reversible: reversed === undefined && changed, reversed, against, restores };
  });
}

const reversedBy = ({ caseId, number, at }: NamedCase) => ({ caseId, number, on: dayOf(at) });

/** 成批变动: what it did to each student is for its own kind to put back. */
async function assessMany(tx: Transaction, target: Case, { many }: OwnUndoing): Promise<AssessedReversal> {
  return tx.beyondScope(async () => {
    const by = (await listReversals(tx, [target.subjectId])).get(target.id);
    const { stands, against, restores } = await many!(tx, target);
    const reversed = by && reversedBy(by);
    return { target, traces: [], reversed, reversible: !by && stands, against, restores };
  });
}

/** 撤销权限: whoever stands above every school of the case; what lies in two provinces nobody below the nation does. */
export const standsAbove = (actor: Actor, one: Pick<Case, 'path' | 'counterpartPath' | 'parties'>): boolean =>
  actor.role.startsWith('AUTHORITY') &&
  (actor.institution.level !== 'NATION' || partiesOf(one, actor).length > 0) &&
  [one.path, one.counterpartPath ?? one.path].every((place) => holds(actor.institution.path, place));

/** 恢复为葛天路小学四年级，在读 */
async function restoredBy(tx: Transaction, traces: readonly ChangeTrace[]): Promise<string[]> {
  const schools = await institutionsById(
    tx,
    traces.flatMap(({ registration }) => registration?.ended?.school_id ?? []),
  );
  return traces.flatMap(({ registration, formerKeyData }) => {
    const lines: string[] = [];
    const ended = registration?.ended;
    if (ended) {
      const state = REGISTRATION_STATES[ended.state] ?? ended.state;
      lines.push(`学籍恢复为${schools.get(ended.school_id)?.name ?? ''}${gradeName(ended.grade)}，${state}`);
      if (!registration.begun) lines.push(`学籍自${ended.valid_to}起连续，中间不断`);
    } else if (registration?.begun) {
      lines.push(`学籍恢复为${endReasonWords(registration.former?.end_reason ?? null)}，不在籍`);
    }
    if (formerKeyData) lines.push('关键数据恢复为变更前的记载');
    return lines;
  });
}

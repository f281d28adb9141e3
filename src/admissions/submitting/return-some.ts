/** 部分退回: the decider returns some children of a case for mending; the others stay where they are. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type CaseEngine, caseNumber, getCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { moveClaims } from '../../students/index.ts';
import { listEntrants, setEntrantCase } from '../entrants/entrant.store.ts';
import { gradesOf, titleOf } from './case-title.ts';

const RETURN = 'RETURN';

export interface ReturnSome {
  entrantIds: readonly string[];
  /** What must be mended. */
  opinion: string;
  /** The last event the person saw. */
  seq?: number | undefined;
}

/**
 * Moves the named children into a case of their own, which goes back to the school with the opinion; where all are named
 * the case itself goes back. Answers which case went back. Refuses NOT_FOUND for a child that is not in the case.
 */
export async function returnSome(
  tx: Transaction,
  services: Pick<Services, 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  caseId: string,
  { entrantIds, opinion, seq }: ReturnSome,
): Promise<string> {
  const theCase = await getCase(tx, caseId, { lock: true });
  const entrants = await listEntrants(tx, { caseId, states: ['SUBMITTED'], lock: true });
  const named = new Set(entrantIds);
  const leaving = entrants.filter(({ id }) => named.has(id));
  const staying = entrants.filter(({ id }) => !named.has(id));
  if (leaving.length < named.size || leaving.length === 0) throw refuse('NOT_FOUND', { what: '此件中的这名学生' });
  const act = { action: RETURN, opinion, seenSeq: seq };
  if (staying.length === 0) {
    await engine.advance(tx, actor, caseId, act);
    return caseId;
  }
  const dataOf = (batch: typeof entrants) => ({ ...theCase.data, size: batch.length, grades: gradesOf(batch) });
  const into = {
    ...theCase,
    id: services.newId(),
    number: caseNumber(services, 'RX', dayOf(tx.now)),
    title: titleOf(leaving),
    data: { ...dataOf(leaving), splitFrom: theCase.number },
  };
  const ids = leaving.map(({ id }) => id);
  await setEntrantCase(tx, ids, { caseId: into.id, state: 'SUBMITTED' });
  await moveClaims(tx, { from: caseId, to: into.id }, ids);
  await engine.split(tx, actor, caseId, { into, rest: { title: titleOf(staying), data: dataOf(staying) }, act });
  await record(tx, asAuditActor(actor), {
    action: 'RETURN_ENTRANTS',
    subjectKind: 'CASE',
    subjectId: into.id,
    path: theCase.path,
    reason: opinion,
    detail: { from: theCase.number, number: into.number, entrants: leaving.length },
  });
  return into.id;
}

/** 异动办件: the changes of a school or a place, running ones and those that are over. */
import type { Actor } from '../../access/index.ts';
import type { CaseEngine } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { ChangePage } from '../changes.api.ts';
import { type ChangeRow, listChanges } from './changes.store.ts';

const PAGE = 50;

/** One page, newest first. */
export async function viewChanges(
  tx: Transaction,
  engine: CaseEngine,
  actor: Actor,
  { kinds, running, before }: { kinds: readonly string[]; running: boolean; before?: string | undefined },
): Promise<ChangePage> {
  const rows = await listChanges(tx, { path: actor.institution.path, kinds, running, before, limit: PAGE + 1 });
  const items = rows.slice(0, PAGE).map((row) => itemOf(engine, row));
  return { items, next: rows.length > PAGE ? items.at(-1)!.caseId : null };
}

function itemOf(engine: CaseEngine, row: ChangeRow): ChangePage['items'][number] {
  const { workflow, state, openedAt, ...item } = row;
  const table = engine.workflowOf(row);
  const { tone, words, holder } = table.states[state]!;
  return {
    ...item,
    kindTitle: table.title,
    stateWords: words,
    tone: holder ? 'PROCESS' : (tone ?? 'NEUTRAL'),
    openedAt: openedAt.toISOString(),
  };
}

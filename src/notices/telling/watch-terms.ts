/** 期限提醒: once a day, whose term runs out, whose is over, and whom that goes up to. */
import type { Services } from '../../access/index.ts';
import { institutionsById } from '../../authorities/index.ts';
import { findSuperior } from '../../cases/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { Workflow } from '../../workflow/index.ts';
import { accountsAt, listPressing, type RunningTerm } from './recipients.store.ts';
import { caseWords, SENTENCES } from './sentences.ts';
import { type Telling, tell } from './tell.ts';

const PORTION = 200;

/** Tells holders and superiors, each once for a term; a second run of the day tells nothing anew. */
export async function watchTerms({ db }: Pick<Services, 'db'>, workflows: readonly Workflow[]): Promise<void> {
  for (let after: string | undefined; ; ) {
    const portion = await db.write(NODE_SCOPE, async (tx) => {
      tx.markAudited(); // telling changes no fact
      const terms = await listPressing(tx, { today: dayOf(tx.now), after, limit: PORTION });
      await tell(tx, await tellingsOf(tx, terms, workflows));
      return terms;
    });
    if (portion.length < PORTION) return;
    after = portion.at(-1)!.caseId;
  }
}

async function tellingsOf(tx: Transaction, terms: readonly RunningTerm[], workflows: readonly Workflow[]) {
  const today = dayOf(tx.now);
  const holders = await institutionsById(
    tx,
    terms.map(({ holderId }) => holderId),
  );
  const superiors = new Map<string, string | undefined>();
  for (const holder of holders.values()) superiors.set(holder.id, (await findSuperior(tx, holder))?.id);
  const people = await accountsAt(tx, [...holders.keys(), ...[...superiors.values()].filter((id) => id !== undefined)]);
  return terms.flatMap(({ caseId, number, workflow, holderId, holderRole, dueOn }): Telling[] => {
    const what = caseWords(workflows.find(({ id }) => id === workflow)?.title ?? '', number);
    const mine = people.filter((one) => one.institutionId === holderId && one.role === holderRole);
    if (dueOn >= today) {
      const source = `due ${caseId} ${dueOn}`;
      return [{ kind: 'CASE_DUE_SOON', source, to: mine, sentence: SENTENCES.dueSoon(what, dueOn), caseId }];
    }
    const above = people.filter((one) => one.institutionId === superiors.get(holderId));
    const escalated = SENTENCES.escalated(what, holders.get(holderId)?.shortName ?? '');
    const source = `overdue ${caseId} ${dueOn}`;
    return [
      { kind: 'CASE_OVERDUE', source, to: mine, sentence: SENTENCES.overdue(what, dueOn), caseId },
      { kind: 'CASE_ESCALATED', source: `escalated ${caseId} ${dueOn}`, to: above, sentence: escalated, caseId },
    ];
  });
}

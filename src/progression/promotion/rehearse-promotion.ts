/** 升级预演: how many would go up, stay, leave or cannot, and why; nothing is moved. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { listSchoolsBelow } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { countFates, spansOf } from './fates.store.ts';
import { insertPromotion } from './promotion.store.ts';
import { effectiveDay, nextSchoolYear, type Promotion, sumOf } from './promotion.ts';

/** Keeps a rehearsal for the actor's whole place. Refuses BAD_INPUT where the place has no students. */
export async function rehearsePromotion(
  tx: Transaction,
  { newId }: Pick<Services, 'newId'>,
  actor: Actor,
): Promise<Promotion> {
  const { id: institutionId, path } = actor.institution;
  const schoolYear = nextSchoolYear(tx.now);
  const schools = await listSchoolsBelow(tx, path);
  const totals = await countFates(tx, spansOf(schools), schoolYear);
  if (totals.length === 0) throw refuse('BAD_INPUT', { what: '本单位还没有在籍学生，先办入学注册' });
  const one: Promotion = {
    ...{ id: newId(), institutionId, path, schoolYear, totals },
    state: 'REHEARSED',
    takesEffectOn: effectiveDay(schoolYear, tx.now),
    madeByName: actor.personName,
    madeAt: tx.now,
    ...{ orderedByName: null, orderedAt: null, doneOn: null },
  };
  await insertPromotion(tx, one, actor.accountId);
  await record(tx, asAuditActor(actor), {
    action: 'REHEARSE_PROMOTION',
    subjectKind: 'INSTITUTION',
    subjectId: institutionId,
    path,
    detail: { promotion: one.id, schoolYear, up: sumOf(totals, ['UP']) },
  });
  return one;
}

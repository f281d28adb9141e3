/** 单个登记: puts one child forward on the form, or takes a draft away again. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { RawRecord } from '../../students/index.ts';
import { assessBatch, readIntake } from '../checking/assess.ts';
import { refuseWithoutRegistrar } from '../checking/registrar-in-office.ts';
import { deleteEntrants, entrantRows, getEntrant } from './entrant.store.ts';
import type { Entrant } from './entrant.ts';
import { makeEntrant } from './make-entrant.ts';
import { mendedRecord } from './mend-entrant.ts';

/** Makes a draft of whatever was filled in; what is missing or wrong is found, not refused. */
export async function putForward(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'law' | 'newId'>,
  actor: Actor,
  values: RawRecord,
): Promise<Entrant> {
  await refuseWithoutRegistrar(tx, actor.institution.id);
  const intake = await readIntake(tx, services, actor.institution.id);
  const row = { id: services.newId(), raw: mendedRecord({}, values) };
  const [assessed] = await assessBatch(tx, services, intake, [row]);
  const one = makeEntrant(services, assessed!, {
    school: intake.school,
    importId: null,
    rowNo: null,
    madeBy: actor.accountId,
    madeAt: tx.now,
  });
  await tx.together(entrantRows([one]), traceOf(tx, actor, 'PUT_FORWARD_ENTRANT', one));
  return one;
}

/** Deletes a draft that nobody has acted on. Refuses STEP_NOT_ALLOWED for what was handed in. */
export async function takeAway(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const one = await getEntrant(tx, id, { lock: true });
  if ((await deleteEntrants(tx, { id })) === 0) {
    throw refuse('STEP_NOT_ALLOWED', { state: '已提交，须先撤回', action: '删除' });
  }
  await tx.together(traceOf(tx, actor, 'DELETE_ENTRANT', one));
}

const traceOf = (tx: Transaction, actor: Actor, action: string, { id, path }: Entrant) =>
  auditRows(tx, asAuditActor(actor), [{ action, subjectKind: 'ENTRANT', subjectId: id, path }]);

/** 看一名录取新生: what was done about it, and what the law says next; looking is on record. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { maskPhone } from '../../../students/index.ts';
import { noShowView } from '../check-in/no-show-view.ts';
import { wordsOfAct } from '../check-in/words-of-act.ts';
import type { AdmittedSecret } from './admitted.ts';
import type { RollEntryView } from './roll.api.ts';
import { listAdmitted } from './roll.store.ts';
import { listRollActs, ROLL_ACTS } from './roll-acts.store.ts';
import { rollItem, termsOf } from './view-roll.ts';

/** Refuses NOT_FOUND outside the scope. The school's registrar sees the full number, others the masked one. */
export async function viewRollEntry(
  tx: Transaction,
  services: Pick<Services, 'law' | 'cipher' | 'calendar'>,
  actor: Actor,
  id: string,
): Promise<RollEntryView> {
  const [row] = await listAdmitted(tx, { ids: [id] });
  if (!row) throw refuse('NOT_FOUND', { what: '此人的录取记录' });
  const today = dayOf(tx.now);
  const termStart = await termsOf(tx, row.intakeYear)(row);
  const item = rollItem(row, { today, termStart });
  const secret = services.cipher.open('admission_roll', row.id, row.sealed) as AdmittedSecret;
  const full = actor.role === 'SCHOOL_REGISTRAR' && actor.institution.id === row.schoolId;
  const acts = await listRollActs(tx, services, id);
  await record(tx, asAuditActor(actor), {
    action: 'VIEW_ADMITTED',
    subjectKind: 'INSTITUTION',
    subjectId: row.schoolId,
    path: row.path,
    detail: { entry: id, full },
  });
  const absent = item.state === 'NO_SHOW' || item.state === 'DROPOUT' || item.state === 'DEFERRED';
  return {
    item,
    identityNumber: full ? secret.identityNumber : row.identityMasked || null,
    phone: secret.phone && (full ? secret.phone : maskPhone(secret.phone)),
    termStart,
    acts: acts.map((act) => ({
      id: act.id,
      act: act.act,
      words: ROLL_ACTS[act.act],
      on: act.on,
      byName: act.byName,
      detail: wordsOfAct(act, { full }),
      findings: act.findings,
    })),
    noShow: absent ? await noShowView(tx, services, row, { termStart, acts }) : null,
  };
}

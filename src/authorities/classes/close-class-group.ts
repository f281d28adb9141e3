/** 撤班: an empty class group ends; its code is not given again. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { endingOn } from '../institutions/validity.ts';
import { countSeated, lockClassGroup, setClassGroupEnd } from './class-group.store.ts';
import type { ClassGroup } from './class-group.ts';

/** Refuses while anybody sits in it. */
export async function closeClassGroup(
  services: Services,
  actor: Actor,
  classGroupId: string,
  reason: string,
): Promise<{ validTo: CivilDate }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    return { validTo: await endClassGroup(tx, actor, await lockClassGroup(tx, classGroupId), reason) };
  });
}

/** The same inside a larger act: the class group is locked by the caller. */
export async function endClassGroup(
  tx: Transaction,
  actor: Actor,
  group: ClassGroup,
  reason: string,
): Promise<CivilDate> {
  if (group.validTo) throw refuse('BAD_INPUT', { what: '此班级已撤销' });
  const seated = await countSeated(tx, group);
  if (seated > 0) throw refuse('BAD_INPUT', { what: `此班还有${seated}名学生，请先把他们调到别的班` });
  const validTo = endingOn(group.validFrom, dayOf(tx.now));
  await setClassGroupEnd(tx, group.id, validTo);
  await record(tx, asAuditActor(actor), {
    action: 'CLOSE_CLASS_GROUP',
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: group.path,
    reason,
    detail: { code: group.code, validTo },
  });
  return validTo;
}

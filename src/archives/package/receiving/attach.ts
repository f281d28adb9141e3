/** 归入学生档案: a package goes on as part of the file of the student who has its identity and is registered at the school. */
import type { Actor } from '../../../access/index.ts';
import { asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { findHolders } from '../../../students/index.ts';
import { getReceived, type ReceivedPackage, writeAttached } from './received.store.ts';
import { isRegisteredAt } from './registered-here.store.ts';

type Matched = Pick<ReceivedPackage, 'id' | 'schoolId' | 'path' | 'identityHash'>;

/** Attaches where the student is registered at this school now; null where not. Leaves an ATTACH_PACKAGE row. */
export async function attachTo(tx: Transaction, actor: Actor, one: Matched): Promise<string | null> {
  const { identityHash: hash } = one;
  const holder = hash && (await findHolders(tx, [hash])).get(hash.toString('hex'));
  if (!holder || !(await isRegisteredAt(tx, holder.studentId, one.schoolId))) return null;
  await writeAttached(tx, one, holder.studentId, actor.personName);
  await record(tx, asAuditActor(actor), {
    action: 'ATTACH_PACKAGE',
    subjectKind: 'STUDENT',
    subjectId: holder.studentId,
    path: one.path,
    detail: { package: one.id },
  });
  return holder.studentId;
}

/**
 * 归入, later: once the student has been registered or has transferred here. Refuses CONFLICT once it is attached,
 * STEP_NOT_ALLOWED while nobody of this school has the identity.
 */
export async function attachReceived(tx: Transaction, actor: Actor, id: string): Promise<string> {
  const one = await getReceived(tx, id, { lock: true });
  if (one.schoolId !== actor.institution.id) throw refuse('NOT_FOUND', { what: '此档案包' });
  if (one.studentId) throw refuse('CONFLICT', { what: '此档案包已归入学生档案' });
  const studentId = await attachTo(tx, actor, one);
  if (!studentId) {
    throw refuse('STEP_NOT_ALLOWED', { state: '本校还没有此证件号的学生', action: '归入，先办入学注册或转入再归入' });
  }
  return studentId;
}

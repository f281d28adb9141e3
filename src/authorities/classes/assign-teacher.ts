/** 指定班主任: a class teacher's account of the same school leads the class group, or nobody does. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getAccount } from '../accounts/account.store.ts';
import { lockClassGroup, setTeacher } from './class-group.store.ts';

/** Refuses accounts of another school or another role, and closed ones. */
export async function assignTeacher(
  services: Services,
  actor: Actor,
  classGroupId: string,
  accountId: string | null,
): Promise<{ teacherId: string | null }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const group = await lockClassGroup(tx, classGroupId);
    if (group.validTo) throw refuse('BAD_INPUT', { what: '此班级已撤销' });
    if (accountId) {
      const account = await getAccount(tx, accountId);
      if (account.institutionId !== group.schoolId || account.role !== 'CLASS_TEACHER' || account.state === 'CLOSED') {
        throw refuse('BAD_INPUT', { what: '班主任须是本校在用的班主任账号，请先为其开设账号' });
      }
    }
    await setTeacher(tx, group.id, accountId);
    await record(tx, asAuditActor(actor), {
      action: 'ASSIGN_TEACHER',
      subjectKind: 'CLASS_GROUP',
      subjectId: group.id,
      path: group.path,
      detail: { before: group.teacherId, accountId },
    });
    return { teacherId: accountId };
  });
}

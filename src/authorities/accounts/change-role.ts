/** 换岗: another role at the same institution; the old office ends, the new one begins, and the person signs in anew. */
import { type Actor, asAuditActor, type Role, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { refuse } from '../../kernel/refusal.ts';
import { releaseClassGroupsOf } from '../classes/class-group.store.ts';
import { institutionLevelOf } from '../institutions/institution.store.ts';
import { beginOfficeOf, endOfficesOf } from '../offices/office-of-account.ts';
import { endSessions } from '../sessions/session.store.ts';
import { changeAccount } from './account.store.ts';
import { refuseUnfitRole } from './account.ts';
import { getAccountToKeep, refuseOtherKeeper } from './account-keeper.ts';

/** Refuses where the actor does not keep accounts of the new role either. */
export async function changeRole(
  services: Services,
  actor: Actor,
  accountId: string,
  { role, reason }: { role: Role; reason: string },
): Promise<{ role: Role }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const { account, institution } = await getAccountToKeep(tx, actor, accountId);
    await refuseOtherKeeper(tx, actor, institution, role);
    refuseUnfitRole(role, institutionLevelOf(institution));
    if (account.state === 'CLOSED') throw refuse('BAD_INPUT', { what: '账号已停用，请另开账号' });
    if (account.role === role) throw refuse('BAD_INPUT', { what: '此人已在该岗位' });
    await changeAccount(tx, account.id, { role });
    await endSessions(tx, account.id, '换岗');
    await record(tx, asAuditActor(actor), {
      action: 'CHANGE_ROLE',
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      path: account.path,
      reason,
      detail: { from: account.role, to: role },
    });
    await endOfficesOf(tx, actor, account);
    await releaseClassGroupsOf(tx, account.id);
    if (account.state !== 'UNTRAINED') await beginOfficeOf(tx, services, actor, { ...account, role });
    return { role };
  });
}

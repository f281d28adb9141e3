/** 补验动态口令: the second factor of somebody whom the identity provider let in with one factor only. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { renewKeys, type SessionKeys } from '../sessions/open-session.ts';
import { getOwnCredentials } from './change-password.ts';
import { noteTotp } from './credentials.store.ts';
import { countFailure, findLock } from './lock-out.ts';
import { checkCode } from './sign-in.ts';

/** Wrong codes count towards the lock. */
export async function giveCode(
  services: Services,
  actor: Actor,
  { token, code }: { token: string; code: string },
): Promise<SessionKeys> {
  const outcome = await services.db.write(scopeOf(actor), async (tx): Promise<SessionKeys | Refusal> => {
    const account = await getOwnCredentials(tx, actor);
    const locked = await findLock(tx, account, actor.requestId);
    if (locked) return locked;
    const step = checkCode(services, account, code, tx.now);
    if (typeof step !== 'number') {
      const below = refuse('BAD_INPUT', { what: '动态口令不正确，请输入验证器上新的六位数字' });
      return countFailure(tx, account, actor.requestId, below);
    }
    await noteTotp(tx, account.id, { step, confirms: false });
    await record(tx, asAuditActor(actor), {
      action: 'GIVE_SECOND_FACTOR',
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      path: account.path,
    });
    return renewKeys(services, tx, token, { secondFactor: true });
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

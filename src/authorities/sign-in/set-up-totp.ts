/** 设置动态口令: the person takes a secret into an authenticator app and shows by a first code that it works. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { newTotpSecret, totpUri, verifyTotp } from '../../crypto/totp.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { renewKeys, type SessionKeys } from '../sessions/open-session.ts';
import { getOwnCredentials } from './change-password.ts';
import { noteTotp, setTotp } from './credentials.store.ts';
import { countFailure, findLock } from './lock-out.ts';

/** A new secret and the address that an authenticator app reads it from. Refuses where a confirmed one is in use. */
export async function beginTotp(services: Services, actor: Actor): Promise<{ secret: string; uri: string }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const account = await getOwnCredentials(tx, actor);
    if (account.totpConfirmedAt) {
      throw refuse('BAD_INPUT', { what: '动态口令已在使用；换了手机或丢失，请联系上级管理员重置' });
    }
    const secret = newTotpSecret(services.randomBytes);
    await setTotp(tx, account.id, services.cipher.seal('accounts', account.id, secret));
    await record(tx, asAuditActor(actor), {
      action: 'BEGIN_TOTP',
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      path: account.path,
    });
    return { secret, uri: totpUri(secret, account.loginName) };
  });
}

/** Takes the first code; from then on every login asks for one. The session counts as one with a second factor. */
export async function confirmTotp(
  services: Services,
  actor: Actor,
  { token, code }: { token: string; code: string },
): Promise<SessionKeys> {
  const outcome = await services.db.write(scopeOf(actor), async (tx): Promise<SessionKeys | Refusal> => {
    const account = await getOwnCredentials(tx, actor);
    const locked = await findLock(tx, account, actor.requestId);
    if (locked) return locked;
    if (!account.totpSealed || account.totpConfirmedAt) {
      throw refuse('BAD_INPUT', { what: '没有待确认的动态口令，请重新开始设置' });
    }
    const secret = services.cipher.open('accounts', account.id, account.totpSealed) as string;
    const step = verifyTotp(secret, code, tx.now, null);
    if (step === undefined) {
      const below = refuse('BAD_INPUT', { what: '动态口令不正确，请核对手机时间是否准确，再输入新的六位数字' });
      return countFailure(tx, account, actor.requestId, below);
    }
    await noteTotp(tx, account.id, { step, confirms: true });
    await record(tx, asAuditActor(actor), {
      action: 'CONFIRM_TOTP',
      subjectKind: 'ACCOUNT',
      subjectId: account.id,
      path: account.path,
    });
    return renewKeys(services, tx, token, { secondFactor: true });
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

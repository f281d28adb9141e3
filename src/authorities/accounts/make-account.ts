/** 开设账号: by whoever keeps the institution's accounts; it waits for the record of training before anybody may use it. */
import { type Actor, asAuditActor, type Role, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { hashPassword } from '../../crypto/password.ts';
import { refuse } from '../../kernel/refusal.ts';
import { refuseTwins } from '../conflict.ts';
import { getInstitution, institutionLevelOf } from '../institutions/institution.store.ts';
import type { SignInPolicy } from '../sign-in/sign-in-policy.ts';
import { temporaryPassword } from '../sign-in/temporary-password.ts';
import { insertAccounts, isTaken } from './account.store.ts';
import { refuseImpersonal, refuseUnfitRole } from './account.ts';
import { refuseOtherKeeper } from './account-keeper.ts';

export interface AccountWish {
  institutionId: string;
  role: Role;
  personName: string;
  loginName: string;
  /** The identity provider's name for the person; then there is no password here. */
  oidcSubject?: string | undefined;
}

/** Answers the password to hand over: it is shown this once. */
export async function makeAccount(
  services: Services,
  policy: SignInPolicy,
  actor: Actor,
  wish: AccountWish,
): Promise<{ id: string; temporaryPassword: string | null }> {
  const { role, loginName, oidcSubject } = wish;
  refuseImpersonal(loginName);
  const password = oidcSubject ? null : await temporaryPassword(policy.passwords, services.randomBytes);
  const passwordHash = password && (await hashPassword(password));
  const made = services.db.write(scopeOf(actor), async (tx) => {
    const institution = await getInstitution(tx, { id: wish.institutionId });
    await refuseOtherKeeper(tx, actor, institution, role);
    if (institution.validTo) throw refuse('BAD_INPUT', { what: '该机构已撤销，不能再开设账号' });
    refuseUnfitRole(role, institutionLevelOf(institution));
    await refuseTaken(tx, loginName, oidcSubject);
    const id = services.newId();
    await insertAccounts(tx, [
      {
        id,
        loginName,
        personName: wish.personName,
        institutionId: institution.id,
        path: institution.path,
        role,
        state: 'UNTRAINED',
        passwordHash,
        mustChangePassword: password !== null,
        oidcSubject: oidcSubject ?? null,
        madeBy: actor.accountId,
      },
    ]);
    await record(tx, asAuditActor(actor), {
      action: 'MAKE_ACCOUNT',
      subjectKind: 'ACCOUNT',
      subjectId: id,
      path: institution.path,
      detail: { role, institutionId: institution.id, loginName },
    });
    return { id, temporaryPassword: password };
  });
  return refuseTwins(made, '登录名刚被使用');
}

async function refuseTaken(tx: Parameters<typeof isTaken>[0], loginName: string, oidcSubject: string | undefined) {
  if (await isTaken(tx, { loginName })) {
    throw refuse('BAD_INPUT', { what: `登录名“${loginName}”已有人使用，请换一个，如在姓名拼音后加学校简称` });
  }
  await refuseSubjectTaken(tx, oidcSubject);
}

/** One person of the identity provider has one account here. */
export async function refuseSubjectTaken(tx: Parameters<typeof isTaken>[0], oidcSubject: string | undefined) {
  if (oidcSubject && (await isTaken(tx, { oidcSubject }))) {
    throw refuse('BAD_INPUT', { what: '此统一身份已绑定另一个账号，请先在原账号上重置密码解除绑定' });
  }
}

/** 封存、启封、停用: who leaves is out at once; the last person in use of the highest institution stays. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { releaseClassGroupsOf } from '../classes/class-group.store.ts';
import type { Institution } from '../institutions/institution.store.ts';
import { endOfficesOf } from '../offices/office-of-account.ts';
import { endSessions } from '../sessions/session.store.ts';
import { changeAccount, countOthersInUse } from './account.store.ts';
import { ACCOUNT_STATES, type Account, type AccountState } from './account.ts';
import { getAccountToKeep, isHighestInUse } from './account-keeper.ts';

/** 封存: an account in use rests; its person is signed out within two seconds. */
export function sealAccount(services: Services, actor: Actor, accountId: string, reason: string) {
  return leave(services, actor, accountId, reason, { action: 'SEAL_ACCOUNT', to: 'SEALED', from: ['ACTIVE'] });
}

/** 停用: for good; offices end and class groups are left without a teacher. */
export function closeAccount(services: Services, actor: Actor, accountId: string, reason: string) {
  const from: AccountState[] = ['UNTRAINED', 'ACTIVE', 'SEALED'];
  return leave(services, actor, accountId, reason, { action: 'CLOSE_ACCOUNT', to: 'CLOSED', from });
}

/** 启封: a sealed account is in use again; never one without a record of training. */
export async function unsealAccount(services: Services, actor: Actor, accountId: string, reason: string) {
  return services.db.write(scopeOf(actor), async (tx) => {
    const { account } = await getAccountToKeep(tx, actor, accountId);
    refuseOtherStates(account, ['SEALED'], '启封');
    if (!account.trainedOn) throw refuse('LAW_REFUSES', { sentence: '先培训后上岗，此账号没有培训记录，请先登记培训' });
    await changeAccount(tx, account.id, { state: 'ACTIVE' });
    await recordState(tx, actor, account, 'UNSEAL_ACCOUNT', 'ACTIVE', reason);
    return { state: 'ACTIVE' as const };
  });
}

interface Leaving {
  action: 'SEAL_ACCOUNT' | 'CLOSE_ACCOUNT';
  to: 'SEALED' | 'CLOSED';
  from: AccountState[];
}

async function leave(services: Services, actor: Actor, accountId: string, reason: string, leaving: Leaving) {
  const { action, to, from } = leaving;
  return services.db.write(scopeOf(actor), async (tx) => {
    const { account, institution } = await getAccountToKeep(tx, actor, accountId);
    refuseOtherStates(account, from, to === 'SEALED' ? '封存' : '停用');
    await refuseLastInUse(tx, account, institution);
    await changeAccount(tx, account.id, { state: to });
    await endSessions(tx, account.id, ACCOUNT_STATES[to]);
    await recordState(tx, actor, account, action, to, reason);
    if (to === 'CLOSED') {
      await endOfficesOf(tx, actor, account);
      await releaseClassGroupsOf(tx, account.id);
    }
    return { state: to };
  });
}

async function refuseLastInUse(tx: Transaction, account: Account, institution: Institution): Promise<void> {
  if (account.state !== 'ACTIVE' || !(await isHighestInUse(tx, institution))) return;
  if ((await countOthersInUse(tx, account)) > 0) return;
  throw refuse('BAD_INPUT', { what: '这是最高一级机构最后一个在用的账号，请先启用另一个账号' });
}

function refuseOtherStates(account: Account, from: readonly AccountState[], action: string): void {
  if (from.includes(account.state)) return;
  throw refuse('STEP_NOT_ALLOWED', { state: ACCOUNT_STATES[account.state], action });
}

function recordState(
  tx: Transaction,
  actor: Actor,
  account: Account,
  action: string,
  to: AccountState,
  reason: string,
): Promise<void> {
  return record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'ACCOUNT',
    subjectId: account.id,
    path: account.path,
    reason,
    detail: { from: account.state, to },
  });
}

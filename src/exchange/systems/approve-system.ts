/** 对接审批: one person applies, another approves; what leaves without a written approval leaves unlawfully (SX-44.1). */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { endWebhooks } from '../webhooks/webhook.store.ts';
import { insertSystem, lockSystem, setKey, setState } from './partner-system.store.ts';
import { isLive, keyHashOf, latestValidTo, MONTHS_AT_MOST, type PartnerSystem } from './partner-system.ts';
import type { SystemApplication } from './systems.api.ts';

/** Puts a system forward. Refuses what lies outside the own place and an approval that would hold too long. */
export async function applyForSystem(
  tx: Transaction,
  actor: Actor,
  { scopeId, validTo, ...rest }: SystemApplication,
): Promise<{ id: string }> {
  const { institution } = actor;
  const today = dayOf(tx.now);
  const scope = await getInstitution(tx, { id: scopeId });
  if (!holds(institution.path, scope.path)) throw refuse('NOT_FOUND', { what: '此单位' });
  if (validTo <= today) throw refuse('BAD_INPUT', { what: '有效期须晚于今天，请改填' });
  if (validTo > latestValidTo(today)) {
    throw refuse('BAD_INPUT', { what: `有效期最长${MONTHS_AT_MOST}个月，请改填${latestValidTo(today)}或更早的日期` });
  }
  const id = tx.newId();
  await insertSystem(tx, {
    id,
    institutionId: institution.id,
    path: institution.path,
    scopePath: scope.path,
    scopeName: scope.name,
    validTo,
    ...rest,
    appliedBy: actor.accountId,
    appliedByName: actor.personName,
    appliedAt: tx.now,
  });
  const { name, recipient, basis, withNumbers } = rest;
  const detail = { name, recipient, basis, withNumbers, scope: scope.path, validTo };
  await trace(tx, actor, id, 'APPLY_FOR_SYSTEM', rest.purpose, detail);
  return { id };
}

/** Approves or declines. Refuses whoever applied, and what is no longer waiting. */
export async function decideOnSystem(
  tx: Transaction,
  actor: Actor,
  id: string,
  { approve, note }: { approve: boolean; note?: string | undefined },
): Promise<void> {
  const one = await lockSystem(tx, id, actor.institution.id);
  if (one.state !== 'APPLIED') throw refuse('CONFLICT', { what: '此申请已有审批结果' });
  if (one.appliedBy === actor.accountId) throw refuse('SAME_PERSON');
  if (!approve && !note) throw refuse('REASON_NEEDED', { action: '不批准' });
  const state = approve ? 'APPROVED' : 'DECLINED';
  await setState(tx, id, { state, by: actor, note: note ?? null });
  await trace(tx, actor, id, approve ? 'APPROVE_SYSTEM' : 'DECLINE_SYSTEM', note, { name: one.name });
}

/** Gives the key, for this once; a key given before is worth nothing from now on. */
export async function giveKey(
  { randomBytes }: Pick<Services, 'randomBytes'>,
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<{ key: string }> {
  const one = await lockLive(tx, actor, id);
  const key = `xueji_${randomBytes(32).toString('base64url')}`;
  const tail = key.slice(-4);
  await setKey(tx, id, { hash: keyHashOf(key), tail });
  await trace(tx, actor, id, 'GIVE_SYSTEM_KEY', undefined, { name: one.name, replaces: one.keyTail, tail });
  return { key };
}

/** Ends an approval at once, and with it the key and every delivery. */
export async function revokeSystem(tx: Transaction, actor: Actor, id: string, reason: string): Promise<void> {
  const one = await lockSystem(tx, id, actor.institution.id);
  if (one.state !== 'APPROVED' && one.state !== 'APPLIED') throw refuse('CONFLICT', { what: '此对接已不在有效状态' });
  await setState(tx, id, { state: 'REVOKED', by: actor, note: reason });
  await endWebhooks(tx, id);
  await trace(tx, actor, id, 'REVOKE_SYSTEM', reason, { name: one.name });
}

/** A system that may follow today. Refuses any other with what to do. */
export async function lockLive(tx: Transaction, actor: Actor, id: string): Promise<PartnerSystem> {
  const one = await lockSystem(tx, id, actor.institution.id);
  if (!isLive(one, dayOf(tx.now))) throw refuse('CONFLICT', { what: '此对接未经批准、已停用或已到期，请重新申请' });
  return one;
}

const trace = (
  tx: Transaction,
  actor: Actor,
  id: string,
  action: string,
  reason: string | undefined,
  detail: Record<string, unknown>,
) =>
  record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'SYSTEM',
    subjectId: id,
    path: actor.institution.path,
    reason,
    detail,
  });

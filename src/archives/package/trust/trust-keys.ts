/** 可信名单: whose packages a place takes in: one person of the authority enters a key, another confirms it, any drops it. */
import type { Actor, Services } from '../../../access/index.ts';
import { asAuditActor } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { suiteOf } from '../../../crypto/choose-suite.ts';
import { type KeyRing, publicKeysOf, signingKeyId } from '../../../crypto/key-ring.ts';
import type { SuiteId } from '../../../crypto/suite.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { TrustedKey } from '../format/check-package.ts';
import { getKey, insertKey, listKeysAbove, suiteOfKey, writeConfirmed, writeEnded } from './trusted-keys.store.ts';

export interface ProposedKey {
  nodeName: string;
  suite: SuiteId;
  /** In hexadecimal, as the other node shows it. */
  publicKey: string;
}

/** Keys that count for a place: its own node's, and those that two people of an authority above it have entered. */
export async function trustedBy(tx: Transaction, ring: KeyRing, path: string): Promise<TrustedKey[]> {
  const own = publicKeysOf(ring).map((key) => ({ ...key, nodeName: '本系统' }));
  const entered = (await listKeysAbove(tx, path)).filter(({ confirmedAt, endedAt }) => confirmedAt && !endedAt);
  return [
    ...own,
    ...entered.map((key) => ({
      ...{ id: key.keyId, suite: suiteOfKey(key) },
      publicKey: key.publicKey,
      nodeName: key.nodeName,
    })),
  ];
}

/** 登记. Refuses BAD_INPUT for what is no key, CONFLICT for one that stands. Answers with its id. */
export async function proposeKey(
  tx: Transaction,
  { newId }: Pick<Services, 'newId'>,
  actor: Actor,
  { nodeName, suite: suiteId, publicKey: hex }: ProposedKey,
): Promise<string> {
  const publicKey = Buffer.from(hex, 'hex');
  const size = suiteId === 'guomi' ? 65 : 32;
  if (publicKey.length !== size)
    throw refuse('BAD_INPUT', { what: `公钥应为${size * 2}位十六进制，请从对方页面完整复制` });
  const keyId = signingKeyId(suiteOf(suiteId), publicKey);
  const { path } = actor.institution;
  const standing = (await listKeysAbove(tx, path)).find((one) => one.keyId === keyId && !one.endedAt);
  if (standing) throw refuse('CONFLICT', { what: `此密钥已由${standing.proposedByName}登记` });
  const id = newId();
  await insertKey(tx, {
    ...{ id, path, keyId, nodeName, publicKey, proposedBy: actor.accountId, proposedByName: actor.personName },
  });
  await tell(tx, actor, 'PROPOSE_NODE_KEY', { keyId, nodeName });
  return id;
}

/** 确认. Refuses SAME_PERSON for whoever entered it, CONFLICT once it is confirmed or dropped. */
export async function confirmKey(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const one = await getKey(tx, id);
  if (one.endedAt || one.confirmedAt) throw refuse('CONFLICT', { what: '此密钥已确认或已停用' });
  if (one.proposedBy === actor.accountId) throw refuse('SAME_PERSON');
  await writeConfirmed(tx, id, actor);
  await tell(tx, actor, 'CONFIRM_NODE_KEY', { keyId: one.keyId, nodeName: one.nodeName });
}

/** 停用: packages signed with it are taken in no more; what was taken in stays. Refuses CONFLICT once dropped. */
export async function dropKey(tx: Transaction, actor: Actor, id: string): Promise<void> {
  const one = await getKey(tx, id);
  if (one.endedAt) throw refuse('CONFLICT', { what: '此密钥已停用' });
  await writeEnded(tx, id, actor.personName);
  await tell(tx, actor, 'DROP_NODE_KEY', { keyId: one.keyId, nodeName: one.nodeName });
}

const tell = (tx: Transaction, actor: Actor, action: string, detail: Record<string, string>) =>
  record(tx, asAuditActor(actor), {
    ...{ action, subjectKind: 'INSTITUTION', subjectId: actor.institution.id, path: actor.institution.path, detail },
  });

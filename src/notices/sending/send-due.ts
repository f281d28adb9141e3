/**
 * 发送: takes what waits, unseals the address for the one sending, and notes what came of it.
 *
 * What is being sent is noted before the first byte leaves; where its process dies nobody knows whether it left, and then
 * it is not sent again by itself but shown to an administrator: a guardian is never told the same thing twice.
 */
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { choicesOf } from '../choosing/choice.store.ts';
import { addressesOf } from '../choosing/keep-choices.ts';
import type { Gateways, SendOutcome } from './gateways.ts';
import {
  claimMessages,
  findGuardianSealed,
  type Message,
  type MessageOutcome,
  markUnclear,
  noteMessage,
} from './message.store.ts';
import { isQuiet, type QuietHours } from './quiet-hours.ts';

const PORTION = 20;
const LEASE_MS = 120_000;
const MINUTE = 60_000;
/** How long after each failed try the next one follows. */
const PAUSES = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 360 * MINUTE];

export interface SendNeeds extends Pick<Services, 'db' | 'cipher' | 'now'> {
  gateways: Gateways;
  quiet: QuietHours;
}

/** Sends until nothing is due; answers how many tries were made. */
export async function sendDue(needs: SendNeeds): Promise<number> {
  for (let tries = 0; ; ) {
    const due = await takeDue(needs);
    if (due.length === 0) return tries;
    for (const message of due) await sendOne(needs, message);
    tries += due.length;
  }
}

function takeDue({ db, gateways, quiet, now }: SendNeeds): Promise<Message[]> {
  const channels = [
    ...(gateways.mail ? (['MAIL'] as const) : []),
    ...(gateways.sms && !isQuiet(quiet, now()) ? (['SMS'] as const) : []),
  ];
  return db.write(NODE_SCOPE, async (tx) => {
    await markUnclear(tx, '发送时系统中断，不知是否已发出');
    const leaseUntil = new Date(tx.now.getTime() + LEASE_MS);
    const due = await claimMessages(tx, { channels, limit: PORTION, leaseUntil });
    tx.markAudited(); // only where nothing is due; whose address is opened stands in the rows that follow
    await recordAll(
      tx,
      SYSTEM_ACTOR,
      due.map(({ id, channel, path, accountId, studentId }) => ({
        action: 'SEND_MESSAGE',
        subjectKind: studentId ? ('STUDENT' as const) : ('ACCOUNT' as const),
        subjectId: studentId ?? accountId ?? undefined,
        path,
        detail: { channel, message: id },
      })),
    );
    return due;
  });
}

async function sendOne(needs: SendNeeds, message: Message): Promise<void> {
  const { db, gateways } = needs;
  const to = await db.read(NODE_SCOPE, (tx) => addressOf(tx, needs, message));
  const gateway = message.channel === 'MAIL' ? gateways.mail : gateways.sms;
  const outcome: SendOutcome =
    to && gateway
      ? await gateway.send({ id: message.id, to, sentences: message.sentences })
      : { kind: 'NEVER', fault: message.channel === 'MAIL' ? '没有登记邮箱' : '没有登记手机号' };
  await db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited(); // what came of a sending that has its row
    await noteMessage(tx, message.id, nextOf(outcome, message.attempts, tx.now));
  });
}

/** In clear for as long as the sending takes. */
async function addressOf(tx: Transaction, services: SendNeeds, message: Message): Promise<string | undefined> {
  const { accountId, studentId, guardianOrdinal, channel } = message;
  if (studentId && guardianOrdinal !== null) {
    const sealed = await findGuardianSealed(tx, studentId, guardianOrdinal);
    return sealed && (services.cipher.open('guardians', studentId, sealed) as { phone?: string }).phone;
  }
  const choice = (await choicesOf(tx, accountId ? [accountId] : [])).get(accountId ?? '');
  const { email, phone } = choice ? addressesOf(services, choice) : {};
  return channel === 'MAIL' ? email : phone;
}

function nextOf(outcome: SendOutcome, attempts: number, now: Date): MessageOutcome {
  if (outcome.kind === 'SENT') return { state: 'SENT' };
  const { kind, fault } = outcome;
  if (kind === 'UNCLEAR') return { state: 'UNCLEAR', fault };
  const pause = kind === 'LATER' ? PAUSES[attempts - 1] : undefined;
  return pause === undefined
    ? { state: 'FAILED', fault }
    : { state: 'WAITING', fault, nextAt: new Date(now.getTime() + pause) };
}

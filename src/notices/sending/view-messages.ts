/** 发送情况: what did not leave, for the administrator who mends it; whose it is, but no address and no number. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { MessagesView } from '../notices.api.ts';
import { countMessages, listTroubled, sendAgain } from './message.store.ts';

const PAGE = 30;
const WEEK_MS = 7 * 24 * 3_600_000;

/** Failed and unclear ones in the scope, the latest first. */
export async function viewMessages(tx: Transaction, before: string | undefined): Promise<MessagesView> {
  const rows = await listTroubled(tx, { before, limit: PAGE + 1 });
  return {
    items: rows.slice(0, PAGE).map(({ id, channel, state, fault, attempts, madeAt, person }) => ({
      ...{ id, fault, attempts },
      channel: channel as 'MAIL' | 'SMS',
      state: state as 'FAILED' | 'UNCLEAR',
      recipient: person ?? '学生监护人',
      madeAt: madeAt.toISOString(),
    })),
    ...(await countMessages(tx, new Date(tx.now.getTime() - WEEK_MS))),
    more: rows.length > PAGE,
  };
}

/** Lets one leave after all: whoever says so knows that an unclear one may arrive twice. */
export async function resend(tx: Transaction, actor: Actor, id: string): Promise<void> {
  if (!(await sendAgain(tx, id))) throw refuse('NOT_FOUND', { what: '这条未发出的消息' });
  await record(tx, asAuditActor(actor), {
    action: 'RESEND_MESSAGE',
    subjectKind: 'NODE',
    path: actor.institution.path,
    detail: { message: id },
  });
}

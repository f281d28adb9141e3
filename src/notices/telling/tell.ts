/** 告知: puts a notice before those it concerns, in the ways each has chosen, once. */
import type { Transaction } from '../../db/transaction.ts';
import { choicesOf } from '../choosing/choice.store.ts';
import { channelsFor } from '../choosing/keep-choices.ts';
import type { NoticeKind } from '../notice-words.api.ts';
import { insertMessages, type NewMessage } from '../sending/message.store.ts';
import { insertNotices, type Notice, nameOf } from './notice.store.ts';
import type { Recipient } from './recipients.store.ts';

export interface Telling {
  kind: NoticeKind;
  /** The same source is told to a person once, whatever tells of it. */
  source: string;
  to: readonly Recipient[];
  sentence: string;
  caseId?: string | null;
  studentId?: string | null;
}

/**
 * Tells. What leaves by e-mail or short message is laid out in the same transaction, for whoever has chosen so; whoever
 * wants one e-mail a day gets it from what has been told by then.
 */
export async function tell(tx: Transaction, tellings: readonly Telling[]): Promise<void> {
  const all = onceEach(tellings);
  const choices = await choicesOf(
    tx,
    all.map(({ accountId }) => accountId),
  );
  // The notice is kept for every channel but none: the daily e-mail is made from it, and it says that it was told.
  const wanted = all.flatMap((one): Notice[] => {
    const channels = channelsFor(choices.get(one.accountId), one.kind);
    return channels.length === 0 ? [] : [{ ...one, silent: !channels.includes('SITE') }];
  });
  const told = await insertNotices(tx, wanted);
  const messages = wanted
    .filter(({ accountId, source }) => told.has(nameOf(accountId, source)))
    .flatMap(({ accountId, path, kind, source, sentence }): NewMessage[] => {
      const choice = choices.get(accountId);
      const channels = channelsFor(choice, kind);
      return (['MAIL', 'SMS'] as const)
        .filter((channel) => channels.includes(channel) && !(channel === 'MAIL' && choice?.digest))
        .map((channel) => ({
          channel,
          path,
          source: `${channel} ${accountId} ${source}`,
          accountId,
          sentences: [sentence],
        }));
    });
  await insertMessages(tx, messages);
}

/** What each person is told, the first of a source only: a thousand children of one act come to one sentence. */
function onceEach(tellings: readonly Telling[]): Omit<Notice, 'silent'>[] {
  const once = new Map<string, Omit<Notice, 'silent'>>();
  for (const { to, kind, source, sentence, caseId = null, studentId = null } of tellings) {
    for (const { accountId, path } of to) {
      const name = nameOf(accountId, source);
      if (!once.has(name)) once.set(name, { accountId, path, kind, source, caseId, studentId, sentence });
    }
  }
  return [...once.values()];
}

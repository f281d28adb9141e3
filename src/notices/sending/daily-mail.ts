/** 每日汇总: what a person was told since yesterday, in one e-mail; made once for a day, however often it is asked for. */
import type { Services } from '../../access/index.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { dayOf, startOfDay } from '../../kernel/civil-date.ts';
import { listDigesting } from '../choosing/choice.store.ts';
import { channelsFor } from '../choosing/keep-choices.ts';
import type { NoticeKind } from '../notice-words.api.ts';
import { listTold } from '../telling/notice.store.ts';
import { insertMessages, type NewMessage } from './message.store.ts';

const PORTION = 200;
const HOUR = 3_600_000;
/** A day's e-mail covers the twenty-four hours to this hour, by the clock in China. */
export const MAIL_HOUR = 7;

/** Lays out the e-mails of today. */
export async function layOutDailyMail({ db }: Pick<Services, 'db'>): Promise<void> {
  for (let after: string | undefined; ; ) {
    const portion = await db.write(NODE_SCOPE, async (tx) => {
      tx.markAudited(); // telling changes no fact
      const today = dayOf(tx.now);
      const to = new Date(startOfDay(today).getTime() + MAIL_HOUR * HOUR);
      const from = new Date(to.getTime() - 24 * HOUR);
      const choices = await listDigesting(tx, after, PORTION);
      if (choices.length === 0) return choices;
      const told = await listTold(
        tx,
        choices.map(({ accountId }) => accountId),
        { from, to },
      );
      const messages = choices.flatMap((choice): NewMessage[] => {
        const { accountId, path } = choice;
        const mine = told.filter((one) => one.accountId === accountId);
        const sentences = mine
          .filter(({ kind }) => channelsFor(choice, kind as NoticeKind).includes('MAIL'))
          .map(({ sentence }) => sentence);
        return sentences.length === 0
          ? []
          : [{ channel: 'MAIL', path, source: `MAIL ${accountId} day ${today}`, accountId, sentences }];
      });
      await insertMessages(tx, messages);
      return choices;
    });
    if (portion.length < PORTION) return;
    after = portion.at(-1)!.accountId;
  }
}

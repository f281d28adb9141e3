/** 每日限量: how often a day one person may see what is covered elsewhere, in whichever way. */
import type { Actor } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf, startOfDay } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { countLooks } from './student.store.ts';

/** So many a day; a whole school cannot be read out value by value. */
export const LOOKS_A_DAY = 60;

/**
 * Refuses TOO_MANY past the day's measure. One and the same measure holds for a value revealed, for a child of another
 * school set beside one's own or looked for by name and number, for a new number put forward for a student, and for a
 * paper with full numbers; a paper counts once, whatever it holds: it has its reason, and names in the trail whom it
 * shows. The caller leaves the row that counts, in this transaction.
 */
export async function refusePastMeasure(tx: Transaction, actor: Actor): Promise<void> {
  if ((await countLooks(tx, actor.accountId, startOfDay(dayOf(tx.now)))) < LOOKS_A_DAY) return;
  throw refuse('TOO_MANY', {
    what: '今天查看完整值、比对疑似学籍、查找外校学生、核对新证件号、打印完整证件号合计',
    limit: `${LOOKS_A_DAY}次`,
    when: '明天',
  });
}

/** 办理记录的话: one act on the roll in one line. */
import { maskName } from '../../../students/index.ts';
import { ENTRY_PAPERS, type EntryPaper } from '../roll/admitted.ts';
import type { RollAct } from '../roll/roll-acts.store.ts';
import { CONTACT_WAYS, type ContactWay, RECIPIENTS, type Recipient } from './check-in-words.api.ts';

/** With whom the school spoke is read in full by its own registrar only. */
export function wordsOfAct({ act, facts, secret }: RollAct, { full }: { full: boolean }): string {
  const text = (key: string): string => String(facts[key] ?? '');
  const parts: Record<RollAct['act'], () => (string | false)[]> = {
    ADMIT: () => (facts['said'] as { sentence: string }[] | undefined)?.map(({ sentence }) => sentence) ?? [],
    CHECK_IN: () => [
      ((facts['papers'] as EntryPaper[] | undefined) ?? []).map((paper) => ENTRY_PAPERS[paper]).join('、'),
      facts['feesPaid'] === true && '费用已缴清',
      text('reason'),
    ],
    DEFER: () => [
      `${text('days')}天，到${text('to')}`,
      facts['hasProof'] === true ? '有证明' : '无证明',
      text('reason'),
    ],
    PAY_FEES: () => [],
    CONTACT: () => [
      CONTACT_WAYS[text('way') as ContactWay],
      full ? `${secret['who'] ?? ''}：${secret['outcome'] ?? ''}` : maskName(secret['who'] ?? ''),
    ],
    REPORT: () => [RECIPIENTS[text('recipient') as Recipient], text('recipientName'), text('paperNumber')],
    DROPOUT: () => [`已督促${text('contacts')}次`],
    GIVE_UP: () => [text('reason')],
    DRAFT: () => [],
    CONTINUE: () => [text('number')],
    CANCEL: () => [text('number'), text('reason')],
    CORRECT: () => [text('reason')],
  };
  return parts[act]().filter(Boolean).join('，');
}

/** 可选项: the words of everything that a transfer is filled in with. */
import { MOVES, questions, TRANSFER_GROUNDS, TRANSFER_PAPERS } from '../../policy/index.ts';
import type { TransferChoices } from '../transfers.api.ts';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, words: label }));

/** The same for everybody; the words are those of the law's own questions. */
export const choices = (): TransferChoices => ({
  grounds: optionsOf(TRANSFER_GROUNDS),
  moves: optionsOf(MOVES),
  distances: optionsOf(questions.transfer.facts['schools']?.words ?? {}),
  papers: optionsOf(TRANSFER_PAPERS),
});

/** 核对摘要: what a guardian is asked after opening a link, kept as keyed digests that nobody can read back. Pure. */
import type { BlindIndex } from '../../crypto/blind-index.ts';

/** Bytes of the secret in the address: 128 bits cannot be guessed. */
export const SECRET_BYTES = 16;

/** The digest a link is found by. */
export const secretHash = (index: BlindIndex, secret: string): Buffer => index.blindIndex('family-secret', secret);

/** The same under every key of the ring, for links made before a key was changed. */
export const secretHashes = (index: BlindIndex, secret: string): Buffer[] =>
  index.underEveryKey('family-secret', secret).map((one) => one.index);

export interface Answers {
  linkId: string;
  bornOn: string;
  /** Of the telephone or the document; letters in capitals. */
  lastFour: string;
}

const textOf = ({ linkId, bornOn, lastFour }: Answers): string => `${linkId}|${bornOn}|${lastFour.toUpperCase()}`;

/** What the school has on file, bound to this one link; null where there are no four characters to ask for. */
export const checkDigest = (index: BlindIndex, answers: Answers): Buffer | null =>
  answers.lastFour.length === 4 ? index.blindIndex('family-check', textOf(answers)) : null;

/** What was answered, under every key of the ring. */
export const answeredDigests = (index: BlindIndex, answers: Answers): Buffer[] =>
  index.underEveryKey('family-check', textOf(answers)).map((one) => one.index);

/** The last four characters of a number; empty where it has fewer. */
export const lastFourOf = (number: string | undefined): string =>
  number === undefined || number.length < 4 ? '' : number.slice(-4).toUpperCase();

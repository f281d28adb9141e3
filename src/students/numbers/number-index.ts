/** 号码索引: the keyed digests by which numbers are found. */
import type { BlindIndex } from '../../crypto/blind-index.ts';

/** The digest under which a registration number is unique on this node. */
export const numberHashOf = (index: BlindIndex, number: string): Buffer =>
  index.blindIndex('registration-number', number);

/** Digits of an identity number that the search box takes. */
export const TAIL_DIGITS = 4;
/** So few bits that a value is shared by many, so that the column betrays little. */
const TAIL_BITS = 16;

/** The truncated digest of the last digits of an identity number. */
export const tailIndexOf = (index: BlindIndex, tail: string): number =>
  Number(index.shortIndex('identity-tail', tail.toUpperCase(), TAIL_BITS));

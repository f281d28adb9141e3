/** 号码相近: how like each other two identity numbers are, for finding one child under two numbers. */
import { normaliseIdentityNumber } from './identity-number.ts';

export type NumberSimilarity = 'same' | 'one-digit' | 'transposed' | 'different';

/**
 * Compares the first seventeen characters; the check character follows from them and adds nothing. `transposed` means
 * two neighbours changed places, `one-digit` exactly one of the seventeen differs.
 */
export function similarityOfNumbers(one: string, other: string): NumberSimilarity {
  const a = normaliseIdentityNumber(one);
  const b = normaliseIdentityNumber(other);
  if (a === b) return 'same';
  if (a.length !== 18 || b.length !== 18) return 'different';
  const unlike: number[] = [];
  for (let index = 0; index < 17 && unlike.length < 3; index++) {
    if (a.charCodeAt(index) !== b.charCodeAt(index)) unlike.push(index);
  }
  const [first, second] = unlike;
  if (first === undefined) return 'same';
  if (second === undefined) return 'one-digit';
  const swapped = unlike.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return swapped ? 'transposed' : 'different';
}

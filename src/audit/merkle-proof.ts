/**
 * 默克尔证明: that one event is in a sealed log (inclusion), and that a later log only added to an earlier one
 * (consistency), shown with some thirty hashes instead of the log (RFC 6962, 2.1.1 and 2.1.2; checks as in RFC 9162).
 */
import { append, type Digest, EMPTY_FRONTIER, nodeHash, rootOf } from './merkle.ts';

const half = (value: number) => Math.floor(value / 2);
const isOdd = (value: number) => value % 2 === 1;

/** The hashes that lead from the leaf at `index` (from 0) to the root over all leaves. */
export function inclusionProof(digest: Digest, leaves: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionProof(digest, left, index), rootOfLeaves(digest, right)]
    : [...inclusionProof(digest, right, index - split), rootOfLeaves(digest, left)];
}

/** The hashes that show the first `oldSize` leaves (at least 1) unchanged at the head of all leaves. */
export function consistencyProof(digest: Digest, leaves: readonly Buffer[], oldSize: number): Buffer[] {
  if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > leaves.length)
    throw new RangeError('no such earlier size');
  return subProof(digest, leaves, oldSize, true);
}

function subProof(digest: Digest, leaves: readonly Buffer[], oldSize: number, whole: boolean): Buffer[] {
  if (oldSize === leaves.length) return whole ? [] : [rootOfLeaves(digest, leaves)];
  const split = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return oldSize <= split
    ? [...subProof(digest, left, oldSize, whole), rootOfLeaves(digest, right)]
    : [...subProof(digest, right, oldSize - split, false), rootOfLeaves(digest, left)];
}

/** Is the leaf the one at `index` of the log of `size` leaves with that root? */
export function verifyInclusion(
  digest: Digest,
  claim: { leaf: Buffer; index: number; size: number; root: Buffer; proof: readonly Buffer[] },
): boolean {
  const { leaf, index, size, root, proof } = claim;
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(digest, step, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(digest, hash, step);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(root);
}

/** Does the log of `size` leaves begin with the log of `oldSize` leaves (at least 1)? */
export function verifyConsistency(
  digest: Digest,
  claim: { oldSize: number; oldRoot: Buffer; size: number; root: Buffer; proof: readonly Buffer[] },
): boolean {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && oldRoot.equals(root);
  const isFullTree = largestPowerBelow(oldSize + 1) === oldSize;
  const [first, ...rest] = isFullTree ? [oldRoot, ...proof] : proof;
  if (!first) return false;
  let [at, last] = [oldSize - 1, size - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [oldHash, hash] = [first, first];
  for (const step of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [oldHash, hash] = [nodeHash(digest, step, oldHash), nodeHash(digest, step, hash)];
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else hash = nodeHash(digest, hash, step);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && oldHash.equals(oldRoot) && hash.equals(root);
}

const rootOfLeaves = (digest: Digest, leaves: readonly Buffer[]) =>
  rootOf(digest, append(digest, EMPTY_FRONTIER, leaves));

/** The largest power of two smaller than `count` (2 or more). */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

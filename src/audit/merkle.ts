/**
 * 默克尔树: the hash tree over sealed events (RFC 6962, 2.1), grown at its right edge.
 *
 * Only the peaks are kept: the roots of the full subtrees that the binary digits of the size stand for, largest first.
 * Leaves and nodes are hashed under different first bytes, so that no node can be passed off as a leaf.
 */

/** The suite's digest of 32 bytes. */
export type Digest = (bytes: Uint8Array) => Buffer;

export interface Frontier {
  /** Number of leaves. */
  readonly size: number;
  readonly peaks: readonly Buffer[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** Hash of one entry. */
export function leafHash(digest: Digest, entry: Uint8Array): Buffer {
  return digest(Buffer.concat([LEAF, entry]));
}

/** Hash of two neighbouring subtrees. */
export function nodeHash(digest: Digest, left: Uint8Array, right: Uint8Array): Buffer {
  return digest(Buffer.concat([NODE, left, right]));
}

/** The tree with these leaf hashes added in order. */
export function append(digest: Digest, frontier: Frontier, leaves: Iterable<Buffer>): Frontier {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leaves) {
    let top = leaf;
    // Each trailing one of the size is a full subtree that the new one completes: a carry in binary addition.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) top = nodeHash(digest, peaks.pop()!, top);
    peaks.push(top);
    size++;
  }
  return { size, peaks };
}

/** The root; of no leaves it is the digest of nothing. */
export function rootOf(digest: Digest, { peaks }: Frontier): Buffer {
  if (peaks.length === 0) return digest(Buffer.alloc(0));
  return peaks.reduceRight((right, left) => nodeHash(digest, left, right));
}

/** As many peaks as the size has ones, each of a digest's length? Else this was never a frontier. */
export function isFrontier({ size, peaks }: Frontier): boolean {
  if (!Number.isSafeInteger(size) || size < 0) return false;
  const ones = size.toString(2).replaceAll('0', '').length;
  return peaks.length === ones && peaks.every((peak) => peak.length === 32);
}

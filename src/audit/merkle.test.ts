/** 默克尔树: the grown tree against the definition, and proofs that hold for the truth and for nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { guomi } from '../crypto/guomi.ts';
import { international } from '../crypto/international.ts';
import { append, type Digest, EMPTY_FRONTIER, type Frontier, isFrontier, leafHash, rootOf } from './merkle.ts';
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './merkle-proof.ts';

const digest = international.digest;

/** The definition of RFC 6962, word by word. */
function definedRoot(leaves: readonly Buffer[], hash: Digest = digest): Buffer {
  if (leaves.length === 0) return hash(Buffer.alloc(0));
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const sides = [definedRoot(leaves.slice(0, split), hash), definedRoot(leaves.slice(split), hash)];
  return hash(Buffer.concat([Buffer.from([1]), ...sides]));
}

const leavesOf = (count: number, hash: Digest = digest) =>
  Array.from({ length: count }, (_, index) => leafHash(hash, Buffer.from(`event ${index}`)));
const grown = (leaves: readonly Buffer[], hash: Digest = digest) => append(hash, EMPTY_FRONTIER, leaves);

test('the tree gives the roots published for the eight test entries of Certificate Transparency', () => {
  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const leaves = entries.map((entry) => leafHash(digest, Buffer.from(entry, 'hex')));
  roots.forEach((root, index) => {
    assert.equal(rootOf(digest, grown(leaves.slice(0, index + 1))).toString('hex'), root);
  });
  assert.deepEqual(rootOf(digest, EMPTY_FRONTIER), digest(Buffer.alloc(0)));
});

test('a tree grown in any portions has the root of the definition, under both suites', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 40 }), { maxLength: 8 }),
      fc.constantFrom(international, guomi),
      (parts, suite) => {
        const leaves = leavesOf(
          parts.reduce((sum, part) => sum + part, 0),
          suite.digest,
        );
        let frontier: Frontier = EMPTY_FRONTIER;
        for (const part of parts) {
          frontier = append(suite.digest, frontier, leaves.slice(frontier.size, frontier.size + part));
          assert.ok(isFrontier(frontier));
        }
        assert.deepEqual(rootOf(suite.digest, frontier), definedRoot(leaves, suite.digest));
      },
    ),
    { numRuns: 200 },
  );
});

test('peaks that do not fit the size are no frontier', () => {
  const frontier = grown(leavesOf(7));
  assert.ok(isFrontier(frontier));
  assert.ok(!isFrontier({ ...frontier, size: 8 }));
  assert.ok(!isFrontier({ ...frontier, size: -1 }));
  assert.ok(!isFrontier({ size: 1, peaks: [Buffer.alloc(31)] }));
});

test('each event of each log up to 40 is shown to be in it, and shown for no other place, size or root', () => {
  for (let size = 1; size <= 40; size++) {
    const leaves = leavesOf(size);
    const root = definedRoot(leaves);
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(digest, leaves, index);
      const claim = { leaf: leaves[index]!, index, size, root, proof };
      assert.ok(verifyInclusion(digest, claim));
      assert.ok(!verifyInclusion(digest, { ...claim, leaf: leafHash(digest, Buffer.from('forged')) }));
      assert.ok(!verifyInclusion(digest, { ...claim, root: leafHash(digest, Buffer.from('other root')) }));
      assert.ok(!verifyInclusion(digest, { ...claim, index: index + 1 }));
      assert.ok(!verifyInclusion(digest, { ...claim, proof: [...proof, root] }));
      if (proof.length > 0) assert.ok(!verifyInclusion(digest, { ...claim, proof: proof.slice(1) }));
    }
  }
});

test('each earlier log is shown to begin each later log up to 40, and a changed past is not', () => {
  for (let size = 1; size <= 40; size++) {
    const leaves = leavesOf(size);
    for (let oldSize = 1; oldSize <= size; oldSize++) {
      const claim = {
        oldSize,
        oldRoot: definedRoot(leaves.slice(0, oldSize)),
        size,
        root: definedRoot(leaves),
        proof: consistencyProof(digest, leaves, oldSize),
      };
      assert.ok(verifyConsistency(digest, claim));
      const otherPast = leaves.with(oldSize - 1, leafHash(digest, Buffer.from('forged')));
      assert.ok(!verifyConsistency(digest, { ...claim, oldRoot: definedRoot(otherPast.slice(0, oldSize)) }));
      assert.ok(!verifyConsistency(digest, { ...claim, root: definedRoot(otherPast) }));
      assert.ok(!verifyConsistency(digest, { ...claim, proof: [...claim.proof, claim.root] }));
      if (oldSize < size) assert.ok(!verifyConsistency(digest, { ...claim, oldSize: oldSize + 1 }));
    }
  }
});

test('a question about a leaf or size that does not exist is refused', () => {
  const leaves = leavesOf(5);
  for (const index of [-1, 5, 1.5]) assert.throws(() => inclusionProof(digest, leaves, index), RangeError);
  for (const size of [0, 6, 2.5]) assert.throws(() => consistencyProof(digest, leaves, size), RangeError);
});

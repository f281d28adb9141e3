/**
 * 审计核验: rebuilds the sealed log from the rows as they stand and compares it with every head and the witness.
 *
 * It shares with the sealer only the text of an event and of a head; it needs no secret key, changes nothing, reads
 * one snapshot, and holds the same few kilobytes for a thousand events and for a hundred million.
 */
import { checkerFor, type PublicKey } from '../crypto/key-ring.ts';
import type { Database } from '../db/database.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { type AuditFault, type FaultList, makeFaultList } from './fault.ts';
import { type Digest, leafHash, nodeHash } from './merkle.ts';
import { eventStatement, headStatement } from './statement.ts';
import {
  countPending,
  type Entry,
  fixSnapshot,
  type HeadRow,
  listStrangers,
  readEntries,
  readHeads,
} from './verify.store.ts';
import { makeWitnessCheck, type WitnessCheck } from './verify-witness.ts';
import { witnessSize } from './witness.ts';

export interface VerifyOptions {
  db: Pick<Database, 'read'>;
  /** Digest of the suite the log was sealed under. */
  digest: Digest;
  publicKeys: readonly PublicKey[];
  /** The witness file; undefined leaves cut tails and roll-backs unseen, and the report says so. */
  witnessFile: string | undefined;
}

export interface AuditReport {
  sound: boolean;
  /** Events under a genuine head. */
  sealed: number;
  heads: number;
  /** Heads found alike in table and witness. */
  witnessed: number;
  /** Events that wait for the next head. */
  pending: number;
  /** At most the first hundred; `faultCount` counts all. */
  faults: AuditFault[];
  faultCount: number;
  notices: string[];
}

/** Checks the whole log. Throws only where it cannot be read. */
export async function verifyAudit({ db, digest, publicKeys, witnessFile }: VerifyOptions): Promise<AuditReport> {
  const faults = makeFaultList();
  const check = checkerFor(publicKeys);
  // Measured before the snapshot: a head is in the table before it is in the file, so no fresh head looks cut.
  const until = witnessFile === undefined ? 0 : await witnessSize(witnessFile);
  const witness = witnessFile === undefined ? undefined : await makeWitnessCheck(witnessFile, until, check, faults);

  return db.read(NODE_SCOPE, async (tx) => {
    await fixSnapshot(tx);
    const heads = genuineHeads(readHeads(tx), check, faults, witness);
    const { count, last } = await compareEntries(readEntries(tx), heads, digest, faults);
    const sealed = { lastXid: last?.lastXid ?? '0', lastEventId: last?.lastEventId ?? NO_EVENT };
    for (const { id, at } of await listStrangers(tx, sealed, STRANGERS)) {
      faults.add('INSERTED', { eventId: id, at: at.toISOString() });
    }
    const seen = await witness?.finish(last?.size ?? 0);
    return {
      sound: faults.count === 0,
      sealed: last?.size ?? 0,
      heads: count,
      witnessed: seen?.witnessed ?? 0,
      pending: await countPending(tx, sealed),
      faults: faults.faults,
      faultCount: faults.count,
      notices: seen?.notices ?? ['未比对见证文件，截尾与退回旧版无从查出'],
    };
  });
}

const NO_EVENT = '00000000-0000-0000-0000-000000000000';
const STRANGERS = 1_000;

/** The heads whose own signature holds; the others are faults and judge nothing. */
async function* genuineHeads(
  heads: AsyncIterable<HeadRow>,
  check: ReturnType<typeof checkerFor>,
  faults: FaultList,
  witness: WitnessCheck | undefined,
): AsyncGenerator<HeadRow> {
  let previous: HeadRow | undefined;
  for await (const head of heads) {
    const claim = { ...head, firstEventId: head.firstEventId ?? '', lastEventId: head.lastEventId ?? '' };
    const verdict = check(head.keyId, headStatement(claim), head.signature);
    if (verdict === 'INVALID') faults.add('HEAD_FORGED', { size: head.size });
    if (verdict === 'UNKNOWN_KEY') faults.add('HEAD_KEY_UNKNOWN', { size: head.size, keyId: head.keyId });
    await witness?.compare(head, verdict === 'VALID');
    if (verdict !== 'VALID') continue;
    const follows = previous ? head.previousRoot?.equals(previous.root) : head.previousRoot === null;
    if (!follows) faults.add('HEAD_CHAIN_BROKEN', { size: head.size });
    previous = head;
    yield head;
  }
}

/** Walks leaves and heads side by side; gives the number of genuine heads and the last of them. */
async function compareEntries(
  entries: AsyncIterable<Entry>,
  heads: AsyncGenerator<HeadRow>,
  digest: Digest,
  faults: FaultList,
): Promise<{ count: number; last: HeadRow | undefined }> {
  const tree = makeTree(digest);
  const isInOrder = makeOrderCheck();
  let position = 0; // of the last leaf read
  let count = 0;
  let last: HeadRow | undefined;
  let isBroken = false; // Once the tree differs, every later root does; one fault says so.
  let isUncovered = false;
  let head = (await heads.next()).value as HeadRow | undefined;

  const settle = async (due: HeadRow) => {
    if (!isBroken && !tree.root()?.equals(due.root)) {
      faults.add('TREE_BROKEN', { from: (last?.size ?? 0) + 1, to: due.size });
      isBroken = true;
    }
    count++;
    last = due;
    head = (await heads.next()).value as HeadRow | undefined;
  };

  for await (const entry of entries) {
    while (head && head.size < entry.position) await settle(head);
    if (entry.position !== position + 1) {
      faults.add('LEAF_LOST', { from: position + 1, to: entry.position - 1 });
      isBroken = true;
    }
    position = entry.position;
    if (!head && !isUncovered) {
      faults.add('LEAF_UNSEALED', { from: position });
      isUncovered = true;
    }
    checkEvent(entry, digest, isInOrder, faults);
    tree.add(entry.leaf);
  }
  while (head) {
    if (head.size > position) isBroken = true;
    await settle(head);
  }
  if (last && last.size > position) faults.add('TAIL_CUT', { size: last.size, left: position });
  return { count, last };
}

function checkEvent(
  { position, eventId, leaf, event }: Entry,
  digest: Digest,
  isInOrder: (xid: string, id: string) => boolean,
  faults: FaultList,
): void {
  if (!event) faults.add('DELETED', { position, eventId });
  else if (!leafHash(digest, eventStatement(event)).equals(leaf)) faults.add('CHANGED', { position, eventId });
  else if (!isInOrder(event.xid, event.id)) faults.add('REORDERED', { position, eventId });
}

/** Tells whether each event lies behind the one asked about before, in the order of sealing. */
function makeOrderCheck(): (xid: string, id: string) => boolean {
  let lastXid = -1n;
  let lastId = '';
  return (text, id) => {
    const xid = BigInt(text);
    const isLater = xid > lastXid || (xid === lastXid && id > lastId);
    [lastXid, lastId] = [xid, id];
    return isLater;
  };
}

/** The tree by levels, as one adds binary numbers: a second way beside the sealer's peaks. */
function makeTree(digest: Digest): { add(leaf: Buffer): void; root(): Buffer | undefined } {
  const levels: (Buffer | undefined)[] = [];
  return {
    add(leaf) {
      let carry = leaf;
      let level = 0;
      for (let full = levels[0]; full; full = levels[level]) {
        carry = nodeHash(digest, full, carry);
        levels[level++] = undefined;
      }
      levels[level] = carry;
    },
    root: () =>
      levels.reduce((right, left) => (left && right ? nodeHash(digest, left, right) : (left ?? right)), undefined),
  };
}

/** 登记恢复: puts a restore from a backup on record, so that sealing may go on from the older state. */
import { type KeyRing, publicKeysOf } from '../crypto/key-ring.ts';
import type { Database } from '../db/database.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { SetupFault } from '../kernel/setup-fault.ts';
import { record } from './record.store.ts';
import { findLastHead, waitForSealing } from './seal.store.ts';
import { verifyAudit } from './verify.ts';
import { witnessRestore } from './witness.ts';

export interface AcceptRestoreOptions {
  db: Database;
  ring: KeyRing;
  witnessFile: string;
  /** What happened and who decided; stays in the witness file and the trail for good. */
  reason: string;
}

/**
 * Records the restore in the witness file and in the trail, and gives the number of sealed events that were lost.
 * Throws a SetupFault where the log lacks nothing, or differs in more than a missing tail: that is no restore.
 */
export async function acceptRestore({ db, ring, witnessFile, reason }: AcceptRestoreOptions): Promise<number> {
  const { digest } = ring.suite;
  const report = await verifyAudit({ db, digest, publicKeys: publicKeysOf(ring), witnessFile });
  const [cut, ...others] = report.faults;
  if (!cut) throw new SetupFault('审计日志与见证文件一致，没有恢复可登记，直接启动系统即可');
  if (cut.kind !== 'TAIL_CUT' || others.length > 0) {
    throw new SetupFault(`审计日志不只是缺少尾部，不能按恢复登记，请先查清：${cut.sentence}`);
  }
  const lost = Number(cut.facts['size']) - report.sealed;
  await db.write(NODE_SCOPE, async (tx) => {
    await waitForSealing(tx);
    await record(
      tx,
      { accountId: null, personName: '系统', institutionId: null },
      { action: 'ACCEPT_RESTORE', subjectKind: 'NODE', path: '', reason, detail: { sealed: report.sealed, lost } },
    );
    await witnessRestore(witnessFile, ring, { lastHead: await findLastHead(tx), reason, now: tx.now });
  });
  return lost;
}

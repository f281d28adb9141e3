/** 确认与暂不导入: what a school may decide about an entrant without changing its record. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { refuse } from '../../kernel/refusal.ts';
import { countFindings } from '../checking/assess.ts';
import { markRepeats } from '../checking/mark-repeats.ts';
import { recount } from '../importing/import.store.ts';
import { getEntrant, replaceEntrant } from './entrant.store.ts';
import type { Entrant, EntrantFinding } from './entrant.ts';
import { lockToMend } from './may-mend.ts';

/** One kind of fault on one item. */
export interface CauseOf {
  code: string;
  field: string;
}

/** A person has looked at what was found and lets it stand. Refuses NOT_FOUND where there is nothing to confirm. */
export async function confirmFinding(tx: Transaction, actor: Actor, id: string, cause: CauseOf): Promise<Entrant> {
  const one = await lockToMend(tx, id, '确认');
  const next = confirmed(one, cause);
  if (!next) throw refuse('NOT_FOUND', { what: '待确认的事项' });
  await replaceEntrant(tx, next);
  await record(tx, asAuditActor(actor), {
    action: 'CONFIRM_FINDING',
    subjectKind: 'ENTRANT',
    subjectId: id,
    path: one.path,
    detail: { ...cause },
  });
  if (one.importId) await recount(tx, one.importId);
  return getEntrant(tx, id);
}

/** The entrant with the amber findings of a cause confirmed; undefined where it has none that wait. */
export function confirmed(one: Entrant, { code, field }: CauseOf): Entrant | undefined {
  const waits = (finding: EntrantFinding) =>
    finding.severity === 'amber' && finding.code === code && finding.field === field && !finding.confirmed;
  if (!one.findings.some(waits)) return undefined;
  const findings = one.findings.map((finding) => (waits(finding) ? { ...finding, confirmed: true as const } : finding));
  return { ...one, findings, ...countFindings(findings) };
}

/** 暂不导入, and back: a row that is left out is neither submitted nor in anybody's way. */
export async function leaveOut(tx: Transaction, actor: Actor, id: string, out: boolean): Promise<Entrant> {
  const one = await lockToMend(tx, id, '暂不导入');
  const [from, to] = out ? (['DRAFT', 'SKIPPED'] as const) : (['SKIPPED', 'DRAFT'] as const);
  if (one.state === to) {
    tx.markAudited(); // as asked for already
    return one;
  }
  if (one.state !== from) throw refuse('STEP_NOT_ALLOWED', { state: '已提交', action: '暂不导入' });
  await replaceEntrant(tx, { ...one, state: to });
  await record(tx, asAuditActor(actor), {
    action: out ? 'SKIP_ENTRANT' : 'UNSKIP_ENTRANT',
    subjectKind: 'ENTRANT',
    subjectId: id,
    path: one.path,
  });
  if (one.importId) {
    await markRepeats(tx, one.importId);
    await recount(tx, one.importId);
  }
  return getEntrant(tx, id);
}

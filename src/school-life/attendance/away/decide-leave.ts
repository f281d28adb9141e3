/** 准假: grants or declines a leave of absence, as far as the law of the school lets this person grant. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { listShownPapers } from '../../shown-papers/shown-papers.store.ts';
import { type AwayDecision, GRANTERS } from '../attendance.api.ts';
import { findingsOf } from '../findings.ts';
import { getOwnStudent } from '../reach.ts';
import { decideAway, lockAway } from './away.store.ts';
import { askAway, grantersOf } from './law-of-away.ts';

/**
 * Refuses NOT_FOUND, ALREADY_DECIDED, NOT_ALLOWED for an office that the caller does not speak for, LAW_REFUSES where
 * the days are too many for who grants or the picture of the proof is missing, REASON_NEEDED where it is declined without a word.
 */
export async function decideLeave(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { id, grant, grantedAs, opinion }: { id: string } & AwayDecision,
): Promise<void> {
  const away = await lockAway(tx, id);
  const { student, school } = await getOwnStudent(tx, actor, away.studentId);
  if (away.state !== 'ASKED') {
    const at = away.decidedAt?.toISOString().slice(0, 10) ?? '';
    throw refuse('ALREADY_DECIDED', { who: away.decidedByName ?? '', at });
  }
  if (!grantersOf(actor).includes(grantedAs)) {
    throw refuse('NOT_ALLOWED', { what: `以${GRANTERS[grantedAs]}的名义准假，请由该部门的录入人办理` });
  }
  if (!grant && !opinion) throw refuse('REASON_NEEDED', { action: '不准假' });
  const shown = (await listShownPapers(tx, [id])).get(id) ?? [];
  const decision = askAway(services, school, away, { stage: student.stage, shown, approvedBy: grantedAs });
  const findings = findingsOf(decision);
  const refusal = findings.find(({ verdict }) => verdict === 'REFUSE');
  if (grant && refusal) {
    const { sentence, remedy, chip } = refusal;
    throw refuse('LAW_REFUSES', { sentence: `${sentence}（${chip}）${remedy ? `，${remedy}` : ''}` });
  }
  const weighed = findings.find(({ verdict }) => verdict === 'DISCRETIONARY');
  if (grant && weighed && !opinion) {
    throw refuse('LAW_REFUSES', { sentence: `${weighed.sentence}（${weighed.chip}），须写明意见` });
  }
  const state = grant ? 'GRANTED' : 'DECLINED';
  await decideAway(tx, away, { state, grantedAs, opinion, findings, by: actor });
  await record(tx, asAuditActor(actor), {
    action: grant ? 'GRANT_LEAVE' : 'DECLINE_LEAVE',
    subjectKind: 'STUDENT',
    subjectId: away.studentId,
    path: student.path,
    reason: opinion,
    detail: { away: id, days: away.days, grantedAs, law: findings.map(({ ruleId, code }) => `${ruleId}/${code}`) },
  });
}

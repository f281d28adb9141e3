/** 奖励的提出和批准: a teacher or the registrar proposes, the school's leader grants as far as the law of the school lets it. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Decision } from '../../policy/index.ts';
import { findingsOf } from '../attendance/findings.ts';
import { getOwnClassGroup, getOwnStudent, lawPlaceOf } from '../attendance/reach.ts';
import { awardRows, decideAward, type GivenAward, lockAwards } from './award.store.ts';
import type { AwardProposal, AwardRows, AwardsDecision } from './awards.api.ts';

/** One award of many students. Refuses as `proposeAll` does. */
export const proposeAwards = (
  tx: Transaction,
  actor: Actor,
  { studentIds, ...award }: AwardProposal,
): Promise<number> =>
  proposeAll(
    tx,
    actor,
    [...new Set(studentIds)].map((studentId) => ({ studentId, ...award })),
  );

/** 整班提出. Refuses NOT_FOUND for a class group that is not the caller's, BAD_INPUT for who does not sit in it. */
export async function proposeAwardRows(
  tx: Transaction,
  actor: Actor,
  { classGroupId, awards }: AwardRows & { classGroupId: string },
): Promise<number> {
  const { group } = await getOwnClassGroup(tx, actor, classGroupId);
  return proposeAll(tx, actor, awards, group.id);
}

/** Refuses NOT_FOUND for a student beyond the caller's school or class group, BAD_INPUT for a day to come. */
async function proposeAll(
  tx: Transaction,
  actor: Actor,
  awards: AwardRows['awards'],
  classGroupId?: string,
): Promise<number> {
  const rows = [];
  for (const { studentId, ...award } of awards) {
    const givenOn = award.givenOn as CivilDate;
    if (givenOn > dayOf(tx.now)) throw refuse('BAD_INPUT', { what: '颁奖日期还没有到，颁奖后再登记' });
    const { student } = await getOwnStudent(tx, actor, studentId);
    if (classGroupId && student.classGroupId !== classGroupId) {
      throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再填' });
    }
    rows.push({ ...award, givenOn, schoolYear: schoolYearOf(givenOn), student });
  }
  const school = await getInstitution(tx, { id: actor.institution.id });
  await tx.together(awardRows(tx, rows, { school, by: actor }));
  await recordAll(
    tx,
    asAuditActor(actor),
    rows.map(({ student: { studentId, path }, category, level }) => ({
      action: 'PROPOSE_AWARD',
      subjectKind: 'STUDENT' as const,
      subjectId: studentId,
      path,
      detail: { category, level },
    })),
  );
  return new Set(rows.map(({ student }) => student.studentId)).size;
}

/**
 * Grants or declines all of them or none. Refuses NOT_FOUND for an award of another school, ALREADY_DECIDED,
 * REASON_NEEDED where it is declined without a word, LAW_REFUSES where reviewer or approver is not whom the law names.
 */
export async function decideAwards(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  actor: Actor,
  { ids, grant, reason, reviewedBy, approvedBy }: AwardsDecision,
): Promise<number> {
  if (!grant && !reason) throw refuse('REASON_NEEDED', { action: '不批准' });
  const awards = await lockAwards(tx, ids, actor.institution.id);
  if (awards.length < new Set(ids).size) throw refuse('NOT_FOUND', { what: '所选的奖励' });
  const decided = awards.find(({ state }) => state !== 'PROPOSED');
  if (decided) throw refuse('ALREADY_DECIDED', { who: decided.decidedByName ?? '', at: decided.givenOn });
  const school = await getInstitution(tx, { id: actor.institution.id });
  const where = lawPlaceOf(school, dayOf(tx.now));
  for (const one of awards) {
    const answer = law.ask('award', where, {
      ...{ stage: one.stage, category: one.category, level: one.level, proposedByTeacher: true },
      ...(reviewedBy ? { reviewedBy } : {}),
      ...(approvedBy ? { approvedBy } : {}),
    });
    if (grant) refuseUnlawful(answer);
    const filed = grant ? answer.findings.some(({ code }) => code === 'TO_BE_FILED') : null;
    const decision = { by: actor, reason: reason ?? null, filed };
    await decideAward(tx, one.id, { ...decision, state: grant ? 'GRANTED' : 'DECLINED' });
  }
  await traceAll(tx, actor, awards, { action: grant ? 'GRANT_AWARD' : 'DECLINE_AWARD', reason });
  return awards.length;
}

/** 作废: an award that was entered wrongly no longer counts; it stays with the reason. */
export async function cancelAward(
  tx: Transaction,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const awards = await lockAwards(tx, [id], actor.institution.id);
  if (awards[0]?.state !== 'GRANTED') throw refuse('NOT_FOUND', { what: '此项已授予的奖励' });
  await decideAward(tx, id, { state: 'CANCELLED', by: actor, reason, filed: awards[0].filed });
  await traceAll(tx, actor, awards, { action: 'CANCEL_AWARD', reason });
}

function refuseUnlawful(answer: Decision): void {
  const refusal = findingsOf(answer).find(({ verdict }) => verdict === 'REFUSE');
  if (!refusal) return;
  const { sentence, chip, remedy } = refusal;
  throw refuse('LAW_REFUSES', { sentence: `${sentence}（${chip}）${remedy ? `，${remedy}` : ''}` });
}

const traceAll = (
  tx: Transaction,
  actor: Actor,
  awards: readonly GivenAward[],
  { action, reason }: { action: string; reason: string | undefined },
) =>
  recordAll(
    tx,
    asAuditActor(actor),
    awards.map(({ id, studentId, category, level }) => ({
      ...{ action, subjectKind: 'STUDENT' as const, subjectId: studentId, path: actor.institution.path, reason },
      detail: { award: id, category, level },
    })),
  );

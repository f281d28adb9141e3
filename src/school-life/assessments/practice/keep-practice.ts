/** 登记实践活动: one activity for many students of a class group; taken out again with a reason. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { classGroupName } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getOwnClassGroup, lawPlaceOf } from '../../attendance/reach.ts';
import type { PracticeEnd, PracticeRows, PracticeView, PracticeWish } from '../api/further.api.ts';
import { gradeIn, membersIn, termAt } from '../term-in.ts';
import { PRACTICE_KINDS } from './practice.api.ts';
import { endPractice, listPracticeOf, practiceRows } from './practice.store.ts';

type Needs = Pick<Services, 'law'>;

/** The students of the class group with all that they took part in. Refuses NOT_FOUND for one that is not the caller's. */
export async function viewPractice(
  tx: Transaction,
  { law }: Needs,
  actor: Actor,
  classGroupId: string,
): Promise<PracticeView> {
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  const today = dayOf(tx.now);
  const members = await membersIn(tx, group, termAt(today));
  const ids = members.map(({ studentId }) => studentId);
  // What a student did at another school counts on; only the own school's can be taken out.
  const all = await tx.beyondScope(() => listPracticeOf(tx, ids));
  const { requirements } = law.ask('assessment', lawPlaceOf(school, today), {
    ...{ stage: group.stage, kind: 'PRACTICE', takesPart: true, graduating: false },
  });
  const paper = requirements.find(({ kind }) => kind === 'PAPER');
  const byStudent = Map.groupBy(all, ({ studentId }) => studentId);
  return {
    classGroup: {
      id: group.id,
      name: classGroupName(gradeIn(group, termAt(today)), group.ordinal),
      stage: group.stage,
    },
    today,
    paperName: paper?.what ?? null,
    rows: members.map(({ studentId, seatNo, name }) => {
      const own = byStudent.get(studentId) ?? [];
      return {
        ...{ studentId, seatNo, name },
        hours: own.reduce((sum, { hours }) => sum + hours, 0),
        records: own.map(({ id, kind, activity, heldOn, hours, partTaken, confirmedByName }) => ({
          ...{ id, kind, activity, heldOn, hours, partTaken, confirmedByName },
          kindWords: PRACTICE_KINDS[kind],
        })),
      };
    }),
  };
}

/** One activity of many. Refuses as `addPracticeRows` does. */
export const addPractice = (
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { classGroupId, studentIds, ...wish }: PracticeWish & { classGroupId: string },
): Promise<PracticeView> =>
  addPracticeRows(tx, services, actor, {
    classGroupId,
    records: [...new Set(studentIds)].map((studentId) => ({ studentId, ...wish })),
  });

/**
 * Each record its own activity. Refuses NOT_FOUND for a class group that is not the caller's, BAD_INPUT for a day to come
 * and for who does not sit in it; all of them are entered or none.
 */
export async function addPracticeRows(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { classGroupId, records }: PracticeRows & { classGroupId: string },
): Promise<PracticeView> {
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  const today = dayOf(tx.now);
  const there = new Set((await membersIn(tx, group, termAt(today))).map(({ studentId }) => studentId));
  const rows = records.map((one) => {
    const heldOn = one.heldOn as CivilDate;
    if (heldOn > today) throw refuse('BAD_INPUT', { what: '活动还没有开展，到当天再登记' });
    if (!there.has(one.studentId)) throw refuse('BAD_INPUT', { what: '有学生不在本班，请刷新名单再填' });
    return { ...one, heldOn, grade: gradeIn(group, termAt(heldOn < group.validFrom ? today : heldOn)) };
  });
  await tx.together(practiceRows(tx, rows, { school, classGroupId, stage: group.stage, by: actor }));
  const students = [...new Set(rows.map(({ studentId }) => studentId))];
  const activities = [...new Set(rows.map(({ kind, heldOn }) => `${kind} ${heldOn}`))];
  await record(tx, asAuditActor(actor), {
    action: 'ENTER_PRACTICE',
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: group.path,
    detail: { activities, records: rows.length, students },
  });
  return viewPractice(tx, services, actor, classGroupId);
}

/** Refuses NOT_FOUND where one of them is not there any more, is another school's or of another class group. */
export async function takePracticeOut(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  { classGroupId, ids, reason }: PracticeEnd & { classGroupId: string },
): Promise<PracticeView> {
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  const there = new Set((await membersIn(tx, group, termAt(dayOf(tx.now)))).map(({ studentId }) => studentId));
  const wanted = new Set(ids);
  const ended = await endPractice(tx, [...wanted], { schoolId: school.id, by: actor, reason });
  if (ended.length < wanted.size || ended.some(({ studentId }) => !there.has(studentId))) {
    throw refuse('NOT_FOUND', { what: '此活动记录' });
  }
  await record(tx, asAuditActor(actor), {
    action: 'TAKE_PRACTICE_OUT',
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: group.path,
    reason,
    detail: { students: ended.map(({ studentId }) => studentId) },
  });
  return viewPractice(tx, services, actor, classGroupId);
}

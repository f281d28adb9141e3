/** 录入毕业成绩: a whole class group at once, until the list is handed in. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { type ClassGroup, getClassGroup, getInstitution, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { checkResults } from '../deciding/result-facts.ts';
import { findUnderWay } from '../ending/open-graduation.ts';
import { graduationYear, lastGradeOf } from './last-grade.ts';
import { type Entry, type LastGrade, listGraduands, saveResults } from './results.store.ts';

const SCHOOL_HOLDS: readonly string[] = ['PREPARING', 'RETURNED'];

export interface GroupOfLastGrade {
  group: ClassGroup;
  school: Institution;
  of: LastGrade;
}

/** The class group in reach, as part of its last grade. Refuses NOT_FOUND beyond the caller's place. */
export async function groupInReach(tx: Transaction, actor: Actor, classGroupId: string): Promise<GroupOfLastGrade> {
  const group = await getClassGroup(tx, classGroupId);
  if (!holds(actor.institution.path, group.path)) throw refuse('NOT_FOUND', { what: '此班级' });
  const school = await getInstitution(tx, { id: group.schoolId });
  const of = { ...lastGradeOf(school, group.stage, graduationYear(tx.now)), classGroupId };
  return { group, school, of };
}

/** Why results of this stage are closed for the time being; undefined while the school may enter. */
export async function closedBecause(tx: Transaction, { school, stage, year }: LastGrade): Promise<string | undefined> {
  const one = await findUnderWay(tx, school.path, { stage, year });
  if (!one || (SCHOOL_HOLDS.includes(one.state) && !one.pending)) return undefined;
  return `毕业名单已上报（办件${one.number}），退回或者撤回后再改成绩`;
}

/**
 * Refuses CONFLICT once the list is handed in, BAD_INPUT for a value that is no result or a student who is not of the
 * class group's last grade, STALE where somebody recorded meanwhile.
 */
export async function enterResults(
  tx: Transaction,
  actor: Actor,
  classGroupId: string,
  entries: readonly Entry[],
): Promise<number> {
  const { group, school, of } = await groupInReach(tx, actor, classGroupId);
  const closed = await closedBecause(tx, of);
  if (closed) throw refuse('CONFLICT', { what: closed });
  for (const { facts } of entries) checkResults(of.stage, facts);
  const there = new Set((await listGraduands(tx, of)).map(({ studentId }) => studentId));
  const ids = new Set(entries.map(({ studentId }) => studentId));
  if (ids.size < entries.length) throw refuse('BAD_INPUT', { what: '同一名学生填了两行，请留一行' });
  if ([...ids].some((id) => !there.has(id))) {
    throw refuse('BAD_INPUT', { what: '有学生不在此班的毕业年级，请刷新后重新填写' });
  }
  if ((await saveResults(tx, of, entries, actor)) < entries.length) throw refuse('STALE', { what: '此班的毕业成绩' });
  await record(tx, asAuditActor(actor), {
    action: 'ENTER_GRADUATION_RESULTS',
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: school.path,
    detail: { stage: of.stage, year: of.year, students: entries.length },
  });
  return entries.length;
}

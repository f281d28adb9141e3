/** 看缺项: a school's class groups with what their files lack, and the students of one by name. */
import type { Actor, Services } from '../../../access/index.ts';
import { classGroupName, getInstitutionInScope, gradeOf, listClassGroups } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { GapsView, GroupGapsView } from '../heads.api.ts';
import { heads } from '../heads.ts';
import { groupOf } from '../standing/reach.ts';
import { listSeated } from '../standing/standing.store.ts';
import { type FileStanding, type FilesOf, findGaps } from './find-gaps.ts';

type Needs = Pick<Services, 'law'>;

/** The own school, or one below the authority. Refuses NOT_FOUND beyond the caller's place. */
export async function viewGaps(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  schoolId: string | undefined,
): Promise<GapsView> {
  const school = await getInstitutionInScope(tx, actor, schoolId ?? actor.institution.id);
  if (school.kind !== 'SCHOOL') throw refuse('BAD_INPUT', { what: '请先选定学校，再看其档案缺项' });
  const all = await listSeated(tx, { schoolId: school.id, county: school.county });
  const own =
    actor.role === 'CLASS_TEACHER'
      ? all.filter(({ classGroupId }) => classGroupId && actor.classGroupIds.includes(classGroupId))
      : all;
  const files = await findGaps(tx, services, school, own);
  const today = dayOf(tx.now);
  const groups = await listClassGroups(tx, school.id, today);
  const byGroup = Map.groupBy(own, ({ classGroupId }) => classGroupId);
  const sumOf = (students: readonly { studentId: string }[]) =>
    countGaps(
      files,
      students.map(({ studentId }) => files.byStudent.get(studentId)!),
    );
  return {
    school: { id: school.id, name: school.name },
    ...{ term: files.term.words, chip: files.law.chip, ...sumOf(own) },
    classGroups: [
      ...groups.flatMap((group) => {
        const students = byGroup.get(group.id);
        if (!students) return [];
        return [{ id: group.id, name: classGroupName(gradeOf(group, today), group.ordinal), ...sumOf(students) }];
      }),
      ...(byGroup.has(null) ? [{ id: null, name: '未编班', ...sumOf(byGroup.get(null)!) }] : []),
    ],
  };
}

function countGaps({ law }: FilesOf, standings: readonly FileStanding[]) {
  const lacks = (standing: FileStanding, code: string) => standing.gaps.some(({ head }) => head === code);
  return {
    total: standings.length,
    complete: standings.filter(({ gaps }) => gaps.length === 0).length,
    overdue: standings.filter(({ overdue }) => overdue).length,
    heads: heads
      .map(({ code, title }) => ({ code, title, lacking: standings.filter((one) => lacks(one, code)).length }))
      .filter(({ code, lacking }) => law.heads.includes(code) || lacking > 0),
  };
}

/** Everybody of a class group with what the file lacks. Refuses NOT_FOUND for one that is not the caller's. */
export async function viewGroupGaps(
  tx: Transaction,
  services: Needs,
  actor: Actor,
  classGroupId: string,
): Promise<GroupGapsView> {
  const { group, school, students } = await groupOf(tx, actor, classGroupId);
  const files = await findGaps(tx, services, school, students);
  return {
    classGroup: { id: group.id, name: classGroupName(gradeOf(group, dayOf(tx.now)), group.ordinal) },
    ...{ term: files.term.words, chip: files.law.chip },
    heads: shownHeads(files),
    students: students.map(({ studentId, name, seatNo, enteredOn }) => {
      const { gaps, noted, overdue, term } = files.byStudent.get(studentId)!;
      return {
        ...{ studentId, name, seatNo, enteredOn, overdue, due: term?.sentence ?? null },
        lacking: [...new Set(gaps.map(({ head }) => head))],
        noted: [...noted],
        missing: gaps,
      };
    }),
  };
}

const shownHeads = ({ law, byStudent }: FilesOf) =>
  heads
    .filter(
      ({ code }) =>
        law.heads.includes(code) || [...byStudent.values()].some(({ gaps }) => gaps.some(({ head }) => head === code)),
    )
    .map(({ code, title, none }) => ({ code, title, none: none?.words ?? null }));

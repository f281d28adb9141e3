/** 学期考勤汇总: what every student of a class group missed in a term, by kind, and the class group as a whole. */
import type { Actor } from '../../../access/index.ts';
import { classGroupName, gradeOf } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { ABSENCE_KINDS, type AbsenceKind } from '../absence.api.ts';
import type { SumsView } from '../attendance.api.ts';
import { getOwnClassGroup } from '../reach.ts';
import { termOf, usualTerm } from '../term-of.ts';
import { listMembers } from './members.store.ts';
import { listTakenDays, sumMarks } from './register.store.ts';

/** The term of the day, today's where none is given. Refuses NOT_FOUND for a class group that is not the caller's. */
export async function viewSums(
  tx: Transaction,
  actor: Actor,
  { classGroupId, on }: { classGroupId: string; on: CivilDate | undefined },
): Promise<SumsView> {
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  const day = on ?? dayOf(tx.now);
  const term = (await termOf(tx, school, day)) ?? usualTerm(day);
  const span = { from: term.startsOn, to: term.endsOn };
  const [members, sums, taken] = [
    await listMembers(tx, group.id, span),
    await sumMarks(tx, group.id, span),
    await listTakenDays(tx, group.id, span),
  ];
  const offered = taken.reduce(
    (sum, { morningPeriods, afternoonPeriods }) => sum + morningPeriods + afternoonPeriods,
    0,
  );
  const names = new Map(members.map((member) => [member.studentId, member]));
  const kinds = Object.keys(ABSENCE_KINDS) as AbsenceKind[];
  const countsOf = (rows: typeof sums) =>
    kinds.map((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind);
      return {
        kind,
        times: ofKind.reduce((sum, { times }) => sum + times, 0),
        periods: ofKind.reduce((sum, { periods }) => sum + periods, 0),
      };
    });
  return {
    classGroup: { id: group.id, name: classGroupName(gradeOf(group, day), group.ordinal) },
    term,
    daysTaken: taken.length,
    periodsTaken: offered,
    students: [...names.values()].map(({ studentId, seatNo, name }) => ({
      ...{ studentId, seatNo, name },
      counts: countsOf(sums.filter((row) => row.studentId === studentId)),
    })),
    counts: countsOf(sums),
  };
}

/** 入座: puts students into class groups, or back among the unplaced: law, memberships, roster and trail in one go. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { type AuditEvent, recordAll } from '../../audit/record.store.ts';
import { type ClassGroup, classGroupName, gradeOf, type Institution } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { announce } from '../../feed/announce.store.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { countGenders, type GenderCounts } from '../class-groups/gender-counts.ts';
import { checkSizes } from './law-of-placing.ts';
import {
  beginMemberships,
  endMemberships,
  listMembers,
  type Member,
  type Seat,
  setRosterSeats,
} from './membership.store.ts';
import { seatsForJoining } from './seat-numbers.ts';

/** Who goes where; null is back among the unplaced. Class groups and students are locked by the caller. */
export interface Seating {
  action: 'PLACE' | 'MOVE';
  members: readonly Member[];
  targetOf: (member: Member) => ClassGroup | null;
  groups: ReadonlyMap<string, ClassGroup>;
  reason: string | undefined;
}

/** A class group as it is now, told to whoever made it so. */
export interface ChangedGroup extends GenderCounts {
  classGroupId: string;
  name: string;
}

/** Seats the students as of today. Refuses as checkSizes does. */
export async function seatStudents(
  services: Pick<Services, 'law'>,
  tx: Transaction,
  actor: Actor,
  school: Institution,
  seating: Seating,
): Promise<ChangedGroup[]> {
  const { members, targetOf, groups, reason } = seating;
  const today = dayOf(tx.now);
  const joining = Map.groupBy(members, (member) => targetOf(member)?.id ?? null);
  const leaving = members.flatMap(({ classGroupId }) => classGroupId ?? []);
  const joined = [...joining.keys()].filter((id) => id !== null);
  const touched = [...new Set([...joined, ...leaving])].flatMap((id) => groups.get(id) ?? []);
  const present = await listMembers(
    tx,
    school,
    touched.map(({ id }) => id),
  );
  const moved = new Set(members.map(({ studentId }) => studentId));
  const after = new Map(
    touched.map(({ id }) => {
      const staying = present.filter(({ classGroupId, studentId }) => classGroupId === id && !moved.has(studentId));
      return [id, { staying, counts: countGenders([...staying, ...(joining.get(id) ?? [])]) }];
    }),
  );
  const becoming = touched
    .filter(({ id }) => joining.has(id))
    .map((group) => ({ group, size: after.get(group.id)!.counts.total }));
  const findings = checkSizes(services, school, becoming, { today, reason });

  const seats = [...joining].flatMap(([id, comers]): Seat[] => {
    const numbers = id === null ? undefined : seatsForJoining(after.get(id)!.staying, comers);
    return comers.map(({ studentId }) => ({ studentId, classGroupId: id, seatNo: numbers?.get(studentId) ?? null }));
  });
  await write(tx, school, seats, today);
  const names = new Map(touched.map((group) => [group.id, classGroupName(gradeOf(group, today), group.ordinal)]));
  const changed = touched.map(({ id }) => ({ classGroupId: id, name: names.get(id)!, ...after.get(id)!.counts }));
  await recordAll(tx, asAuditActor(actor), [
    ...studentRows(school, seating, seats, names),
    ...changed.map((group) => ({
      action: `${seating.action}_STUDENTS`,
      subjectKind: 'CLASS_GROUP' as const,
      subjectId: group.classGroupId,
      path: school.path,
      reason,
      detail: {
        joined: joining.get(group.classGroupId)?.length ?? 0,
        left: leaving.filter((id) => id === group.classGroupId).length,
        total: group.total,
        boys: group.boys,
        girls: group.girls,
        law: findings.get(group.classGroupId)?.map(({ ruleId, code }) => `${ruleId}/${code}`) ?? [],
      },
    })),
  ]);
  announce(
    tx,
    ...seats.map(({ studentId, classGroupId }) => ({
      kind: 'CLASS_GROUP_CHANGED' as const,
      path: school.path,
      studentId,
      body: { schoolId: school.id, classGroupId, on: today },
    })),
  );
  return changed;
}

async function write(tx: Transaction, school: Institution, seats: readonly Seat[], today: CivilDate): Promise<void> {
  await endMemberships(
    tx,
    seats.map(({ studentId }) => studentId),
    today,
  );
  await beginMemberships(
    tx,
    school,
    seats.filter(({ classGroupId }) => classGroupId !== null),
    today,
  );
  await setRosterSeats(tx, school, seats);
}

function studentRows(
  school: Institution,
  { action, members, reason }: Seating,
  seats: readonly Seat[],
  names: ReadonlyMap<string, string>,
): AuditEvent[] {
  const before = new Map(members.map(({ studentId, classGroupId }) => [studentId, classGroupId]));
  return seats.map(({ studentId, classGroupId, seatNo }) => {
    const from = before.get(studentId);
    return {
      action: `${action}_STUDENT`,
      subjectKind: 'STUDENT',
      subjectId: studentId,
      path: school.path,
      reason,
      detail: {
        ...(from ? { from: names.get(from), fromClassGroup: from } : {}),
        ...(classGroupId ? { to: names.get(classGroupId), toClassGroup: classGroupId, seatNo } : {}),
      },
    };
  });
}

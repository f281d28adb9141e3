/** 编班内学号: numbers a whole class group anew, by pinyin, by birth, or as it sits. */
import { type Actor, asAuditActor } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { getClassGroupInReach } from '../class-groups/reach.ts';
import { listMembers, lockClassGroups, setSeatNumbers } from './membership.store.ts';
import { numberSeats, type SeatOrder } from './seat-numbers.ts';

/** Gives every student of the class group a seat number of its own; returns how many got another one than before. */
export async function giveSeatNumbers(
  tx: Transaction,
  actor: Actor,
  { classGroupId, order }: { classGroupId: string; order: SeatOrder },
): Promise<number> {
  const { group, school } = await getClassGroupInReach(tx, actor, classGroupId);
  await lockClassGroups(tx, [group.id]);
  const members = await listMembers(tx, school, [group.id]);
  const numbers = numberSeats(members, order);
  const seats = members
    .map(({ studentId, seatNo }) => ({
      studentId,
      classGroupId: group.id,
      before: seatNo,
      seatNo: numbers.get(studentId)!,
    }))
    .filter(({ before, seatNo }) => before !== seatNo);
  if (seats.length > 0) await setSeatNumbers(tx, school, seats);
  await record(tx, asAuditActor(actor), {
    action: 'GIVE_SEAT_NUMBERS',
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: school.path,
    detail: { order, students: members.length, changed: seats.length },
  });
  return seats.length;
}

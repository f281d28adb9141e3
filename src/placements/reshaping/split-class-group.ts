/** 拆班: a class group that has grown too large is dealt by a seed into itself and new ones of its grade. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { recordAll } from '../../audit/record.store.ts';
import {
  type ClassGroup,
  classGroupCode,
  highestOrdinals,
  insertClassGroups,
  listClassGroups,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { getClassGroupInReach } from '../class-groups/reach.ts';
import { listMembers, lockClassGroups, lockMembers } from '../placing/membership.store.ts';
import { type ChangedGroup, seatStudents } from '../placing/seat-students.ts';
import { drawPlacement, type Taker } from '../plan/draw/draw-placement.ts';
import { seedOf } from '../plan/draw/seeded-random.ts';

/** What a split made of the class group. */
export interface Split {
  seed: string;
  classGroups: ChangedGroup[];
}

/** Splits it into so many, even in size and gender; who stays where is drawn. Refuses BAD_INPUT where too few sit in it. */
export async function splitClassGroup(
  services: Pick<Services, 'law' | 'newId' | 'randomBytes'>,
  tx: Transaction,
  actor: Actor,
  { classGroupId, parts, reason }: { classGroupId: string; parts: number; reason: string },
): Promise<Split> {
  const { group, school } = await getClassGroupInReach(tx, actor, classGroupId);
  if (group.validTo) throw refuse('BAD_INPUT', { what: '此班级已撤销，请选在用的班级' });
  const today = dayOf(tx.now);
  const before = await listClassGroups(tx, school.id, today);
  await lockClassGroups(
    tx,
    before.map(({ id }) => id),
  );
  const seated = await listMembers(tx, school, [group.id]);
  if (seated.length < parts) throw refuse('BAD_INPUT', { what: `此班只有${seated.length}人，不能拆成${parts}个班` });
  const highest = (await highestOrdinals(tx, school.id)).get(`${group.stage}/${group.intakeYear}`) ?? group.ordinal;
  const opened = Array.from({ length: parts - 1 }, (_, place): ClassGroup => {
    const ordinal = highest + place + 1;
    const code = classGroupCode(group.stage, group.intakeYear, ordinal);
    return { ...group, id: services.newId(), ordinal, code, teacherId: null, validFrom: today };
  });
  await insertClassGroups(tx, opened);
  const seed = seedOf(today, services.randomBytes(3));
  const takers = [group, ...opened].map(({ id }): Taker => ({ id, total: 0, boys: 0, girls: 0, special: 0 }));
  const entrants = seated.map(({ studentId, gender }) => ({ studentId, gender, special: false }));
  const placed = drawPlacement(entrants, takers, { seed });
  const leaving = seated.flatMap(({ studentId }) => (placed.get(studentId) === group.id ? [] : studentId));
  const groups = new Map([...before, ...opened].map((one) => [one.id, one]));
  const classGroups = await seatStudents(services, tx, actor, school, {
    action: 'MOVE',
    members: await lockMembers(tx, school, leaving),
    targetOf: ({ studentId }) => groups.get(placed.get(studentId)!)!,
    groups,
    reason: `拆班（随机种子${seed}）：${reason}`,
  });
  await recordAll(
    tx,
    asAuditActor(actor),
    opened.map(({ id, code }) => ({
      action: 'OPEN_CLASS_GROUP',
      subjectKind: 'CLASS_GROUP' as const,
      subjectId: id,
      path: school.path,
      reason,
      detail: { code, schoolId: school.id, splitFrom: group.code, seed },
    })),
  );
  return { seed, classGroups };
}

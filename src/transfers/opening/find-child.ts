/** 查找转入学生: the receiving school names the child and its number, and learns where it is registered, nothing more. */
import { z } from 'zod';
import type { Actor, Services } from '../../access/index.ts';
import {
  classGroupName,
  getInstitution,
  gradeName,
  gradeOf,
  type Institution,
  listClassGroups,
  listSeats,
} from '../../authorities/index.ts';
import { openCaseAbout } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import {
  type ChildBeyond,
  findBeyond,
  genders,
  labelOf,
  nameOfArea,
  REGISTRATION_STATES,
} from '../../students/index.ts';
import { distanceOf, specialCaseOf } from '../law/transfer-facts.ts';
import type { FoundChild } from '../transfers.api.ts';
import { type ChildStanding, findStanding } from '../transfers.store.ts';
import { termAt } from './term-at.ts';

/** What a token holds: whom this account found, and on which day. */
const heldShape = z.object({
  child: z.object({
    studentId: z.uuid(),
    path: z.string(),
    name: z.string(),
    gender: z.string(),
    numberMasked: z.string(),
    identityMasked: z.string(),
  }),
  on: z.string(),
});

const TABLE = 'transfer-look';

/** 办件类别 by its workflow. */
export type TitleOf = (workflow: string) => string;

/** The child, or null where nobody has exactly this name and number. Each look counts; see findBeyond. */
export async function findChild(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'calendar'>,
  actor: Actor,
  asked: { name: string; number: string },
  titleOf: TitleOf,
): Promise<FoundChild | null> {
  const child = await findBeyond(tx, services, actor, { ...asked, purpose: '办理转入' });
  return child ? describeChild(tx, services, actor, child, titleOf) : null;
}

/** What the school is told of a child that it may ask for; null where the child is registered nowhere. */
export async function describeChild(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'calendar'>,
  actor: Actor,
  child: ChildBeyond,
  titleOf: TitleOf,
): Promise<FoundChild | null> {
  const standing = await findStanding(tx, child.studentId);
  if (!standing) return null;
  const on = dayOf(tx.now);
  const receiving = await getInstitution(tx, { id: actor.institution.id });
  const sending = await getInstitution(tx, { id: standing.schoolId });
  return {
    token: services.cipher.seal(TABLE, actor.accountId, { child, on }).toString('base64url'),
    name: child.name,
    genderWords: labelOf(genders, child.gender) ?? '',
    numberMasked: child.numberMasked,
    identityMasked: child.identityMasked,
    schoolName: sending.name,
    placeName: nameOfArea(sending.placeCode) ?? '',
    stage: standing.stage,
    grade: standing.grade,
    gradeWords: gradeName(standing.grade),
    stateWords: REGISTRATION_STATES[standing.state] ?? standing.state,
    schools: distanceOf(sending, receiving),
    special: specialCaseOf(sending, receiving) ?? null,
    classGroups: await groupsFor(tx, receiving, standing, on),
    term: await termAt(tx, receiving, on),
    blockedBy: (await openCaseAbout(tx, services.calendar, { subjectId: child.studentId, day: on }, titleOf)) ?? null,
  };
}

/** 可编入的班级: those of the child's own grade, with how many sit there. */
async function groupsFor(tx: Transaction, school: Institution, { stage, grade }: ChildStanding, on: CivilDate) {
  const groups = (await listClassGroups(tx, school.id, on)).filter(
    (group) => group.stage === stage && gradeOf(group, on) === grade,
  );
  const seats = await listSeats(
    tx,
    groups.map(({ id }) => id),
    on,
  );
  return seats
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .map(({ id, ordinal, seated }) => ({ id, name: classGroupName(grade, ordinal), seated }));
}

/** The child that this account found today. Refuses BAD_INPUT for a token of another person, another day, or none at all. */
export function readToken(
  { cipher }: Pick<Services, 'cipher'>,
  tx: Transaction,
  actor: Actor,
  token: string,
): ChildBeyond {
  const again = refuse('BAD_INPUT', { what: '查找结果已失效，请重新查找学生' });
  let held: z.infer<typeof heldShape>;
  try {
    held = heldShape.parse(cipher.open(TABLE, actor.accountId, Buffer.from(token, 'base64url')));
  } catch {
    throw again; // sealed for somebody else, cut short, or made up
  }
  if (held.on !== dayOf(tx.now)) throw again;
  return held.child;
}

/** 查找归来学生: a school that takes a child who left another names it and its number, and goes on in the old record. */
import { z } from 'zod';
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, gradeName } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { findBeyond, genders, labelOf, nameOfArea } from '../../students/index.ts';
import type { FoundLeft } from '../changes.api.ts';
import { getAnyStanding, LEFT, type StudentStanding } from '../standing/standing.store.ts';
import { stateWords } from './state-words.ts';

const heldShape = z.object({ studentId: z.uuid(), on: z.string() });

const TABLE = 'left-look';

/**
 * The child, or null where nobody has exactly this name and number. Each look counts; see findBeyond. A child who is
 * registered somewhere is only told of: it comes by a transfer, and gets no token.
 */
export async function findLeftChild(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  asked: { name: string; number: string },
): Promise<FoundLeft | null> {
  const child = await findBeyond(tx, services, actor, { ...asked, purpose: '办理归来接续' });
  if (!child) return null;
  const standing = await tx.beyondScope(() => getAnyStanding(tx, services, child.studentId));
  const school = await getInstitution(tx, { id: standing.schoolId });
  const held = { studentId: child.studentId, on: dayOf(tx.now) };
  return {
    studentId: child.studentId,
    token: standing.state === LEFT ? services.cipher.seal(TABLE, actor.accountId, held).toString('base64url') : null,
    name: child.name,
    genderWords: labelOf(genders, child.gender) ?? '',
    numberMasked: child.numberMasked,
    schoolName: school.name,
    placeName: nameOfArea(school.placeCode) ?? '',
    gradeWords: gradeName(standing.grade),
    stateWords: stateWords(standing),
  };
}

/** The child that this account found today, as it stands now. Refuses BAD_INPUT for any other token, CONFLICT once registered. */
export async function standingFound(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { studentId, token }: { studentId: string; token: string },
): Promise<StudentStanding> {
  const again = refuse('BAD_INPUT', { what: '查找结果已失效，请重新查找学生' });
  let held: z.infer<typeof heldShape>;
  try {
    held = heldShape.parse(cipher.open(TABLE, actor.accountId, Buffer.from(token, 'base64url')));
  } catch {
    throw again; // sealed for somebody else, cut short, or made up
  }
  if (held.on !== dayOf(tx.now) || held.studentId !== studentId) throw again;
  const standing = await tx.beyondScope(() => getAnyStanding(tx, { cipher }, studentId));
  if (standing.state !== LEFT) throw refuse('CONFLICT', { what: '此学生现已在籍，到本校就读的办理转学' });
  return standing;
}

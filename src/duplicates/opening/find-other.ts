/** 查找对方记录: by exact name and number, or as whoever holds the number of a child that is put forward. */
import { z } from 'zod';
import type { Actor, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { findBeyond } from '../../students/index.ts';
import type { OtherRef, OwnRef } from '../duplicates.api.ts';
import { findClaim, findOpenAt, getEntrant } from '../records/sides.store.ts';
import { findPair } from '../suspicion/pairs.store.ts';

const heldShape = z.object({ studentId: z.uuid(), on: z.string() });
const TABLE = 'dispute-look';

/** A token for the record that has exactly this name and number; null where none has both. Each look counts. */
export async function findOther(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index'>,
  actor: Actor,
  asked: { name: string; number: string },
): Promise<{ token: string } | null> {
  const child = await findBeyond(tx, services, actor, { ...asked, purpose: '问题学籍核查' });
  if (!child) return null;
  const held = { studentId: child.studentId, on: dayOf(tx.now) };
  return { token: services.cipher.seal(TABLE, actor.accountId, held).toString('base64url') };
}

/**
 * The student of the other side. Refuses NOT_FOUND where nobody holds the number, CONFLICT where the number is claimed by
 * a registration that is only under way, BAD_INPUT for a token that is not this person's or not of today.
 */
export async function otherStudentId(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  own: OwnRef,
  other: OtherRef,
): Promise<string> {
  if (other.by === 'TOKEN') return readToken(services, tx, actor, other.token);
  if (other.by === 'PAIR') {
    const pair = await findPair(tx, own.id, other.id);
    if (!pair) throw refuse('NOT_FOUND', { what: '此条疑似重复' });
    return other.id;
  }
  const { identityHash } = await getEntrant(tx, own.id);
  const claim = identityHash && (await findClaim(tx, identityHash));
  if (!claim || claim.student_id === own.id) throw refuse('NOT_FOUND', { what: '占用此证件号的学籍' });
  const registered = await tx.beyondScope(() => findOpenAt(tx, claim.student_id));
  if (!registered) {
    throw refuse('CONFLICT', {
      what: '此证件号正由另一所学校办理注册，尚未建籍，请与该校核实，由误报的一方撤回',
    });
  }
  return claim.student_id;
}

function readToken({ cipher }: Pick<Services, 'cipher'>, tx: Transaction, actor: Actor, token: string): string {
  const again = refuse('BAD_INPUT', { what: '查找结果已失效，请重新查找对方记录' });
  let held: z.infer<typeof heldShape>;
  try {
    held = heldShape.parse(cipher.open(TABLE, actor.accountId, Buffer.from(token, 'base64url')));
  } catch {
    throw again; // sealed for somebody else, cut short, or made up
  }
  if (held.on !== dayOf(tx.now)) throw again;
  return held.studentId;
}

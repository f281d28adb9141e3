/** 会话: one live session an account, 15 minutes idle, 8 hours in all. */
import { createHash } from 'node:crypto';
import type { LiveSession, Sessions } from '../../access/index.ts';
import type { Database } from '../../db/database.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { restrictionOf, type SignInPolicy } from '../sign-in/sign-in-policy.ts';
import { findSession, type SessionRow, touchSession } from './session.store.ts';

const MINUTE = 60_000;
const IDLE = 15 * MINUTE;
const ABSOLUTE = 8 * 60 * MINUTE;
/** How long a look-up is believed: a sealed account is out within this time on every process. */
const BELIEVED = 2_000;
const MOST_BELIEVED = 20_000;

export interface SessionKeeper extends Sessions {
  /** Forgets what is believed of a token at once (logout, in this process). */
  forget(token: string): void;
}

/** The digest under which a token is stored: the token itself never lies in the database. */
export const tokenHashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions over the database, with look-ups believed for two seconds. */
export function makeSessions(db: Database, policy: SignInPolicy, now: () => Date): SessionKeeper {
  const believed = new Map<string, { row: SessionRow | undefined; at: number }>();

  const lookUp = async (token: string): Promise<SessionRow | undefined> => {
    const at = now().getTime();
    const known = believed.get(token);
    if (known && at - known.at < BELIEVED) return known.row;
    const row = await db.read(NODE_SCOPE, (tx) => findSession(tx, tokenHashOf(token)));
    if (believed.size >= MOST_BELIEVED) believed.clear();
    believed.set(token, { row, at });
    return row;
  };

  return {
    forget: (token) => void believed.delete(token),
    find: async (token, requestId): Promise<LiveSession | undefined> => {
      const row = await lookUp(token);
      const at = now().getTime();
      if (row?.accountState !== 'ACTIVE') return undefined;
      if (at - row.seenAt.getTime() > IDLE || at - row.startedAt.getTime() > ABSOLUTE) return undefined;
      if (at - row.seenAt.getTime() > MINUTE) {
        row.seenAt = now();
        await db.write(NODE_SCOPE, async (tx) => {
          tx.markAudited(); // presence is not a change of any record
          await touchSession(tx, tokenHashOf(token));
        });
      }
      const restrictedTo = restrictionOf(row.factors, row, policy, now());
      return { actor: { ...row.actor, requestId }, csrfToken: row.csrfToken, restrictedTo };
    },
  };
}

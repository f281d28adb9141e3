/** 家长会话: one live session a link, 30 minutes idle, 8 hours in all; over at once when the link is taken back. */
import { createHash } from 'node:crypto';
import type { FamilySessions } from '../../access/index.ts';
import type { Database } from '../../db/database.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { familyRelations, labelOf, maskName } from '../../students/index.ts';
import { findFamilySession, touchFamilySession } from './session.store.ts';

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const ABSOLUTE = 8 * 60 * MINUTE;

/** The digest under which a token is stored: the token itself never lies in the database. */
export const familyTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Looked up anew for each call: what the school has taken back opens nothing a moment later. */
export const makeFamilySessions = (db: Database, now: () => Date): FamilySessions => ({
  find: async (token, requestId) => {
    const tokenHash = familyTokenHash(token);
    const row = await db.read(NODE_SCOPE, (tx) => findFamilySession(tx, tokenHash));
    if (!row || dayOf(now()) >= row.valid_to) return undefined;
    const at = now().getTime();
    if (at - row.seen_at.getTime() > IDLE || at - row.started_at.getTime() > ABSOLUTE) return undefined;
    if (at - row.seen_at.getTime() > MINUTE) {
      await db.write(NODE_SCOPE, async (tx) => {
        tx.markAudited(); // presence is not a change of any record
        await touchFamilySession(tx, tokenHash);
      });
    }
    return {
      csrfToken: row.csrf_token,
      family: {
        linkId: row.link_id,
        studentId: row.student_id,
        ordinal: row.guardian_ordinal,
        guardianName: row.guardian_name,
        guardianMasked: maskName(row.guardian_name),
        relation: row.relation,
        relationWords: labelOf(familyRelations, row.relation) ?? '家庭成员',
        path: row.path,
        scope: rangeOf(row.path),
        requestId,
      },
    };
  },
});

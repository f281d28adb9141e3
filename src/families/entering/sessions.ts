/** 家长会话: one live session a link, 30 minutes idle, 8 hours in all; over at once when the link is taken back. */
import { createHash } from 'node:crypto';
import type { FamilySessions, Services } from '../../access/index.ts';
import { findStanding } from '../../admissions/index.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { familyRelations, labelOf, maskName } from '../../students/index.ts';
import { readEntrant } from '../child/child.ts';
import { findFamilySession, touchFamilySession } from './session.store.ts';

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const ABSOLUTE = 8 * 60 * MINUTE;

type Needs = Pick<Services, 'db' | 'now' | 'cipher'>;

/** The digest under which a token is stored: the token itself never lies in the database. */
export const familyTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Looked up anew for each call: what the school has taken back opens nothing a moment later. */
export const makeFamilySessions = ({ db, now, cipher }: Needs): FamilySessions => ({
  find: async (token, requestId) => {
    const tokenHash = familyTokenHash(token);
    const found = await db.read(NODE_SCOPE, (tx) => findLive(tx, { cipher }, tokenHash));
    if (!found || dayOf(now()) >= found.row.valid_to) return undefined;
    const { row, child } = found;
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
        registered: child.registered,
        ordinal: row.guardian_ordinal,
        guardianName: row.guardian_name,
        guardianMasked: maskName(row.guardian_name),
        relation: child.relation,
        relationWords: labelOf(familyRelations, child.relation) ?? '家庭成员',
        path: child.path,
        scope: rangeOf(child.path),
        requestId,
      },
    };
  },
});

/** The session with its child. Whoever is no longer on the form at that place has no way in any more. */
async function findLive(tx: Transaction, services: Pick<Services, 'cipher'>, tokenHash: Buffer) {
  const row = await findFamilySession(tx, tokenHash);
  if (!row) return undefined;
  if (row.path !== null) {
    const child = { registered: true, path: row.path, relation: row.relation_now ?? '' };
    return row.name_now === row.guardian_name ? { row, child } : undefined;
  }
  const entrant = await findStanding(tx, row.student_id);
  if (!entrant) return undefined;
  const guardian = (await readEntrant(tx, services, entrant)).guardians[row.guardian_ordinal];
  if (guardian?.name !== row.guardian_name) return undefined;
  return { row, child: { registered: false, path: entrant.path, relation: guardian.relation ?? row.relation_then } };
}

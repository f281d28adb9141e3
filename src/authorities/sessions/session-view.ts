/** 我是谁: the person, the office, the place, the term, and what this office may call. */
import { LEVELS, type LiveSession, mayCall, ROLES, type Route } from '../../access/index.ts';
import type { BlindIndex } from '../../crypto/blind-index.ts';
import { isDemo } from '../../db/node-facts.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, partsOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { findPlaceName } from '../institutions/place.store.ts';
import { findFactors } from '../sign-in/credentials.store.ts';
import type { Session } from './session.api.ts';

/** What a page needs to know of whoever looks at it. `routes` are all that the product declares; `index` makes the key of the person's drafts. */
export async function viewSession(
  tx: Transaction,
  { actor, csrfToken, restrictedTo }: LiveSession,
  { routes, index }: { routes: readonly Route[]; index: BlindIndex },
): Promise<Session> {
  const { institution, role } = actor;
  const today = dayOf(tx.now);
  const factors = await findFactors(tx, actor.accountId);
  return {
    accountId: actor.accountId,
    personName: actor.personName,
    role,
    roleWords: ROLES[role],
    institution: {
      id: institution.id,
      name: institution.name,
      shortName: institution.shortName,
      level: institution.level,
      levelWords: LEVELS[institution.level],
      placeCode: institution.placeCode,
      placeName: (await findPlaceName(tx, institution.placeCode)) ?? institution.placeCode,
    },
    classGroupIds: [...actor.classGroupIds],
    today,
    schoolYear: schoolYearOf(today),
    termWords: termWords(today),
    csrfToken,
    draftKey: index.blindIndex('draft', actor.accountId).toString('base64url'),
    mustGiveCode: restrictedTo === 'SECOND_FACTOR',
    mustChangePassword: restrictedTo === 'PASSWORD',
    mustSetUpTotp: restrictedTo === 'TOTP_SET_UP',
    demo: await isDemo(tx),
    signsInElsewhere: !factors.hasPassword,
    hasTotp: factors.hasTotp,
    capabilities: capabilitiesOf(routes, { role, level: institution.level }),
  };
}

/** 2026—2027学年第一学期: the first term from September, the second from February. */
export function termWords(day: CivilDate): string {
  const year = schoolYearOf(day);
  const [, month] = partsOf(day);
  return `${year}—${year + 1}学年第${month >= 2 && month <= 8 ? '二' : '一'}学期`;
}

/** Menus and buttons ask the very declarations that the server checks: they cannot promise what it would refuse. */
export function capabilitiesOf(routes: readonly Route[], caller: Parameters<typeof mayCall>[1]): string[] {
  return routes
    .filter(({ who }) => who !== 'PUBLIC' && mayCall(who, caller))
    .map(({ method, path }) => `${method} ${path}`);
}

/** 账号归谁管: the level above keeps an institution's accounts; the highest keeps its own; a school its class teachers'. */
import type { Actor, Role } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { holds } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { findNearestInUse } from '../institutions/directory.store.ts';
import { getInstitution, type Institution } from '../institutions/institution.store.ts';
import { getAccount } from './account.store.ts';
import type { Account } from './account.ts';

/**
 * Refuses NOT_FOUND for institutions outside the actor's place, and NOT_ALLOWED where somebody else keeps their
 * accounts: the nearest authority above that has a person in use. In an installation of one county nobody works above
 * it; then its own people keep its accounts, each those of the others.
 */
export async function refuseOtherKeeper(tx: Transaction, actor: Actor, institution: Institution, role: Role) {
  if (!holds(actor.institution.path, institution.path)) throw refuse('NOT_FOUND', { what: '此机构' });
  const isOwn = actor.institution.id === institution.id;
  if (isOwn && actor.role === 'SCHOOL_REGISTRAR' && role === 'CLASS_TEACHER') return;
  const isCentre = actor.institution.level === 'CENTRE' && institution.upperId === actor.institution.id;
  if (isCentre && actor.role === 'SCHOOL_REGISTRAR') return;
  const keeper = await findNearestInUse(tx, institution.path);
  const isAuthority = actor.role === 'AUTHORITY_REGISTRAR' || actor.role === 'AUTHORITY_LEADER';
  if (isAuthority && (keeper ? keeper.id === actor.institution.id : isOwn)) return;
  throw refuse('NOT_ALLOWED', { what: `此账号由${keeper?.name ?? institution.name}管理` });
}

/** The account, locked, and its institution; refused as above, and to the person whose account it is. */
export async function getAccountToKeep(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<{ account: Account; institution: Institution }> {
  const account = await getAccount(tx, id);
  const institution = await getInstitution(tx, { id: account.institutionId });
  await refuseOtherKeeper(tx, actor, institution, account.role);
  if (account.id === actor.accountId) throw refuse('NOT_ALLOWED', { what: '本人的账号须由他人办理' });
  return { account, institution };
}

/** Is this institution the highest in which anybody works here? */
export async function isHighestInUse(tx: Transaction, { path }: Pick<Institution, 'path'>): Promise<boolean> {
  return (await findNearestInUse(tx, path)) === undefined;
}

/** 随账号任职: registrars and leaders hold their office through their account, so that one act says both. */
import { type Actor, asAuditActor, type Role, type Services } from '../../access/index.ts';
import { type AuditActor, record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { endingOn } from '../institutions/validity.ts';
import { insertOffice, listOpenOfficesOf, setOfficeEnd } from './office.store.ts';
import { postOf } from './office.ts';

interface Holder {
  id: string;
  personName: string;
  institutionId: string;
  path: string;
  role: Role;
}

/** Begins the office of an account's role today; class teachers hold none. */
export async function beginOfficeOf(
  tx: Transaction,
  { newId }: Pick<Services, 'newId'>,
  actor: Actor | AuditActor,
  account: Holder,
): Promise<void> {
  const post = postOf(account.role);
  if (!post) return;
  const { personName, institutionId, path } = account;
  const validFrom = dayOf(tx.now);
  const id = newId();
  await insertOffice(tx, {
    id,
    institutionId,
    path,
    post,
    personName,
    accountId: account.id,
    sealed: null,
    validFrom,
    validTo: null,
  });
  await recordOffice(tx, actor, 'BEGIN_OFFICE', account, { officeId: id, post, validFrom });
}

/** Ends today whatever office an account holds. */
export async function endOfficesOf(tx: Transaction, actor: Actor | AuditActor, account: Holder): Promise<void> {
  for (const { id, post, validFrom } of await listOpenOfficesOf(tx, account.id)) {
    const validTo = endingOn(validFrom, dayOf(tx.now));
    await setOfficeEnd(tx, id, validTo);
    await recordOffice(tx, actor, 'END_OFFICE', account, { officeId: id, post, validTo });
  }
}

function recordOffice(
  tx: Transaction,
  actor: Actor | AuditActor,
  action: string,
  { id, institutionId, path }: Holder,
  detail: Record<string, unknown>,
): Promise<void> {
  const by = 'institution' in actor ? asAuditActor(actor) : actor;
  const subject = { subjectKind: 'INSTITUTION' as const, subjectId: institutionId, path };
  return record(tx, by, { action, ...subject, detail: { ...detail, accountId: id } });
}

/** 通知设置: what a person wishes to hear and where; address and number lie encrypted and are shown masked. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { maskEmail, maskPhone } from '../../students/index.ts';
import { usualChannels } from '../notice-kinds.api.ts';
import { type Channel, NOTICE_KINDS, type NoticeKind } from '../notice-words.api.ts';
import type { ChoicesView, ChoicesWish } from '../notices.api.ts';
import { type Choice, choicesOf, keepChoice } from './choice.store.ts';

/** Where somebody can be reached outside the product. */
export interface Addresses {
  email?: string | undefined;
  phone?: string | undefined;
}

export const addressesOf = ({ cipher }: Pick<Services, 'cipher'>, { accountId, sealed }: Choice): Addresses =>
  cipher.open('notice_choices', accountId, sealed) as Addresses;

/** The ways in which a person is told of a kind. */
export const channelsFor = (choice: Choice | undefined, kind: NoticeKind): readonly Channel[] =>
  choice?.kinds[kind] ?? usualChannels(kind);

/** A person's choices, each kind named. */
export async function viewChoices(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  { accountId }: Pick<Actor, 'accountId'>,
  open: { mail: boolean; sms: boolean },
): Promise<ChoicesView> {
  const choice = (await choicesOf(tx, [accountId])).get(accountId);
  const { email, phone } = choice ? addressesOf(services, choice) : {};
  const kinds = (Object.keys(NOTICE_KINDS) as NoticeKind[]).map((kind) => [kind, [...channelsFor(choice, kind)]]);
  return {
    kinds: Object.fromEntries(kinds),
    digest: choice?.digest ?? false,
    email: email ? maskEmail(email) : null,
    phone: phone ? maskPhone(phone) : null,
    ...open,
  };
}

/** Keeps a person's choices; an address that is not named stays. */
export async function setChoices(
  tx: Transaction,
  { cipher }: Pick<Services, 'cipher'>,
  actor: Actor,
  { kinds, digest, email, phone }: ChoicesWish,
): Promise<void> {
  const { accountId, institution } = actor;
  const before = (await choicesOf(tx, [accountId])).get(accountId);
  const addresses = before ? addressesOf({ cipher }, before) : {};
  const next: Addresses = {
    email: email === undefined ? addresses.email : email || undefined,
    phone: phone === undefined ? addresses.phone : phone || undefined,
  };
  const sealed = cipher.seal('notice_choices', accountId, next);
  await keepChoice(tx, { accountId, path: institution.path, kinds, digest, sealed });
  await record(tx, asAuditActor(actor), {
    action: 'SET_NOTICE_CHOICES',
    subjectKind: 'ACCOUNT',
    subjectId: accountId,
    path: institution.path,
    detail: { kinds, digest, email: next.email !== undefined, phone: next.phone !== undefined },
  });
}

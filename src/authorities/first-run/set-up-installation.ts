/** 首次设置: the chain of places and authorities, and the two people of the authority that starts the installation. */
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { hashPassword } from '../../crypto/password.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { insertAccounts, type NewAccount } from '../accounts/account.store.ts';
import { refuseImpersonal } from '../accounts/account.ts';
import { bareAuthority } from '../institutions/founding/make-authority.ts';
import { ownNameOf, type PlaceNames, usualAuthorityName } from '../institutions/founding/place-names.ts';
import { type Institution, insertInstitutions } from '../institutions/institution.store.ts';
import { insertPlaces } from '../institutions/place.store.ts';
import { beginOfficeOf } from '../offices/office-of-account.ts';
import { refusePasswordFaults } from '../sign-in/change-password.ts';
import type { SignInPolicy } from '../sign-in/sign-in-policy.ts';
import { claimFirstRun, hasAnyAccount } from './first-run.store.ts';

export interface FirstPerson {
  personName: string;
  loginName: string;
  password: string;
}

export interface FirstRun {
  placeCode: string;
  authorityName: string;
  registrar: FirstPerson;
  leader: FirstPerson;
}

/** Only while there is no account at all; refused ever after, also to the second of two who try at once. */
export async function setUpInstallation(
  services: Services,
  policy: SignInPolicy,
  names: PlaceNames,
  wish: FirstRun,
  requestId: string,
): Promise<{ authorityName: string; placeName: string }> {
  const { placeCode, authorityName, registrar, leader } = wish;
  const placeName = ownNameOf(names, placeCode);
  if (!placeName) throw refuse('BAD_INPUT', { what: `行政区划代码${placeCode}不在国家标准代码中，请核对` });
  if (registrar.loginName === leader.loginName || registrar.personName === leader.personName) {
    throw refuse('BAD_INPUT', { what: '学籍管理员与主管领导须是两个人，各用各的账号' });
  }
  for (const person of [registrar, leader]) await refuseUnfitPerson(policy, person, authorityName);
  const hashes = await Promise.all([registrar, leader].map(({ password }) => hashPassword(password)));

  return services.db.write(NODE_SCOPE, async (tx) => {
    if (!(await claimFirstRun(tx)) || (await hasAnyAccount(tx))) {
      throw refuse('CONFLICT', { what: '本系统已完成首次设置' });
    }
    const authority = await foundChain(services, tx, names, placeCode, authorityName);
    const accounts = [
      accountOf(services, tx, authority, registrar, 'AUTHORITY_REGISTRAR', hashes[0]!),
      accountOf(services, tx, authority, leader, 'AUTHORITY_LEADER', hashes[1]!),
    ];
    await insertAccounts(tx, accounts);
    const actor = { ...SYSTEM_ACTOR, requestId };
    for (const account of accounts) {
      await record(tx, actor, {
        action: 'MAKE_ACCOUNT',
        subjectKind: 'ACCOUNT',
        subjectId: account.id,
        path: authority.path,
        reason: '首次设置',
        detail: { role: account.role, institutionId: authority.id, loginName: account.loginName },
      });
      await beginOfficeOf(tx, services, actor, account);
    }
    await record(tx, actor, {
      action: 'SET_UP_INSTALLATION',
      subjectKind: 'INSTITUTION',
      subjectId: authority.id,
      path: authority.path,
      detail: { placeCode, authorityName },
    });
    return { authorityName, placeName };
  });
}

async function refuseUnfitPerson(policy: SignInPolicy, person: FirstPerson, authorityName: string): Promise<void> {
  refuseImpersonal(person.loginName);
  const ownNames = [person.loginName, person.personName, authorityName];
  await refusePasswordFaults(policy, person.password, { ownNames, earlierHashes: [] });
}

/** Every authority from the nation down to the place; those above bear their usual names until they come themselves. */
async function foundChain(
  { newId }: Pick<Services, 'newId'>,
  tx: Transaction,
  names: PlaceNames,
  placeCode: string,
  authorityName: string,
): Promise<Institution> {
  const chain = chainOf(placeCode);
  await insertPlaces(
    tx,
    chain.map((code, index) => ({ code, name: ownNameOf(names, code) ?? code, parentCode: chain[index - 1] ?? null })),
  );
  let upperId: string | null = null;
  const authorities: Institution[] = [];
  for (const code of chain) {
    const name = code === placeCode ? authorityName : usualAuthorityName(names, code);
    const wish = { placeCode: code, name, shortName: name };
    authorities.push(bareAuthority(newId(), wish, upperId, dayOf(tx.now)));
    upperId = authorities.at(-1)!.id;
  }
  await insertInstitutions(tx, authorities);
  return authorities.at(-1)!;
}

/** These two begin at once: who starts an installation has nobody above who could record their training. */
function accountOf(
  { newId }: Pick<Services, 'newId'>,
  tx: Transaction,
  { id: institutionId, path }: Institution,
  { personName, loginName }: FirstPerson,
  role: NewAccount['role'],
  passwordHash: string,
): NewAccount {
  return {
    id: newId(),
    loginName,
    personName,
    institutionId,
    path,
    role,
    state: 'ACTIVE',
    passwordHash,
    mustChangePassword: false,
    oidcSubject: null,
    trained: { on: dayOf(tx.now), note: '首次设置时登记；请补登培训情况' },
    madeBy: null,
  };
}

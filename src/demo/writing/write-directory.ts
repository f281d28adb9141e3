/** 写入机构目录: the directory of a part in one transaction: all of it is there, or nothing. */
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { hashPassword } from '../../crypto/password.ts';
import { NODE_SCOPE, type Transaction } from '../../db/transaction.ts';
import { NATION } from '../../kernel/place-codes.ts';
import { DEMO_PASSWORD, DEMO_TOTP_SECRET, needsCode } from '../accounts.ts';
import type { PartPlan } from '../region/plan-part.ts';
import { type PlannedAccount, planOffices, planPair, planTeacher } from '../region/posts.ts';
import * as store from './directory.store.ts';
import { insertYearlyWindows } from './yearly-windows.store.ts';

/** Writes the directory; `also` is done in the same transaction, such as remembering that the part has begun. */
export async function writeDirectory(
  { db, cipher }: Pick<Services, 'db' | 'cipher'>,
  plan: Omit<PartPlan, 'countiesAfter'>,
  also: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const { seed, schools } = plan;
  // One hash for all of them: the password is no secret, and thousands of hashes would take minutes.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const totpSealed = ({ id, role }: PlannedAccount) =>
    needsCode(role) ? cipher.seal('accounts', id, DEMO_TOTP_SECRET) : null;
  await db.write(NODE_SCOPE, async (tx) => {
    const known = await store.knownPlaces(
      tx,
      plan.places.map(({ code }) => code),
    );
    const places = plan.places.filter(({ code }) => !known.has(code));
    const authorities = plan.authorities.filter(({ placeCode }) => !known.has(placeCode));
    const institutions = [...authorities, ...plan.centres, ...schools];
    const groups = schools.flatMap((school) =>
      plan.classGroups.get(school.id)!.map((group) => ({ group, teacher: planTeacher(seed, school, group) })),
    );
    const pairs = institutions.flatMap((one) => Object.values(planPair(seed, one)));
    await store.insertPlaces(tx, byDepth(places));
    await store.insertInstitutions(tx, institutions);
    await store.insertCampuses(tx, schools);
    await store.insertSupervisions(tx, schools);
    await store.insertAccounts(tx, [...pairs, ...groups.map(({ teacher }) => teacher)], { passwordHash, totpSealed });
    await store.insertClassGroups(
      tx,
      groups.map(({ group }) => group),
    );
    await store.insertOffices(
      tx,
      institutions.flatMap((one) => planOffices(seed, one)),
      `${plan.schoolYear}-09-01`,
    );
    const provinces = authorities.filter(({ placeCode }) => placeCode !== NATION && placeCode.endsWith('0000'));
    await insertYearlyWindows(tx, seed, provinces);
    await record(tx, SYSTEM_ACTOR, {
      action: 'WRITE_DEMO_DIRECTORY',
      subjectKind: 'NODE',
      path: '',
      detail: { institutions: institutions.length, classGroups: groups.length },
    });
    await also(tx);
  });
}

/** The nation first, then provinces, cities and counties. */
const byDepth = <P extends { path: string }>(places: readonly P[]): P[] =>
  places.toSorted((a, b) => a.path.length - b.path.length);

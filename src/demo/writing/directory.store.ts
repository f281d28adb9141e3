/** 演示机构存取: writes places, institutions, class groups, offices and accounts, as far as they are not there yet. */
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import type { PlannedClassGroup } from '../region/class-groups.ts';
import type { PlannedInstitution, PlannedPlace, PlannedSchool } from '../region/directory.ts';
import type { PlannedAccount, PlannedOffice } from '../region/posts.ts';

/** Which of these places the directory has already: nation, provinces and cities that earlier parts have brought. */
export async function knownPlaces(tx: Transaction, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql
    .selectFrom('places')
    .select('code')
    .where('code', 'in', [...codes])
    .execute();
  return new Set(rows.map(({ code }) => code));
}

/** Is there any institution at all? Then somebody has begun to work here. */
export async function hasInstitutions(tx: Transaction): Promise<boolean> {
  return (await tx.sql.selectFrom('institutions').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Places come from the nation down, so that each finds the one above it. */
export async function insertPlaces(tx: Transaction, places: readonly PlannedPlace[]): Promise<void> {
  await tx.copyIn(
    'places',
    ['code', 'name', 'level', 'parent_code', 'path'],
    places.map(({ code, name, level, parentCode, path }) => [code, name, level, parentCode, path]),
  );
}

/** Institutions come from the top down, so that each finds the one above it. */
export async function insertInstitutions(tx: Transaction, institutions: readonly PlannedInstitution[]): Promise<void> {
  const columns = [
    ...['id', 'kind', 'code', 'name', 'short_name', 'place_code', 'county', 'path', 'upper_id', 'school_type'],
    ...['ownership', 'model_school', 'stages', 'years', 'profile', 'valid_from'],
  ];
  await tx.copyIn(
    'institutions',
    columns,
    institutions.map((one) => [
      ...[one.id, one.kind, one.code, one.name, one.shortName, one.placeCode, one.county, one.path, one.upperId],
      ...[one.schoolType, one.ownership, one.modelSchool, `{${one.stages.join(',')}}`, one.years, one.profile],
      one.validFrom,
    ]),
  );
}

export async function insertCampuses(tx: Transaction, schools: readonly PlannedSchool[]): Promise<void> {
  const withCampus = schools.filter(({ text }) => text.campus);
  await tx.copyIn(
    'campuses',
    ['id', 'institution_id', 'name', 'address', 'valid_from'],
    withCampus.map((one) => [tx.newId(), one.id, one.text.campus, one.profile['address'], one.validFrom]),
  );
}

export async function insertSupervisions(tx: Transaction, schools: readonly PlannedSchool[]): Promise<void> {
  await tx.copyIn(
    'supervisions',
    ['school_id', 'stage', 'authority_id', 'reviewer_id', 'valid_from'],
    schools.flatMap(({ id, supervisedBy, validFrom }) =>
      Object.entries(supervisedBy).map(([stage, by]) => [id, stage, by.authorityId, by.reviewerId, validFrom]),
    ),
  );
}

export async function insertClassGroups(tx: Transaction, groups: readonly PlannedClassGroup[]): Promise<void> {
  const columns = [
    ...['id', 'school_id', 'path', 'county', 'stage', 'intake_year', 'first_grade', 'ordinal', 'code', 'kind'],
    ...['teacher_id', 'valid_from'],
  ];
  await tx.copyIn(
    'class_groups',
    columns,
    groups.map((one) => [
      ...[one.id, one.schoolId, one.path, one.county, one.stage, one.intakeYear, one.firstGrade, one.ordinal],
      ...[one.code, one.kind, one.teacherId, one.validFrom],
    ]),
  );
}

export async function insertOffices(tx: Transaction, offices: readonly PlannedOffice[], from: string): Promise<void> {
  await tx.copyIn(
    'offices',
    ['id', 'institution_id', 'path', 'post', 'person_name', 'account_id', 'valid_from'],
    offices.map((one) => [one.id, one.institutionId, one.path, one.post, one.personName, one.accountId, from]),
  );
}

/** An account that can sign in at once: trained, with a password and, where `totpSealed` gives one, a second factor. */
export async function insertAccounts(
  tx: Transaction,
  accounts: readonly PlannedAccount[],
  { passwordHash, totpSealed }: { passwordHash: string; totpSealed: (account: PlannedAccount) => Buffer | null },
): Promise<void> {
  const columns = [
    ...['id', 'login_name', 'person_name', 'institution_id', 'path', 'role', 'state', 'password_hash'],
    ...['password_set_at', 'must_change_password', 'totp_sealed', 'totp_confirmed_at', 'trained_on', 'training_note'],
    'made_at',
  ];
  const { now } = tx;
  await tx.copyIn(
    'accounts',
    columns,
    accounts.map((one) => {
      const sealed = totpSealed(one);
      return [
        ...[one.id, one.loginName, one.personName, one.institutionId, one.path, one.role, 'ACTIVE', passwordHash],
        ...[now, false, sealed, sealed ? now : null, dayOf(now), '演示账号'],
        now,
      ];
    }),
  );
}

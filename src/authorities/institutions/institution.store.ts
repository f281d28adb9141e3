/** 机构存取: the directory of authorities and schools, and who supervises which stage of which school. */
import type { Actor, Level } from '../../access/index.ts';
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { holds, levelOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import type { SchoolType } from './school-types.api.ts';

export { SCHOOL_TYPES, type SchoolType } from './school-types.api.ts';

export interface Institution {
  id: string;
  kind: 'AUTHORITY' | 'CENTRE_SCHOOL' | 'SCHOOL';
  /** 学校标识码 of a school; the place code of an authority. */
  code: string | null;
  name: string;
  shortName: string;
  englishName: string | null;
  placeCode: string;
  county: string;
  path: string;
  upperId: string | null;
  schoolType: SchoolType | null;
  ownership: 'PUBLIC' | 'PRIVATE' | null;
  modelSchool: boolean;
  stages: Stage[];
  years: Partial<Record<Stage, number>>;
  profile: Record<string, unknown>;
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/** How high it stands. */
export const institutionLevelOf = ({ kind, placeCode }: Pick<Institution, 'kind' | 'placeCode'>): Level =>
  kind === 'AUTHORITY' ? levelOf(placeCode) : kind === 'CENTRE_SCHOOL' ? 'CENTRE' : 'SCHOOL';

/** The institution; refuses NOT_FOUND. The directory is open to all who are signed in. */
export async function getInstitution(tx: Transaction, by: { id: string } | { code: string }): Promise<Institution> {
  const query = tx.byKey.selectFrom('institutions').selectAll();
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('code', '=', by.code)).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此机构' });
  return asInstitution(row);
}

/** These institutions, by id; what is not there is not in the answer. */
export async function institutionsById(tx: Transaction, ids: readonly string[]): Promise<Map<string, Institution>> {
  const rows = await tx.byKey
    .selectFrom('institutions')
    .selectAll()
    .where(isOneOf('id', [...new Set(ids)]))
    .execute();
  return new Map(rows.map((row) => [row.id, asInstitution(row)]));
}

/** The institution, where it lies within the actor's place; what lies outside is as if it were not there. */
export async function getInstitutionInScope(tx: Transaction, actor: Actor, id: string): Promise<Institution> {
  const institution = await getInstitution(tx, { id });
  if (!holds(actor.institution.path, institution.path)) throw refuse('NOT_FOUND', { what: '此机构' });
  return institution;
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];
const rowsOf = (tx: Transaction) => tx.sql.selectFrom('institutions').selectAll().execute();

/** A directory row as the product knows it. */
export function asInstitution(row: Row): Institution {
  return {
    id: row.id,
    kind: row.kind as Institution['kind'],
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    englishName: row.english_name,
    placeCode: row.place_code,
    county: row.county,
    path: row.path,
    upperId: row.upper_id,
    schoolType: row.school_type as SchoolType | null,
    ownership: row.ownership as Institution['ownership'],
    modelSchool: row.model_school,
    stages: row.stages as Stage[],
    years: row.years as Partial<Record<Stage, number>>,
    profile: row.profile as Record<string, unknown>,
    validFrom: row.valid_from as CivilDate,
    validTo: row.valid_to as CivilDate | null,
  };
}

/** Writes new institutions; fails with SQLSTATE 23505 where a code was ever given before. */
export async function insertInstitutions(tx: Transaction, institutions: readonly Institution[]): Promise<void> {
  if (institutions.length === 0) return;
  await tx.sql
    .insertInto('institutions')
    .values(
      institutions.map((one) => ({
        id: one.id,
        kind: one.kind,
        code: one.code,
        name: one.name,
        short_name: one.shortName,
        english_name: one.englishName,
        place_code: one.placeCode,
        county: one.county,
        path: one.path,
        upper_id: one.upperId,
        school_type: one.schoolType,
        ownership: one.ownership,
        model_school: one.modelSchool,
        stages: one.stages,
        years: JSON.stringify(one.years),
        profile: JSON.stringify(one.profile),
        valid_from: one.validFrom,
        valid_to: one.validTo,
      })),
    )
    .execute();
}

export type InstitutionChange = Partial<
  Pick<
    Institution,
    'name' | 'shortName' | 'englishName' | 'schoolType' | 'ownership' | 'modelSchool' | 'stages' | 'years' | 'profile'
  >
>;

/** Changes what is given of an institution. */
export async function changeInstitution(tx: Transaction, id: string, change: InstitutionChange): Promise<void> {
  const { name, shortName, englishName, schoolType, ownership, modelSchool, stages, years, profile } = change;
  await tx.sql
    .updateTable('institutions')
    .set({
      ...(name === undefined ? {} : { name }),
      ...(shortName === undefined ? {} : { short_name: shortName }),
      ...(englishName === undefined ? {} : { english_name: englishName }),
      ...(schoolType === undefined ? {} : { school_type: schoolType }),
      ...(ownership === undefined ? {} : { ownership }),
      ...(modelSchool === undefined ? {} : { model_school: modelSchool }),
      ...(stages === undefined ? {} : { stages }),
      ...(years === undefined ? {} : { years: JSON.stringify(years) }),
      ...(profile === undefined ? {} : { profile: JSON.stringify(profile) }),
    })
    .where('id', '=', id)
    .execute();
}

/** Lets those who work on one institution at once queue up. Refuses NOT_FOUND outside the scope. */
export async function lockInstitution(tx: Transaction, id: string): Promise<Institution> {
  const row = await tx.sql.selectFrom('institutions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此机构' });
  return asInstitution(row);
}

/** 学籍主管部门: who decides for a stage of a school on a day, and who reviews before, where the law wants that (C82). */
export async function getSupervision(
  tx: Transaction,
  schoolId: string,
  stage: Stage,
  day: CivilDate,
): Promise<{ authorityId: string; reviewerId: string | null }> {
  const row = await tx.byKey
    .selectFrom('supervisions')
    .select(['authority_id', 'reviewer_id'])
    .where('school_id', '=', schoolId)
    .where('stage', '=', stage)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '本校此学段的学籍主管部门（请主管教育局在机构目录中设定）' });
  return { authorityId: row.authority_id, reviewerId: row.reviewer_id };
}

/** The authority of a place on each level above a school: its city and its province, for what goes up. */
export async function findAuthority(tx: Transaction, placeCode: string): Promise<string | undefined> {
  const row = await tx.sql
    .selectFrom('institutions')
    .select('id')
    .where('kind', '=', 'AUTHORITY')
    .where('place_code', '=', placeCode)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

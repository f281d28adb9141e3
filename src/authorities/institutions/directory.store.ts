/** 机构目录存取: the tree of institutions, looked through by place, kind and name; open to all who are signed in. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import { asInstitution, type Institution, type SchoolType } from './institution.store.ts';

export interface DirectoryFilter {
  /** Everything under this path, itself included. */
  underPath?: string | undefined;
  /** Only what stands directly below this institution. */
  upperId?: string | undefined;
  kind?: Institution['kind'] | undefined;
  schoolType?: SchoolType | undefined;
  /** The beginning of a code, or part of a name. */
  search?: string | undefined;
  /** Keyset: the path after which the page begins. */
  after?: string | undefined;
  limit: number;
}

export interface DirectoryRow extends Institution {
  /** How many stand directly below. */
  belowCount: number;
}

/** Institutions in existence, in the order of the tree. */
export async function listInstitutions(tx: Transaction, filter: DirectoryFilter): Promise<DirectoryRow[]> {
  let query = tx.sql
    .selectFrom('institutions as i')
    .selectAll()
    .select(
      sql<number>`(select count(*) from institutions b where b.upper_id = i.id and b.valid_to is null)`.as('below'),
    )
    .where('valid_to', 'is', null)
    .orderBy('path')
    .limit(filter.limit);
  if (filter.underPath) {
    const { lo, hi } = rangeOf(filter.underPath);
    query = query.where('path', '>=', lo).where('path', '<', hi);
  }
  if (filter.upperId) query = query.where('upper_id', '=', filter.upperId);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.schoolType) query = query.where('school_type', '=', filter.schoolType);
  if (filter.search) {
    const text = filter.search.replaceAll(/[\\%_]/g, '\\$&');
    query = query.where((or) =>
      or.or([or('code', 'like', `${text}%`), or('name', 'like', `%${text}%`), or('short_name', 'like', `%${text}%`)]),
    );
  }
  if (filter.after !== undefined) query = query.where('path', '>', filter.after);
  const rows = await query.execute();
  return rows.map(({ below, ...row }) => ({ ...asInstitution(row), belowCount: below }));
}

/** Schools whose name holds a text, the first thirty by name, with the county they lie in: public, also for families. */
export async function findSchools(
  tx: Transaction,
  search: string,
): Promise<{ id: string; name: string; placeName: string }[]> {
  const text = search.replaceAll(/[\\%_]/g, '\\$&');
  return tx.sql
    .selectFrom('institutions as i')
    .innerJoin('places as p', 'p.code', 'i.place_code')
    .select(['i.id', 'i.name', 'p.name as placeName'])
    .where('i.kind', '=', 'SCHOOL')
    .where('i.valid_to', 'is', null)
    .where('i.name', 'like', `%${text}%`)
    .orderBy('i.name')
    .limit(30)
    .execute();
}

/** How many institutions stand directly below one. */
export async function countBelow(tx: Transaction, upperId: string): Promise<number> {
  const { count } = await tx.sql
    .selectFrom('institutions')
    .select((one) => one.fn.countAll<number>().as('count'))
    .where('upper_id', '=', upperId)
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** The institutions above a path, the highest first. */
export async function listAbove(tx: Transaction, path: string): Promise<Institution[]> {
  const above = pathsAbove(path);
  if (above.length === 0) return []; // nothing stands above the nation
  const rows = await tx.sql.selectFrom('institutions').selectAll().where('path', 'in', above).orderBy('path').execute();
  return rows.map(asInstitution);
}

/** The lowest authority above a path in which somebody works here; undefined where nobody above it does. */
export async function findNearestInUse(tx: Transaction, path: string): Promise<Institution | undefined> {
  const above = pathsAbove(path);
  if (above.length === 0) return undefined;
  const row = await tx.beyondScope(() =>
    tx.sql
      .selectFrom('institutions as i')
      .selectAll('i')
      .where('i.path', 'in', above)
      .where('i.kind', '=', 'AUTHORITY')
      .where((having) =>
        having.exists(
          having
            .selectFrom('accounts as a')
            .select('a.id')
            .whereRef('a.institution_id', '=', 'i.id')
            .where('a.state', '=', 'ACTIVE'),
        ),
      )
      .orderBy('i.path', 'desc')
      .executeTakeFirst(),
  );
  return row && asInstitution(row);
}

/** `41/10/82/` lies under the nation, `41/` and `41/10/`. */
export function pathsAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) =>
    segments
      .slice(0, index)
      .map((segment) => `${segment}/`)
      .join(''),
  );
}

/** Authorities and centre schools in existence under a path, itself included. */
export const listAuthoritiesBelow = (tx: Transaction, path: string): Promise<Institution[]> =>
  listBelow(tx, path, ['AUTHORITY', 'CENTRE_SCHOOL']);

/** Schools in existence under a path. */
export const listSchoolsBelow = (tx: Transaction, path: string): Promise<Institution[]> =>
  listBelow(tx, path, ['SCHOOL']);

/** In the order of the tree. */
async function listBelow(tx: Transaction, path: string, kinds: Institution['kind'][]): Promise<Institution[]> {
  const { lo, hi } = rangeOf(path);
  const rows = await tx.sql
    .selectFrom('institutions')
    .selectAll()
    .where('path', '>=', lo)
    .where('path', '<', hi)
    .where('kind', 'in', kinds)
    .where('valid_to', 'is', null)
    .orderBy('path')
    .execute();
  return rows.map(asInstitution);
}

/** Which of these codes any institution has or ever had, with its name. */
export async function listNamesByCode(tx: Transaction, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.sql.selectFrom('institutions').select(['code', 'name']).where('code', 'in', codes).execute();
  return new Map(rows.map(({ code, name }) => [code!, name]));
}

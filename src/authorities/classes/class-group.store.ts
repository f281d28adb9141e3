/** 班级存取. */
import { isOneOf } from '../../db/is-one-of.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import type { ClassGroup } from './class-group.ts';

const columns = [
  'id',
  'school_id',
  'path',
  'county',
  'stage',
  'intake_year',
  'first_grade',
  'ordinal',
  'code',
  'kind',
  'other_intakes',
  'teacher_id',
  'valid_from',
  'valid_to',
] as const;

const asClassGroup = (row: {
  id: string;
  school_id: string;
  path: string;
  county: string;
  stage: string;
  intake_year: number;
  first_grade: number;
  ordinal: number;
  code: string;
  kind: string;
  other_intakes: number[];
  teacher_id: string | null;
  valid_from: string;
  valid_to: string | null;
}): ClassGroup => ({
  id: row.id,
  schoolId: row.school_id,
  path: row.path,
  county: row.county,
  stage: row.stage as Stage,
  intakeYear: row.intake_year,
  firstGrade: row.first_grade,
  ordinal: row.ordinal,
  code: row.code,
  kind: row.kind,
  otherIntakes: row.other_intakes,
  teacherId: row.teacher_id,
  validFrom: row.valid_from as CivilDate,
  validTo: row.valid_to as CivilDate | null,
});

/** The class groups of a school that stand on a day. */
export async function listClassGroups(tx: Transaction, schoolId: string, day: CivilDate): Promise<ClassGroup[]> {
  const rows = await tx.byKey
    .selectFrom('class_groups')
    .select(columns)
    .where('school_id', '=', schoolId)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('intake_year', 'desc')
    .orderBy('stage')
    .orderBy('ordinal')
    .execute();
  return rows.map(asClassGroup);
}

/** Refuses NOT_FOUND where there is none. */
export async function getClassGroup(tx: Transaction, id: string): Promise<ClassGroup> {
  const row = await tx.sql.selectFrom('class_groups').select(columns).where('id', '=', id).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '班级' });
  return asClassGroup(row);
}

/** Writes new class groups; two of one code in a school fail with SQLSTATE 23505. */
export async function insertClassGroups(tx: Transaction, groups: readonly ClassGroup[]): Promise<void> {
  if (groups.length === 0) return;
  await tx.sql
    .insertInto('class_groups')
    .values(
      groups.map((one) => ({
        id: one.id,
        school_id: one.schoolId,
        path: one.path,
        county: one.county,
        stage: one.stage,
        intake_year: one.intakeYear,
        first_grade: one.firstGrade,
        ordinal: one.ordinal,
        code: one.code,
        kind: one.kind,
        other_intakes: [...(one.otherIntakes ?? [])],
        teacher_id: one.teacherId,
        valid_from: one.validFrom,
      })),
    )
    .execute();
}

/** Those of these class groups that stand on a day, each with how many students sit in it now. */
export async function listSeats(
  tx: Transaction,
  ids: readonly string[],
  day: CivilDate,
): Promise<(ClassGroup & { seated: number })[]> {
  if (ids.length === 0) return [];
  const rows = await tx.byKey
    .selectFrom('class_groups as g')
    .select(columns)
    .select((group) =>
      group
        .selectFrom('roster as r')
        .select((seat) => seat.fn.countAll<number>().as('seated'))
        .whereRef('r.class_group_id', '=', 'g.id')
        .whereRef('r.county', '=', 'g.county')
        .as('seated'),
    )
    .where(isOneOf('g.id', ids))
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('intake_year', 'desc')
    .orderBy('stage')
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({ ...asClassGroup(row), seated: row.seated ?? 0 }));
}

/** A person who leaves leaves the class groups without a teacher. */
export async function releaseClassGroupsOf(tx: Transaction, accountId: string): Promise<void> {
  await tx.sql.updateTable('class_groups').set({ teacher_id: null }).where('teacher_id', '=', accountId).execute();
}

/** The class group, locked; refuses NOT_FOUND outside the scope. */
export async function lockClassGroup(tx: Transaction, id: string): Promise<ClassGroup> {
  const row = await tx.sql
    .selectFrom('class_groups')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此班级' });
  return asClassGroup(row);
}

/** The highest ordinal ever given, by `stage/intakeYear`; the school must be locked by whoever counts on from it. */
export async function highestOrdinals(tx: Transaction, schoolId: string): Promise<Map<string, number>> {
  const rows = await tx.sql
    .selectFrom('class_groups')
    .select((group) => ['stage', 'intake_year', group.fn.max('ordinal').as('highest')])
    .where('school_id', '=', schoolId)
    .groupBy(['stage', 'intake_year'])
    .execute();
  return new Map(rows.map(({ stage, intake_year, highest }) => [`${stage}/${intake_year}`, Number(highest)]));
}

/** Who leads the class group. */
export async function setTeacher(tx: Transaction, id: string, teacherId: string | null): Promise<void> {
  await tx.sql.updateTable('class_groups').set({ teacher_id: teacherId }).where('id', '=', id).execute();
}

/** Ends a class group; null: what ended it was taken back, and it stands again. */
export async function setClassGroupEnd(tx: Transaction, id: string, validTo: CivilDate | null): Promise<void> {
  await tx.sql.updateTable('class_groups').set({ valid_to: validTo }).where('id', '=', id).execute();
}

/** How many students sit in one class group now. */
export async function countSeated(tx: Transaction, { id, county }: Pick<ClassGroup, 'id' | 'county'>): Promise<number> {
  const { size } = await tx.sql
    .selectFrom('roster')
    .select((seat) => seat.fn.countAll<number>().as('size'))
    .where('county', '=', county)
    .where('class_group_id', '=', id)
    .executeTakeFirstOrThrow();
  return size;
}

/** 全部记载: every row that the tables hold of a student, to be compared before and after. */
import { NODE_SCOPE } from '../src/db/transaction.ts';
import type { TestApplication } from './application.ts';

/** Everything as it lies in the tables, history included. */
export function rowsOfStudent(app: TestApplication, id: string) {
  return app.db.read(NODE_SCOPE, async ({ sql }) => ({
    students: await sql.selectFrom('students').selectAll().where('id', '=', id).execute(),
    keyData: await sql.selectFrom('key_data').selectAll().where('student_id', '=', id).orderBy('version').execute(),
    guardians: await sql.selectFrom('guardians').selectAll().where('student_id', '=', id).orderBy('ordinal').execute(),
    numbers: await sql.selectFrom('numbers').selectAll().where('student_id', '=', id).orderBy('ordinal').execute(),
    holders: await sql.selectFrom('number_holders').selectAll().where('student_id', '=', id).execute(),
    identities: await sql.selectFrom('identities').selectAll().where('student_id', '=', id).execute(),
    keys: await sql
      .selectFrom('duplicate_keys')
      .selectAll()
      .where('student_id', '=', id)
      .orderBy('key_hash')
      .orderBy('kind')
      .execute(),
    registrations: await sql
      .selectFrom('registrations')
      .selectAll()
      .where('student_id', '=', id)
      .orderBy('valid_from')
      .orderBy('id')
      .execute(),
    seats: await sql
      .selectFrom('class_memberships')
      .selectAll()
      .where('student_id', '=', id)
      .orderBy('valid_from')
      .execute(),
    roster: await sql.selectFrom('roster').selectAll().where('student_id', '=', id).execute(),
    openCases: await sql.selectFrom('open_cases').selectAll().where('student_id', '=', id).execute(),
  }));
}

type Rows = Awaited<ReturnType<typeof rowsOfStudent>>;

/**
 * What the rows say that is so now: every row that holds, without what names the day and the act of its beginning; the
 * periods that led to it are history, and stay.
 */
export function standingOfRows({ registrations, seats, keyData, identities, roster, students, ...rest }: Rows) {
  const open = <Row extends { valid_to: unknown }>(rows: readonly Row[]) => rows.filter((row) => row.valid_to === null);
  return {
    ...rest,
    students: students.map(({ version, sealed, ...row }) => row),
    registrations: open(registrations).map(({ id, valid_from, ...row }) => row),
    seats: open(seats).map(({ valid_from, begun_by, ...row }) => row),
    keyData: open(keyData).map(({ version, valid_from, ...row }) => row),
    identities: identities.map(({ claimed_at, ...row }) => row),
    roster: roster.map(({ registered_on, ...row }) => row),
  };
}

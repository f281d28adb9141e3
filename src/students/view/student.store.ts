/** 学生存取: one student's record, its history, and who looked at it. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';

/** The student's own row; refuses NOT_FOUND outside the caller's scope. */
export async function getStudentRow(tx: Transaction, id: string) {
  const row = await tx.sql.selectFrom('students').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', { what: '此学生' });
  return row;
}

/** Is there a record under this id in the scope that holds now? */
export async function isRegistered(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.byKey.selectFrom('students').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Key data, first version to last. */
export async function listKeyData(tx: Transaction, id: string) {
  const rows = await tx.sql
    .selectFrom('key_data')
    .selectAll()
    .where('student_id', '=', id)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...row, bornOn: row.born_on as CivilDate, validFrom: row.valid_from as CivilDate }));
}

/** Family members in their order on the form. */
export function listGuardians(tx: Transaction, id: string) {
  return tx.sql.selectFrom('guardians').selectAll().where('student_id', '=', id).orderBy('ordinal').execute();
}

/** Registration numbers, first to last. */
export function listNumbers(tx: Transaction, id: string) {
  return tx.sql.selectFrom('numbers').selectAll().where('student_id', '=', id).orderBy('ordinal').execute();
}

/**
 * Registrations, first to last, with the name of each school. Those at earlier schools lie in those schools' scope, but
 * the course of a child goes with the child: ask only for a student whose own row the caller can see.
 */
export function listRegistrations(tx: Transaction, id: string) {
  return tx.beyondScope(() =>
    tx.sql
      .selectFrom('registrations as r')
      .innerJoin('institutions as i', 'i.id', 'r.school_id')
      .selectAll('r')
      .select('i.name as school_name')
      .where('r.student_id', '=', id)
      .orderBy('r.valid_from')
      .orderBy('r.valid_to', (order) => order.asc().nullsLast())
      .execute(),
  );
}

/** The class group the student sits in now, with its teacher. */
export function findClassGroup(tx: Transaction, id: string) {
  return tx.sql
    .selectFrom('class_memberships as m')
    .innerJoin('class_groups as g', 'g.id', 'm.class_group_id')
    .leftJoin('accounts as a', 'a.id', 'g.teacher_id')
    .select(['m.class_group_id', 'm.seat_no', 'g.first_grade', 'g.intake_year', 'g.ordinal', 'a.person_name'])
    .where('m.student_id', '=', id)
    .where('m.valid_to', 'is', null)
    .executeTakeFirst();
}

/** Cases about this student that are still open, also as the second of two: who holds each, and until when. */
export async function listOpenCases(tx: Transaction, id: string) {
  const held = await tx.byKey
    .selectFrom('open_cases')
    .select('case_id')
    .where('student_id', '=', id)
    .executeTakeFirst();
  return tx.sql
    .selectFrom('worklist as w')
    .innerJoin('institutions as h', 'h.id', 'w.holder_id')
    .select(['w.case_id as caseId', 'w.title', 'h.short_name as holderName', 'w.due_on as dueOn'])
    .where((or) => or.or([or('w.subject_id', '=', id), ...(held ? [or('w.case_id', '=', held.case_id)] : [])]))
    .orderBy('w.started_on')
    .execute();
}

/** Who looked at the record or changed it, newest first. */
export function listViewers(tx: Transaction, id: string, limit: number) {
  return tx.sql
    .selectFrom('audit_events as e')
    .leftJoin('institutions as i', 'i.id', 'e.institution_id')
    .select([
      'e.id',
      'e.at',
      'e.person_name',
      'e.institution_id',
      'e.account_id',
      'e.action',
      'e.reason',
      'e.detail',
      'i.short_name',
    ])
    .where('e.subject_id', '=', id)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute();
}

/** What offices some accounts hold, wherever they are: of a stranger's act only the office is told. */
export async function rolesOf(tx: Transaction, accountIds: readonly string[]): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.beyondScope(() =>
    tx.sql
      .selectFrom('accounts')
      .select(['id', 'role'])
      .where('id', 'in', [...accountIds])
      .execute(),
  );
  return new Map(rows.map(({ id, role }) => [id, role]));
}

/**
 * How often a person has seen, anywhere on the node, since an instant what is covered elsewhere: values revealed, other schools' children
 * compared (each entrant once) or looked for, papers printed with full numbers (each printing once).
 */
export async function countLooks(tx: Transaction, accountId: string, since: Date): Promise<number> {
  return tx.beyondScope(async () => {
    const { rows } = await sql<{ looks: number }>`
      select count(distinct case action
          when 'REVEAL_VALUE' then id::text
          when 'LOOK_BEYOND' then id::text
          when 'CHECK_NUMBER' then id::text
          when 'COMPARE_STUDENT' then detail->>'entrant'
          else coalesce(request_id, id::text) end) as looks
      from audit_events
      where account_id = ${accountId} and at >= ${since}
        and (action in ('REVEAL_VALUE', 'COMPARE_STUDENT', 'LOOK_BEYOND', 'CHECK_NUMBER')
          or (action in ('PRINT_ROSTER', 'PRINT_REGISTRATION_CARD') and detail->'fullNumbers' = 'true'))`.execute(
      tx.sql,
    );
    return rows[0]!.looks;
  });
}

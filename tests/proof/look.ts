/** 看一眼: everything that the test wants to know of the database after an act, in one round trip. */
import type pg from 'pg';
import { BROKEN, PROMISES } from './promises.ts';

/** Where a child is registered: the live registration, or null. */
export interface Standing {
  schoolId: string | null;
  state: string | null;
  grade: number | null;
  name: string | null;
  /** Where the record lies: with the school that had the child last. */
  lastSchoolId: string | null;
  /** Another one whenever a row about the child has been written. */
  stamp: string;
}

export interface SeenCase {
  id: string;
  kind: string;
  workflow: string;
  subjectId: string;
  /** All students it is about. */
  students: string[];
  schoolId: string;
  seq: number;
  state: string;
  pending: string | null;
  holderId: string | null;
  holderRole: string | null;
  /** Who acted last. */
  by: string;
}

export interface TrailRow {
  request: string;
  account: string | null;
  action: string;
  subject: string | null;
}

export interface Look {
  /** What is broken, in words; empty where every promise holds. */
  broken: string[];
  /** By table: another one whenever something has been committed to it. */
  stamps: Record<string, string>;
  standings: Record<string, Standing>;
  cases: SeenCase[];
  /** What the requests asked about have left in the trail. */
  trail: TrailRow[];
}

/** Noted by being there, not by acting. */
const NOT_FACTS = ['login_sessions', 'kysely_migration', 'kysely_migration_lock'];
const ABOUT_STUDENTS: readonly [table: string, student: string][] = [
  ['students', 'id'],
  ...['registrations', 'key_data', 'numbers', 'guardians', 'class_memberships', 'roster', 'identities'].map(
    (table) => [table, 'student_id'] as const as [string, string],
  ),
];
// Written by a later transaction, or gone: no text of the row need be read to know it.
const STAMP = `count(*) || '/' || coalesce(sum(t.xmin::text::bigint), 0)`;

/** Prepares the look at a database that keeps all its tables. */
export async function lookAt(owner: pg.Client): Promise<(requestIds?: readonly string[]) => Promise<Look>> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !NOT_FACTS.includes(name));
  const stamps = names.map((name) => `select '${name}' as name, ${STAMP} as stamp from ${name} t`).join(' union all ');
  const about = ABOUT_STUDENTS.map(([table, student]) => `select ${student} as id, xmin from ${table}`);
  const text = `select
    (select coalesce(jsonb_agg(jsonb_build_array(promise, id)), '[]') from (${BROKEN}) as broken) as broken,
    (select jsonb_object_agg(name, stamp) from (${stamps}) as stamps) as stamps,
    (select jsonb_object_agg(s.id, jsonb_build_object('schoolId', r.school_id, 'state', r.state, 'grade', r.grade,
        'name', o.name, 'lastSchoolId', (select i.id from institutions i where i.path = s.path), 'stamp', (select ${STAMP} from (${about.join(' union all ')}) as t where t.id = s.id)))
      from students s left join registrations r on r.student_id = s.id and r.valid_to is null
      left join roster o on o.student_id = s.id) as standings,
    (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'workflow', c.workflow,
        'subjectId', c.subject_id, 'students', array_remove(array[c.subject_id::text, c.data #>> '{first,id}',
          c.data #>> '{second,id}'], null) || array(select jsonb_array_elements_text(c.data -> 'students')),
        'schoolId', c.school_id, 'seq', e.seq, 'state', e.to_state,
        'pending', e.pending_action, 'holderId', e.holder_id, 'holderRole', e.holder_role, 'by', e.account_id)
        order by c.opened_at, c.id), '[]')
      from cases c join lateral (select * from case_events where case_id = c.id order by seq desc limit 1) e on true)
      as cases,
    (select coalesce(jsonb_agg(jsonb_build_object('request', request_id, 'account', account_id, 'action', action, 'subject', subject_id)
        order by id), '[]') from audit_events where request_id = any($1::text[])) as trail`;
  return async (requestIds = []) => {
    const answer = await owner.query<Omit<Look, 'broken'> & { broken: [promise: number, id: string][] }>({
      name: 'look',
      text,
      values: [requestIds],
    });
    const { broken, ...seen } = answer.rows[0]!;
    return { ...seen, broken: broken.map(([promise, id]) => `${PROMISES[promise]?.what}: ${id}`) };
  };
}

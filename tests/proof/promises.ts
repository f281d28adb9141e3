/**
 * 任何时候都成立的: what holds after every act of whoever, as questions to the database that name what breaks it. A further
 * promise is one entry more.
 */
import { workflows } from '../../policies/index.ts';

export interface Promised {
  what: string;
  /** Selects one text for each thing that breaks it. */
  brokenBy: string;
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** States in which a case has done what it was opened for. */
const DECIDED = workflows.flatMap(({ id, states, ends }) =>
  ends.filter((state) => states[state]?.tone === 'DONE').map((state) => `${id}/${state}`),
);
const ENDS = workflows.flatMap(({ id, ends }) => ends.map((state) => `${id}/${state}`));

/** The last event of every case, with the case; all promises read the same. */
const LAST_EVENTS = `(select distinct on (c.id) c.id, c.kind, c.workflow, c.subject_id, c.subject_kind, c.school_id, c.parties,
  c.path, c.counterpart_path, c.number, e.seq, e.to_state, e.pending_action, e.holder_id, e.holder_role, e.started_on, e.due_on,
  c.workflow || '/' || e.to_state as place
  from cases c left join case_events e on e.case_id = c.id order by c.id, e.seq desc)`;
const DECIDED_CASES = `(select id from decided)`;

/** Columns that a row of the roster has from the live registration. */
const ON_BOTH = ['student_id', 'county', 'path', 'school_id', 'stage', 'grade', 'intake_year', 'study_mode', 'state'];
const OF_ROSTER = `select ${ON_BOTH.join(', ')} from roster`;
const OF_LIVE = `select ${ON_BOTH.join(', ')} from registrations where valid_to is null`;
const OF_WORKLIST = `select case_id, holder_id, holder_role, state, pending_action, started_on, due_on from worklist`;
const OF_LAST = `select id, holder_id, holder_role, to_state, pending_action, started_on, due_on from last_events as last
  where holder_id is not null`;
const differing = (id: string, one: string, other: string) =>
  `select ${id}::text from ((${one} except ${other}) union all (${other} except ${one})) as differing`;

export const PROMISES: readonly Promised[] = [
  {
    what: 'a student has at most one live registration',
    brokenBy:
      'select student_id::text from registrations where valid_to is null group by student_id having count(*) > 1',
  },
  {
    what: 'an identity has at most one live registration',
    brokenBy: `select encode(k.identity_hash, 'hex') from key_data k join registrations r using (student_id)
      where k.valid_to is null and r.valid_to is null and k.identity_hash is not null
      group by k.identity_hash having count(*) > 1`,
  },
  {
    what: 'whoever bears an identity number holds the claim on it, and nobody else; a cancelled record holds none',
    brokenBy: `select coalesce(k.student_id, i.student_id)::text
      from (select * from key_data k where valid_to is null and identity_hash is not null and not exists (select
        from registrations r where r.student_id = k.student_id and r.end_reason = 'CANCELLED' and not exists (select
          from registrations n where n.student_id = k.student_id and n.valid_to is null))) k
      full join (select i.* from identities i join students s on s.id = i.student_id) i
        on i.identity_hash = k.identity_hash and i.student_id = k.student_id
      where k.student_id is null or i.student_id is null`,
  },
  {
    what: 'a child that has not left by a decided case has a live registration',
    brokenBy: `select s.id::text from students s
      where not exists (select from registrations r where r.student_id = s.id and r.valid_to is null)
        and not exists (select from registrations r where r.student_id = s.id and r.end_reason is not null
          and r.ended_by in ${DECIDED_CASES}
          and r.valid_to = (select max(valid_to) from registrations o where o.student_id = s.id))`,
  },
  {
    what: 'registrations of a student follow each other without a day between, but after a leaving',
    brokenBy: `select student_id::text from (select student_id, valid_from,
        lag(valid_to) over later as before, lag(end_reason) over later as because from registrations
        window later as (partition by student_id order by valid_from, valid_to nulls last)) as course
      where before <> valid_from and because is null`,
  },
  {
    what: 'what ends a registration, and what begins the next, is a decided case',
    brokenBy: `select student_id::text from registrations where ended_by is not null and ended_by not in ${DECIDED_CASES}
      union all select r.student_id::text from registrations r join cases c on c.id = r.begun_by and c.subject_kind = 'STUDENT'
      where r.begun_by not in ${DECIDED_CASES}`,
  },
  { what: 'the roster is the live registrations', brokenBy: differing('student_id', OF_ROSTER, OF_LIVE) },
  {
    what: 'a seat is one of the school of the live registration, and in the roster',
    brokenBy: `select coalesce(m.student_id, o.student_id)::text
      from (select * from class_memberships where valid_to is null) m
      full join (select * from roster where class_group_id is not null) o
        on o.student_id = m.student_id and o.class_group_id = m.class_group_id and o.seat_no is not distinct from m.seat_no
      where m.student_id is null or o.student_id is null
      union all select m.student_id::text from class_memberships m
      join registrations r on r.student_id = m.student_id and r.valid_to is null
      join class_groups g on g.id = m.class_group_id
      where m.valid_to is null and (g.school_id <> r.school_id or m.path <> r.path)`,
  },
  {
    what: 'the record lies where the child is registered',
    brokenBy: `select r.student_id::text from registrations r join students s on s.id = r.student_id
      where r.valid_to is null and (s.path <> r.path or s.county <> r.county
        or exists (select from key_data k where k.student_id = s.id and k.path <> r.path)
        or exists (select from numbers n where n.student_id = s.id and n.path <> r.path)
        or exists (select from guardians g where g.student_id = s.id and g.path <> r.path))`,
  },
  {
    what: 'one version of key data holds, and one number',
    brokenBy: `select s.id::text from students s
      where (select count(*) from key_data k where k.student_id = s.id and k.valid_to is null) <> 1
        or (select count(*) from numbers n where n.student_id = s.id and n.valid_to is null) <> 1`,
  },
  {
    what: 'no case is lost: each has its events, the first to the last without a gap, each from where the one before led',
    brokenBy: `select c.id::text from cases c where not exists (select from case_events e where e.case_id = c.id)
      union all select case_id::text from (select case_id, seq, from_state,
        row_number() over course as place, lag(to_state) over course as before from case_events
        window course as (partition by case_id order by seq)) as course
      where seq <> place or before <> from_state`,
  },
  {
    what: 'a case that has not ended is held by one of its parties, one that has ended by nobody',
    brokenBy: `select id::text from last_events as last where (holder_id is null) <> (place in (${quoted(ENDS)}))
      or (holder_id is not null and not exists (select from jsonb_each_text(parties) as p where p.value::uuid = holder_id))`,
  },
  {
    what: 'every party can reach its case',
    brokenBy: `select c.id::text from cases c cross join jsonb_each_text(c.parties) as p
      join institutions i on i.id = p.value::uuid
      where not starts_with(c.path, i.path) and not coalesce(starts_with(c.counterpart_path, i.path), false)`,
  },
  {
    what: 'whoever acted on a case takes part in it, or stands above somebody who does',
    brokenBy: `select e.case_id::text from case_events e join cases c on c.id = e.case_id
      join institutions i on i.id = e.institution_id
      where not exists (select from jsonb_each_text(c.parties) as p join institutions o on o.id = p.value::uuid
        where o.id = i.id or (e.action in ('FORCE', 'REMIND', 'SEND_BACK', 'RETRACT') and starts_with(o.path, i.path)))`,
  },
  {
    what: 'a signature is that of a leader, and of another person than proposed',
    brokenBy: `select s.case_id::text from case_events s
      join case_events p on p.case_id = s.case_id and p.seq < s.seq and p.action = s.action and p.step = 'PROPOSED'
        and not exists (select from case_events b where b.case_id = s.case_id and b.seq > p.seq and b.seq < s.seq
          and b.step <> 'REMINDED')
      join accounts a on a.id = s.account_id
      where s.step = 'SIGNED' and (p.account_id = s.account_id or a.role not like '%LEADER')
      union all select case_id::text from case_events s where step = 'SIGNED' and not exists (select from case_events p
        where p.case_id = s.case_id and p.seq < s.seq and p.action = s.action and p.step = 'PROPOSED')`,
  },
  { what: 'the worklist says what the last events say', brokenBy: differing('case_id', OF_WORKLIST, OF_LAST) },
  {
    what: 'whom an open case is about is taken by it, and nobody by a case that has ended',
    brokenBy: `select coalesce(o.case_id, l.id)::text from open_cases o
      full join (select * from last_events as last where subject_kind = 'STUDENT' and place not in (${quoted(ENDS)})) l
        on l.id = o.case_id and l.subject_id = o.student_id
      where o.case_id is null or (l.id is null and o.case_id not in
        (select id from last_events as last where place not in (${quoted(ENDS)})))`,
  },
  {
    what: 'every event of a case has its row in the trail',
    brokenBy: `select c.id::text from cases c where (select count(*) from case_events e where e.case_id = c.id)
      <> (select count(*) from audit_events a where a.subject_id = c.id and a.subject_kind = 'CASE' and a.action like 'CASE\\_%')`,
  },
  {
    what: 'every registration that a case began or ended has its row in the trail of its school, with the number of the case',
    brokenBy: `select r.student_id::text from registrations r join cases c on c.id = r.begun_by or c.id = r.ended_by
      where not exists (select from audit_events a where a.subject_id = r.student_id and a.detail ->> 'case' = c.number
          and a.path = r.path)
        and c.subject_kind = 'STUDENT'`,
  },
];

const ALL = PROMISES.map(({ brokenBy }, place) => `select ${place} as promise, id from (${brokenBy}) as broken(id)`);

/** One statement that selects `promise` and `id` of everything that is broken. */
export const BROKEN = `with last_events as materialized ${LAST_EVENTS},
  decided as materialized (select id from last_events where place in (${quoted(DECIDED)}))
  ${ALL.join(' union all ')}`;

/** 工作台: an officer with 5,000 open cases among a million students, against bare SQL that reads the same rows. */
import pg from 'pg';
import { type Caller, runProduct } from '../tests/running.ts';
import { type Latencies, type Line, latencies, milliseconds } from './measure.ts';

const STUDENTS = 1_000_000;
/** So many are made as a demonstration makes them; the others are rows like theirs under identifiers of their own. */
const MADE = 20_000;
const MINE = 5_000;
/** Open cases that others hold. */
const OTHERS = 95_000;
const PAGE = 60;
const TURNS = 300;
const OFFICER = 'changge.jingban';

/** The first screen, the next page, and the last one. */
export async function measureWorkbench(students = STUDENTS): Promise<Line[]> {
  const installation = await runProduct({ students: Math.min(students, MADE), port: 18_086 });
  const client = new pg.Client({ connectionString: await installation.databaseUrl() });
  try {
    await client.connect();
    await multiply(client, students);
    const { holder, mine } = await fill(client, students);
    const officer = await installation.signIn(OFFICER);
    const lines: Line[] = [];
    for (const { what, ask, bare } of questions(client, holder, mine)) {
      const calls = [() => ask(officer), () => bare()];
      await latencies(TURNS / 3, calls);
      const [ours, theirs] = (await latencies(TURNS, calls)) as [Latencies, Latencies];
      lines.push({
        what: `workbench of an officer with ${mine} open cases, ${students} students: ${what}, p50 / p95`,
        measured: words(ours),
        ceiling: `${words(theirs)}: bare SQL for the same rows`,
        ratio: `${(ours.p50 / theirs.p50).toFixed(1)} / ${(ours.p95 / theirs.p95).toFixed(1)}`,
        aim: 'told only',
      });
    }
    return lines;
  } finally {
    await client.end();
    await installation.close();
  }
}

const words = ({ p50, p95 }: Latencies): string => `${milliseconds(p50)} / ${milliseconds(p95)}`;

function questions(client: pg.Client, holder: string, mine: number) {
  const last = mine - PAGE;
  const page = (offset: number) => async () => {
    const text = `select * from worklist where holder_id = $1 and holder_role = 'AUTHORITY_REGISTRAR'
      order by due_on nulls last, case_id limit ${PAGE} offset $2`;
    const { rowCount } = await client.query({ name: 'page', text, values: [holder, offset] });
    if (rowCount !== PAGE) throw new Error(`${rowCount} rows`);
  };
  const next = (offset: number) => async (officer: Caller) => {
    const { items } = await officer.get<{ items: unknown[] }>(`/api/workbench/mine?offset=${offset}`);
    if (items.length !== PAGE) throw new Error(`${items.length} items`);
  };
  const first = async (officer: Caller) => {
    const seen = await officer.get<{ mine: { total: number; items: unknown[] } }>('/api/workbench');
    if (seen.mine.total !== mine || seen.mine.items.length !== PAGE) throw new Error(`${seen.mine.total} cases`);
  };
  return [
    { what: `first screen of ${PAGE} with all figures`, ask: first, bare: page(0) },
    { what: 'next page', ask: next(PAGE), bare: page(PAGE) },
    { what: 'last page', ask: next(last), bare: page(last) },
  ];
}

/** Rows of students, registrations and roster until there are as many as wished. */
async function multiply(client: pg.Client, students: number): Promise<void> {
  await client.query('create temp table made as select id from students');
  for (let there = MADE; there < students; there += MADE) {
    await client.query(
      `with copies as materialized (select id as former, gen_random_uuid() as id from made),
       s as (insert into students select (jsonb_populate_record(o, jsonb_build_object('id', c.id))).*
         from students o join copies c on c.former = o.id),
       g as (insert into registrations
         select (jsonb_populate_record(o, jsonb_build_object('student_id', c.id, 'id', gen_random_uuid()))).*
         from registrations o join copies c on c.former = o.student_id)
       insert into roster select (jsonb_populate_record(o, jsonb_build_object('student_id', c.id))).*
         from roster o join copies c on c.former = o.student_id`,
    );
  }
  await client.query('drop table made');
  await client.query('vacuum analyze students, registrations');
}

/** Open transfers into the schools of the officer's county and of others, written as bulk. */
async function fill(client: pg.Client, students: number): Promise<{ holder: string; mine: number }> {
  const { rows } = await client.query<{ holder: string; path: string }>(
    `select i.id as holder, i.path from institutions i join accounts a on a.institution_id = i.id where a.login_name = $1`,
    [OFFICER],
  );
  const { holder, path } = rows[0]!;
  const mine = Math.min(MINE, Math.floor(students / 3));
  // Every so-and-so-manieth student: the children of a case come from everywhere.
  await client.query(
    `create temp table opening as
     select row_number() over (order by r.student_id)::int as nth, r.student_id, r.name, r.school_id as sending_id,
       r.path as sending_path, gen_random_uuid() as case_id
     from (select *, row_number() over (order by student_id) as place from roster) r
     where r.place % greatest(1, $1::int / $2::int) = 0 and not starts_with(r.path, $3) limit $2`,
    [students, mine + Math.min(OTHERS, Math.floor(students / 3)), path],
  );
  await client.query(
    `create temp table receiving as
     select s.id, s.path, s.name, s.county, a.id as authority_id, a.path as authority_path, a.county as authority_county,
       starts_with(s.path, $1) as here, row_number() over (partition by starts_with(s.path, $1) order by s.id) as place,
       count(*) over (partition by starts_with(s.path, $1)) as many
     from institutions s join lateral (select authority_id from supervisions where school_id = s.id limit 1) v on true
     join institutions a on a.id = v.authority_id where s.kind = 'SCHOOL'`,
    [path],
  );
  await client.query(
    `create temp table placed as select o.*, t.id as receiving_id, t.path as receiving_path, t.name as receiving_name,
       case when o.nth <= $1 then $2::uuid else t.authority_id end as holder_id,
       case when o.nth <= $1 then $3 else t.authority_path end as holder_path, t.authority_county,
       date '2026-11-20' - (o.nth % 30) as began
     from opening o join receiving t on t.here = (o.nth <= $1) and t.place = o.nth % t.many + 1`,
    [mine, holder, path],
  );
  await client.query(
    `insert into cases (id, subject_id, subject_kind, number, kind, workflow, title, school_id, authority_id, parties, path,
       counterpart_path, law_day, data, opened_by, opened_at)
     select case_id, student_id, 'STUDENT', 'ZX-' || nth, 'TRANSFER', 'transfer', name || ' 转学', receiving_id, holder_id,
       jsonb_build_object('receiving-school', receiving_id, 'receiving-authority', holder_id, 'sending-school', sending_id,
         'sending-authority', holder_id), receiving_path, sending_path, began, '{}', holder_id, began from placed`,
  );
  for (const [seq, step, from, to, pending, role] of [
    [1, 'PROPOSED', 'PREPARING', 'PREPARING', 'SUBMIT', 'SCHOOL_LEADER'],
    [2, 'SIGNED', 'PREPARING', 'WITH_RECEIVING_AUTHORITY', null, 'AUTHORITY_REGISTRAR'],
  ] as const) {
    await client.query(
      `insert into case_events (case_id, seq, path, counterpart_path, action, step, from_state, to_state, pending_action,
         holder_id, holder_role, account_id, person_name, institution_id, institution_name, started_on, due_on, term_days, at)
       select case_id, $1::int, receiving_path, sending_path, 'SUBMIT', $2, $3, $4, $5, holder_id, $6, holder_id, '经办人',
         receiving_id, receiving_name, began, began + 14, 10, began from placed`,
      [seq, step, from, to, pending, role],
    );
  }
  await client.query('insert into open_cases (student_id, case_id) select student_id, case_id from placed');
  await client.query(
    `insert into worklist (holder_county, case_id, subject_id, holder_id, holder_role, holder_path, origin_id, origin_path,
       counterpart_path, number, kind, workflow, title, school_name, state, started_on, due_on, term_days, warn_on, red, amber,
       green, note, updated_at)
     select authority_county, case_id, student_id, holder_id, 'AUTHORITY_REGISTRAR', holder_path, receiving_id,
       receiving_path, sending_path, 'ZX-' || nth, 'TRANSFER', 'transfer', name || ' 转学', receiving_name,
       'WITH_RECEIVING_AUTHORITY', began, began + 14, 10, began + 10, nth % 7 / 6, nth % 5 / 4, 8, '各项相符', began from placed`,
  );
  await client.query('vacuum analyze cases, case_events, open_cases, worklist, roster');
  return { holder, mine };
}

/** 升级: a million students a grade up, school by school, against one bare statement a table that writes the same rows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Actor } from '../src/access/index.ts';
import { readConfig } from '../src/config.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import { makeDemo } from '../src/demo/index.ts';
import { startApplication } from '../src/main.ts';
import { orderPromotion } from '../src/progression/promotion/order-promotion.ts';
import { rehearsePromotion } from '../src/progression/promotion/rehearse-promotion.ts';
import { runPromotion } from '../src/progression/promotion/run-promotion.ts';
import { type Line, seconds, timed } from './measure.ts';

const MB = 2 ** 20;

/** Rehearses and does the promotion of the whole demonstration, and then the next year's by bare SQL. */
export async function measurePromotion(students = 1_000_000): Promise<Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xueji-promotion-'));
  let now = new Date('2026-09-17T10:00:00+08:00');
  let ownerUrl = '';
  const application = await startApplication({
    config: readConfig({ XUEJI_DATA: folder, XUEJI_PORT: '18085', XUEJI_LOG: 'silent' }),
    version: 'bench',
    log: () => {},
    now: () => now,
    prepare: async (services, url) => {
      ownerUrl = url;
      await makeDemo(services, { students, log: () => {} });
    },
  });
  const client = new pg.Client({ connectionString: ownerUrl });
  try {
    await client.connect();
    await client.query('vacuum analyze registrations, roster');
    now = new Date('2027-09-01T00:01:00+08:00');
    const { services } = application;
    const leader = wholeNode(services.newId());
    const rehearsal = await timed(() => services.db.write(NODE_SCOPE, (tx) => rehearsePromotion(tx, services, leader)));
    const { id } = rehearsal.result;
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 50);
    const act = await timed(async () => {
      await services.db.write(NODE_SCOPE, (tx) => orderPromotion(tx, leader, id));
      await runPromotion(services, id);
    });
    clearInterval(watch);
    const { rows } = await client.query<{ moved: string }>(
      'select sum(promoted) as moved from promotion_schools where promotion_id = $1',
      [id],
    );
    await client.query('vacuum analyze registrations, roster');
    const bare = await timed(() => bareYear(client, services.newId()));
    const grown = Math.round((peak - before) / MB);
    return [
      {
        what: `promotion of ${students} students: ${rows[0]?.moved} up, memory grows by ${grown} MB`,
        measured: seconds(act.seconds),
        ceiling: `${seconds(bare.seconds)} bare SQL for ${bare.result}`,
        ratio: (act.seconds / Number(rows[0]?.moved) / (bare.seconds / bare.result)).toFixed(2),
        aim: '≤ 2 (a student)',
      },
      {
        what: `rehearsal of ${students} students`,
        measured: seconds(rehearsal.seconds),
        ceiling: '—',
        ratio: '—',
        aim: '—',
      },
    ];
  } finally {
    await client.end();
    await application.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The next year by one statement a table, in one transaction. */
async function bareYear(client: pg.Client, promotionId: string): Promise<number> {
  await client.query('begin');
  const { rowCount } = await client.query(
    `update registrations set valid_to = '2028-09-01', ended_by = $1
     where valid_to is null and state = 'ENROLLED' and grade not in (6, 9, 12)`,
    [promotionId],
  );
  await client.query(
    `insert into registrations (student_id, id, school_id, path, county, stage, grade, intake_year, study_mode, state,
       begun_by, valid_from)
     select student_id, gen_random_uuid(), school_id, path, county, stage, grade + 1, intake_year, study_mode, state,
       $1::uuid, valid_to
     from registrations where ended_by = $1 and valid_to = '2028-09-01'`,
    [promotionId],
  );
  await client.query(
    `update roster r set grade = r.grade + 1 from registrations g
     where g.begun_by = $1 and g.valid_to is null and r.county = g.county and r.student_id = g.student_id`,
    [promotionId],
  );
  await client.query(
    `insert into feed_events (position, id, at, kind, path, student_id, case_id, body)
     select (select max(position) from feed_events) + row_number() over (order by b.path, b.student_id), b.id, now(),
       'REGISTRATION_CHANGED', b.path, b.student_id, b.begun_by,
       jsonb_build_object('registrationId', b.id, 'schoolId', b.school_id, 'stage', b.stage, 'grade', b.grade,
         'intakeYear', b.intake_year, 'state', b.state, 'on', b.valid_from, 'earlierId', e.id,
         'earlierState', e.state, 'earlierGrade', e.grade)
     from registrations b join registrations e on e.student_id = b.student_id and e.ended_by = b.begun_by
     where b.begun_by = $1`,
    [promotionId],
  );
  await client.query('commit');
  return rowCount ?? 0;
}

/** Whoever leads the whole of the demonstration. */
const wholeNode = (id: string): Actor => ({
  accountId: id,
  personName: '计量',
  role: 'AUTHORITY_LEADER',
  institution: {
    ...{ id, name: '计量', shortName: '计量', level: 'PROVINCE', path: '', placeCode: '410000', county: '' },
  },
  classGroupIds: [],
  requestId: 'bench',
});

/** 分班: 2,000 entrants into 45 class groups: the draw against dealing them out in turn, publication against bare SQL. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { Actor } from '../src/access/index.ts';
import type { ClassGroup, Institution } from '../src/authorities/index.ts';
import type { Case } from '../src/cases/index.ts';
import { readConfig } from '../src/config.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import { type Application, startApplication } from '../src/main.ts';
import { drawPlacement, type Entrant } from '../src/placements/plan/draw/draw-placement.ts';
import { makePlan } from '../src/placements/plan/make-plan.ts';
import { getPlan } from '../src/placements/plan/plan.store.ts';
import { publishPlan } from '../src/placements/plan/publish-plan.ts';
import { aClassGroup, anAuthority, aSchool } from '../tests/builders.ts';
import { someStudents } from '../tests/students.ts';
import { type Line, seconds, timed } from './measure.ts';

const ENTRANTS = 2_000;
const GROUPS = 45;
const DRAWS = 20;
const intake = { stage: 'JUNIOR', grade: 7, intakeYear: 2026 } as const;

/** Draws, then draws up a plan and publishes it on a real database, then makes the same rows by bare SQL. */
export async function measurePlacement(): Promise<Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xueji-placement-'));
  let ownerUrl = '';
  const application = await startApplication({
    config: readConfig({ XUEJI_DATA: folder, XUEJI_PORT: '18087', XUEJI_LOG: 'silent' }),
    version: 'bench',
    log: () => {},
    now: () => new Date('2026-09-01T10:00:00+08:00'),
    prepare: async (_, url) => {
      ownerUrl = url;
    },
  });
  const client = new pg.Client({ connectionString: ownerUrl });
  try {
    await client.connect();
    const { school, groups } = await aLargeSchool(application, client);
    const draw = drawTimes();
    const { services } = application;
    const actor = registrarOf(school);
    const planned = await timed(() =>
      services.db.write(NODE_SCOPE, (tx) => makePlan(services, tx, actor, { ...intake, schoolId: school.id })),
    );
    const theCase = { number: 'FB-2026-0901-00000', workflow: 'class-placement-school' } as Case;
    const published = await timed(() =>
      services.db.write(NODE_SCOPE, async (tx) =>
        publishPlan(services, { tx, actor, theCase, school }, await getPlan(tx, planned.result, { lock: true })),
      ),
    );
    const bare = await timed(() => bareRows(client, school, groups));
    return [
      {
        what: `drawing ${ENTRANTS} entrants into ${GROUPS} class groups`,
        measured: `${(draw.ours * 1000).toFixed(0)} ms`,
        ceiling: `${(draw.bare * 1000).toFixed(1)} ms: dealt out in turn`,
        ratio: (draw.ours / draw.bare).toFixed(0),
        aim: 'far below 1 s',
      },
      {
        what: 'the plan: files opened, drawn and kept',
        measured: seconds(planned.seconds),
        ceiling: '—',
        ratio: '—',
        aim: '—',
      },
      {
        what: `publication: ${ENTRANTS} memberships, roster rows and rows of the trail in one transaction`,
        measured: seconds(published.seconds),
        ceiling: `${seconds(bare.seconds)} bare SQL`,
        ratio: (published.seconds / bare.seconds).toFixed(2),
        aim: '≤ 3',
      },
    ];
  } finally {
    await client.end();
    await application.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Seconds of one draw, and of dealing out by place in the list. */
function drawTimes(): { ours: number; bare: number } {
  const entrants = Array.from(
    { length: ENTRANTS },
    (_, at): Entrant => ({
      studentId: `student-${at}`,
      gender: at % 2 === 0 ? '1' : '2',
      special: at % 40 === 0,
      origin: `${at % 7}`,
    }),
  );
  const takers = Array.from({ length: GROUPS }, (_, at) => ({
    id: `group-${at}`,
    total: 0,
    boys: 0,
    girls: 0,
    special: 0,
  }));
  const each = (work: (turn: number) => unknown) => {
    work(0);
    const from = performance.now();
    for (let turn = 1; turn <= DRAWS; turn++) work(turn);
    return (performance.now() - from) / 1000 / DRAWS;
  };
  return {
    ours: each((turn) => drawPlacement(entrants, takers, { seed: `${turn}` })),
    bare: each(() => new Map(entrants.map(({ studentId }, at) => [studentId, takers[at % GROUPS]!.id]))),
  };
}

async function aLargeSchool({ services }: Application, client: pg.Client) {
  const home = { services, db: services.db } as unknown as Parameters<typeof aSchool>[0];
  const authority = await anAuthority(home, { placeCode: '410100' });
  const school = await aSchool(home, { under: authority, schoolType: 'JUNIOR' });
  const groups: ClassGroup[] = [];
  for (let ordinal = 1; ordinal <= GROUPS; ordinal++)
    groups.push(await aClassGroup(home, { school, grade: 7, ordinal }));
  for (let from = 0; from < ENTRANTS; from += 500) {
    await someStudents(
      { services },
      ...Array.from({ length: 500 }, (_, at) => ({
        school,
        bornOn: `2014-0${1 + (from / 500) * 2}-${10 + (at % 18)}`,
      })),
    );
  }
  await client.query('update roster set grade = 7 where path = $1', [school.path]);
  await client.query('vacuum analyze roster, students, class_memberships');
  return { school, groups };
}

function registrarOf({ id, name, shortName, path: at, placeCode, county }: Institution): Actor {
  const institution = { id, name, shortName, level: 'SCHOOL' as const, path: at, placeCode, county };
  return {
    accountId: id,
    personName: '陈静',
    role: 'SCHOOL_REGISTRAR',
    institution,
    classGroupIds: [],
    requestId: 'bench',
  };
}

/** The same rows as a publication leaves, one bare statement a table. */
async function bareRows(client: pg.Client, { path: at }: Institution, groups: readonly ClassGroup[]): Promise<void> {
  const ids = groups.map(({ id }) => id);
  await client.query('begin');
  await client.query(
    `insert into class_memberships (student_id, class_group_id, path, seat_no, valid_from, valid_to)
     select student_id, ($2::uuid[])[1 + (row_number() over (order by student_id))::int % $3], path, 1, '2026-08-01', '2026-08-02'
     from roster where path = $1`,
    [at, ids, GROUPS],
  );
  await client.query('update roster set seat_no = seat_no where path = $1', [at]);
  await client.query(
    `insert into audit_events (id, at, path, action, subject_kind, subject_id, detail)
     select gen_random_uuid(), now(), path, 'BENCH', 'STUDENT', student_id, '{}' from roster where path = $1`,
    [at],
  );
  await client.query('commit');
}

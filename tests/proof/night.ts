/** 夜间: what the installation does by itself, and the little that it may change. */
import assert from 'node:assert/strict';
import type { Standing } from './look.ts';
import { count, type World } from './step.ts';

const JOBS = ['begin-returns', 'withdraw-stale-cases', 'search-duplicates'];

/** Runs the nightly work; only what was agreed to for a day takes effect, and only what lay too long is withdrawn. */
export async function runNight(world: World): Promise<string> {
  const { region, seen: before, tally } = world;
  for (const { name, run } of region.app.features.jobs) {
    if (JOBS.includes(name)) await run({}, new AbortController().signal);
  }
  const after = await world.look();
  world.seen = after;
  tally.steps++;
  assert.deepEqual(after.broken, [], 'a night: broken');
  for (const one of after.cases) {
    const was = before.cases.find(({ id }) => id === one.id);
    if (was?.seq === one.seq) continue;
    assert.equal(was?.seq, one.seq - 1, 'a night: events');
    assert.deepEqual([was.pending, one.holderId], [null, null], 'a night: a case went on and did not end');
    count(tally, 'withdrawn by the system');
  }
  for (const [id, standing] of Object.entries(after.standings)) {
    if (same(standing, before.standings[id])) continue;
    const { rows } = await region.owner.query<{ grade: number }>(
      `select (c.data #>> '{matter,form,gradeWanted}')::int as grade from registrations r join cases c on c.id = r.begun_by
       where r.student_id = $1 and r.valid_to is null and c.kind = 'RETURN' and c.data ? 'begunOn'`,
      [id],
    );
    const expected = { ...before.standings[id], state: 'ENROLLED', grade: rows[0]?.grade };
    assert.ok(same(standing, expected as Standing), 'a night: a registration is another one, and nobody agreed to it');
    count(tally, 'returned on the day');
  }
  for (const id of region.bystanders) {
    assert.equal(after.standings[id]?.stamp, before.standings[id]?.stamp, 'a night: a bystander was touched');
  }
  return 'a night went by';
}

const same = (one: Standing, other: Standing | undefined): boolean =>
  one.schoolId === other?.schoolId && one.state === other?.state && one.grade === other?.grade;

/**
 * 班主任只管本班: every route that a class teacher may call, called by the teacher of the class group next door about the
 * students of another one. Whatever it is that is entered or read there, nothing is told and nothing is written.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { mayCall } from '../src/access/index.ts';
import { setTeacher } from '../src/authorities/classes/class-group.store.ts';
import { type CallExamples, makeCall } from './access/call.ts';
import { AUTHORITY_CALLS } from './access/calls/authorities.ts';
import { FILE_CALLS } from './access/calls/key-data.ts';
import { DROPOUT_CALLS } from './access/calls/leave.ts';
import { FAMILY_CALLS } from './access/calls/notices.ts';
import { SCHOOL_LIFE_CALLS } from './access/calls/school-life.ts';
import { STUDENT_CALLS } from './access/calls/students.ts';
import { aMatrixPlace } from './access/matrix-world.ts';
import { testApplication } from './application.ts';
import { anAccount, HERE, writing } from './builders.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const place = await aMatrixPlace(app, HERE);
const account = await anAccount(app, { at: place.school, role: 'CLASS_TEACHER' });
await writing(app, (tx) => setTeacher(tx, place.emptyClassGroup.id, account.id));
const nextDoor = app.as(account);
const owner = new pg.Client({ connectionString: app.ownerUrl });
before(async () => {
  owner.on('error', () => undefined); // the database is dropped before this connection is closed
  await owner.connect();
});
after(() => owner.end());

const CALLS: CallExamples = {
  ...SCHOOL_LIFE_CALLS,
  ...FILE_CALLS,
  ...STUDENT_CALLS,
  ...DROPOUT_CALLS,
  ...FAMILY_CALLS,
  ...AUTHORITY_CALLS,
};
const caller = { role: 'CLASS_TEACHER', level: 'SCHOOL' } as const;
const theirs = app.features.routes
  .map((route) => ({ route, name: `${route.method} ${route.path}`, example: CALLS[`${route.method} ${route.path}`] }))
  .filter(({ route, example }) => example && route.who !== 'PUBLIC' && mayCall(route.who, caller));

/** What a class teacher's work is made of; the list of routes holds all of it. */
const ENTRIES = [
  'PUT /api/class-groups/:id/register',
  'POST /api/leaves-of-absence',
  'POST /api/leaves-of-absence/:id/decisions',
  'POST /api/gate-slips',
  'POST /api/truancy/students/:id/contacts',
  'PUT /api/class-groups/:id/assessments',
  'POST /api/class-groups/:id/assessments/readings',
  'PUT /api/class-groups/:id/quality-reports',
  'POST /api/class-groups/:id/quality-reports/signatures',
  'POST /api/class-groups/:id/practice',
  'POST /api/class-groups/:id/practice/endings',
  'POST /api/awards',
  'PUT /api/class-groups/:id/health',
];

test('each kind of entry of a class teacher is among the routes that are tried', () => {
  const names = new Set(theirs.map(({ name }) => name));
  assert.deepEqual(
    ENTRIES.filter((name) => !names.has(name)),
    [],
  );
});

/** They name the school, which is the teacher's own. */
const OF_SCHOOL = new Set(['GET /api/institutions/:id/offices', 'GET /api/file-gaps', 'GET /api/electives/:id']);

const written = async () =>
  (
    await owner.query(
      `select count(*)::int as rows from audit_events where account_id = $1 and action not like '%SIGN%IN%'`,
      [account.id],
    )
  ).rows;

for (const { route, name, example } of theirs) {
  if (example!.kind !== 'SCOPED' || OF_SCHOOL.has(name)) continue;
  test(`${name}: the teacher of another class group is refused and nothing is written`, async () => {
    const before = await written();
    const { status, body, detail } = await makeCall(nextDoor, route, example!.at(place));
    assert.ok([403, 404].includes(status), `${status} ${detail} ${JSON.stringify(body)?.slice(0, 200)}`);
    assert.deepEqual(await written(), before);
  });
}

test('lists of the school tell the teacher of another class group of none of these students', async () => {
  for (const { route, name, example } of theirs) {
    if (route.method !== 'GET' || (example!.kind !== 'PLACELESS' && !OF_SCHOOL.has(name))) continue;
    const call = example!.kind === 'PLACELESS' ? example!.call : example!.at(place);
    const { status, body } = await makeCall(nextDoor, route, call);
    assert.ok(status < 500, name);
    const said = JSON.stringify(body) ?? '';
    for (const id of [place.studentId, place.movedStudentId, place.awayId, place.awardId, place.aidId]) {
      assert.ok(!said.includes(id), `${name} tells of ${id}`);
    }
  }
});

/** 一步: one act of one person, and what must hold after it, whoever acted and whatever came of it. */
import assert from 'node:assert/strict';
import { workflows } from '../../policies/index.ts';
import type { Answer } from '../access/caller.ts';
import { kindOf } from './kinds/index.ts';
import type { Registered } from './kinds/kind.ts';
import type { Look, SeenCase } from './look.ts';
import type { Person, Region } from './region.ts';

/** The world in the course of a sequence. */
export interface World {
  region: Region;
  look(requestIds?: readonly string[]): Promise<Look>;
  /** As things stood after the last step. */
  seen: Look;
  tally: Tally;
  /** What happened so far, act by act. */
  story: string[];
  /** Where a student was registered before a case was done, by case and student. */
  earlier: Map<string, Registered>;
}

/** What the sequences came to, so that a test that no longer does anything is found. */
export interface Tally {
  steps: number;
  /** Succeeded and refused acts, refusals by code, and cases by kind and end. */
  outcomes: Map<string, number>;
}

export const count = ({ outcomes }: Tally, what: string): void =>
  void outcomes.set(what, (outcomes.get(what) ?? 0) + 1);

export interface Act {
  what: string;
  by: Person;
  /** Whose registration or record it may change. */
  children: readonly string[];
  /** The case it acts on; undefined where it opens one. */
  caseId?: string;
  run(): Promise<Answer<{ caseId?: string | null }>>;
  /** Requests before it by the same person, which leave their own rows. */
  requestIds?: readonly string[];
  /** What a refusal leaves in the trail on purpose. */
  staysRefused?: readonly string[];
  /** Must be refused, whatever else holds. */
  mustFail?: string;
}

/** Tables that a refused act may write: the trail of looks before it, and what is kept of a key that was sent. */
const BOOKKEEPING = ['audit_events', 'idempotency_keys'];

/** Lets it happen and checks everything; answers in words what happened. */
export async function step(world: World, act: Act): Promise<string> {
  const before = world.seen;
  const answer = await act.run();
  const request = String(answer.headers['x-request-id']);
  const after = await world.look([request, ...(act.requestIds ?? [])]);
  world.seen = after;
  world.tally.steps++;
  const said = `${act.what} → ${answer.status} ${answer.code ?? ''} ${answer.detail ?? ''}`.trim();
  assert.ok(answer.status < 500, `${said}: a bug`);
  assert.deepEqual(after.broken, [], `${said}: broken`);
  const opened = act.caseId === undefined && !answer.body?.caseId;
  if (answer.status !== 200 || opened) checkNothingHappened(act, { before, after, request, said });
  else await checkDone(world, act, { before, after, request, said });
  for (const id of world.region.bystanders) {
    assert.equal(after.standings[id]?.stamp, before.standings[id]?.stamp, `${said}: a bystander was touched`);
  }
  count(world.tally, answer.status === 200 ? 'done' : `refused ${answer.code}`);
  return said;
}

interface Seen {
  before: Look;
  after: Look;
  request: string;
  said: string;
}

function checkNothingHappened(act: Act, { before, after, request, said }: Seen): void {
  const changed = Object.keys(after.stamps).filter((table) => after.stamps[table] !== before.stamps[table]);
  const faults = changed.filter((table) => !BOOKKEEPING.includes(table));
  assert.deepEqual(faults, [], `${said}: nothing came of it, and yet something changed`);
  const left = after.trail.filter((row) => row.request === request && !act.staysRefused?.includes(row.action));
  assert.deepEqual(left, [], `${said}: nothing came of it, and yet it is on the trail`);
}

async function checkDone(world: World, act: Act, seen: Seen): Promise<void> {
  const { before, after, request, said } = seen;
  assert.equal(act.mustFail, undefined, `${said}: ${act.mustFail}`);
  const trail = after.trail.filter((row) => row.request === request);
  assert.ok(trail.length > 0, `${said}: no row in the trail`);
  for (const { account } of trail) assert.equal(account, act.by.id, `${said}: another account is named`);
  const known = new Map(before.cases.map((one) => [one.id, one]));
  const touched = after.cases.filter((one) => one.seq !== known.get(one.id)?.seq);
  for (const one of touched) checkEvent(act, known.get(one.id), one, said);
  assert.equal(after.cases.length - before.cases.length, act.caseId === undefined ? 1 : 0, `${said}: cases`);
  const named = new Set(trail.map(({ subject }) => subject));
  for (const [id, { stamp }] of Object.entries(after.standings)) {
    if (stamp === before.standings[id]?.stamp) continue;
    assert.ok(act.children.includes(id), `${said}: a child was touched that it is not about`);
    assert.ok(named.has(id), `${said}: a child's rows changed and the trail does not name the child`);
  }
  await checkRegistrations(world, seen, touched);
}

/** One act makes one event, of a case that it is about, and no case that has ended goes on. */
function checkEvent(act: Act, before: SeenCase | undefined, after: SeenCase, said: string): void {
  if (act.caseId !== undefined) assert.equal(after.id, act.caseId, `${said}: another case went on`);
  else assert.ok(act.children.includes(after.subjectId), `${said}: the case is about somebody else`);
  assert.equal(after.seq, (before?.seq ?? 0) + 1, `${said}: events`);
  assert.equal(after.by, act.by.id, `${said}: somebody else is said to have acted`);
  if (before) assert.notEqual(before.holderId, null, `${said}: the case had ended`);
}

/** A registration is another one only by a case that is done, and then what that case says. */
async function checkRegistrations(
  { region, tally, earlier }: World,
  { before, after, said }: Seen,
  touched: readonly SeenCase[],
) {
  const expected = new Map(Object.entries(before.standings).map(([id, standing]) => [id, registered(standing)]));
  for (const one of touched) {
    if (one.holderId !== null) continue;
    count(tally, `${one.kind} ${one.state}`);
    const table = workflows.find(({ id }) => id === one.workflow);
    if (table?.states[one.state]?.tone !== 'DONE') continue;
    const { becomes, students, done } = kindOf(one.kind);
    const { rows } = await region.owner.query<{ data: Record<string, unknown> }>(
      'select data from cases where id = $1',
      [one.id],
    );
    const { kind, state, schoolId, subjectId } = one;
    const caseDone = { kind, state, schoolId, subjectId, data: rows[0]!.data };
    for (const studentId of students?.(caseDone) ?? [subjectId]) {
      const was = expected.get(studentId)!;
      earlier.set(`${one.id}/${studentId}`, was);
      const before = (caseId: string) => earlier.get(`${caseId}/${studentId}`);
      expected.set(studentId, becomes(was, { ...caseDone, studentId }, before));
      const child = region.children.find(({ id }) => id === studentId);
      if (done && child) await done(child, region);
    }
  }
  for (const [id, standing] of Object.entries(after.standings)) {
    assert.deepEqual(registered(standing), expected.get(id), `${said}: the registration is another one than decided`);
  }
}

const registered = ({ schoolId, state, grade }: Registered): Registered => ({ schoolId, state, grade });

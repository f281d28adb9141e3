/**
 * 断电之二: while 200 transfers pass through the hands of four parties, the server is killed again and again, and so are
 * single processes of the database. Each case is afterwards exactly where it was before the act under way, or after it;
 * everybody goes on, and in the end every child has come to its new school once.
 *
 *     TRANSFERS=500 npm test -- tests/journeys/killed-transfers     more of them
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { BROKEN, PROMISES } from '../proof/promises.ts';
import { type Answered, aTransferYard, type Mover } from '../proof/transfer-yard.ts';

const TRANSFERS = Number(process.env['TRANSFERS'] ?? 200);
const AT_ONCE = 8;
const SERVER_KILLS = 5;
const BACKEND_KILLS = 3;
/** Acts of a transfer: opened, and seven more. */
const ACTS = 8;
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);

const yard = await aTransferYard(TRANSFERS);
after(() => yard.close());

/** One transfer and how far it has come, as the last sure answer said. */
interface Running {
  mover: Mover;
  caseId?: string;
  done: number;
  /** An act was sent and no answer came: it is done, or it is not. */
  unsure?: boolean;
}

const tally = { unsure: 0, wasDone: 0 };
/** Acts so far, by all. */
let acts = 0;
/** While the server is down, whoever wants to act waits here. */
let down: Promise<void> | undefined;

test(`${TRANSFERS} transfers outlive ${SERVER_KILLS} killed servers and ${BACKEND_KILLS} killed database processes (KILL_SEED=${seed})`, async () => {
  const waiting: Running[] = yard.movers.map((mover) => ({ mover, done: 0 }));
  const kills = plannedKills();
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const next = kills[0];
      if (next && acts >= next.at) {
        kills.shift();
        down = next.kill();
        void down.finally(() => (down = undefined));
      }
      await goOn(one);
      if (one.done < ACTS) waiting.push(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  assert.deepEqual(kills, [], 'some kills were never made');
  assert.ok(tally.unsure > 0, 'no kill met an act');
  await checkPromises('in the end');
  await checkEnd();
  console.log(`${tally.unsure} acts were cut off, of which ${tally.wasDone} had been done`);
});

/** The next act of one transfer; where no answer comes, what became of it is asked before it is repeated. */
async function goOn(one: Running): Promise<void> {
  if (one.unsure) {
    const done = await whereIs(one);
    assert.ok(done === one.done || done === one.done + 1, `the case stands ${done} acts far, and it was ${one.done}`);
    if (done > one.done) tally.wasDone++;
    one.done = done;
    one.unsure = false;
    if (one.done === ACTS) return;
  }
  const [by, action] = yard.chainOf(one.mover)[one.done]!;
  const answer = one.done === 0 ? await yard.open(one.mover) : await yard.act(by, one.caseId!, action);
  acts++;
  if (answer.status === 200) {
    if (one.done === 0) one.caseId = String(answer.body['caseId']);
    one.done++;
    return;
  }
  assert.ok(isBroken(answer), `${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  one.unsure = true;
  tally.unsure++;
  await down;
  await untilAnswered(by.get);
}

/** No answer at all, or one that says that something broke. */
const isBroken = ({ status }: Answered): boolean => status === 0 || status >= 500;

/** How many events the case of a child has, as whoever shall act next sees it; 0 where none was opened. */
async function whereIs(one: Running): Promise<number> {
  const { registrar } = one.mover.receiving;
  if (!one.caseId) {
    const { rows } = await ask<{ id: string }>('select id from cases where subject_id = $1', [one.mover.id]);
    if (rows.length === 0) return 0;
    assert.equal(rows.length, 1, 'a child has two cases');
    one.caseId = rows[0]!.id;
  }
  const seen = await untilAnswered(() => registrar.get(`/api/cases/${one.caseId}`));
  return (seen.body['events'] as unknown[]).length;
}

async function untilAnswered(call: (address: string) => Promise<Answered>): Promise<Answered> {
  const until = Date.now() + 30_000;
  for (;;) {
    const answer = await call('/api/session');
    if (!isBroken(answer)) return answer;
    assert.ok(Date.now() < until, 'the product does not come back');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Kill {
  at: number;
  kill(): Promise<void>;
}

/** Spread over the whole, each at a moment of its own. */
function plannedKills(): Kill[] {
  const random = chance(seed);
  const all = [...Array<'SERVER'>(SERVER_KILLS).fill('SERVER'), ...Array<'BACKEND'>(BACKEND_KILLS).fill('BACKEND')];
  const share = (TRANSFERS * ACTS) / all.length;
  return all
    .map((what) => ({ what, luck: random() }))
    .sort((one, other) => one.luck - other.luck)
    .map(({ what }, place) => ({
      at: Math.floor(share * (place + random() * 0.9)),
      kill: async () => {
        await new Promise((resolve) => setTimeout(resolve, random() * 20));
        await (what === 'SERVER' ? killServer() : killBackend());
        await checkPromises(`after a killed ${what.toLowerCase()}`);
      },
    }));
}

async function killServer(): Promise<void> {
  await yard.product().kill();
  await yard.start();
}

/** One of the processes that work for the product, in the middle of a statement where there is such a one. */
async function killBackend(): Promise<void> {
  const { rows } = await ask<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'xueji' and pid <> pg_backend_pid()
     order by (state = 'idle'), random() limit 1`,
  );
  process.kill(rows[0]!.pid, 'SIGKILL');
  await new Promise((resolve) => setTimeout(resolve, 100));
}

async function checkPromises(when: string): Promise<void> {
  const { rows } = await ask<{ promise: number; id: string }>(BROKEN);
  const broken = rows.map(({ promise, id }) => `${PROMISES[promise]?.what}: ${id}`);
  assert.deepEqual(broken, [], `${when} something is broken`);
}

async function checkEnd(): Promise<void> {
  const { rows } = await ask(
    `select e.to_state, count(*)::int as cases, min(e.seq)::int as least, max(e.seq)::int as most
     from case_events e where e.seq = (select max(seq) from case_events o where o.case_id = e.case_id) group by 1`,
  );
  assert.deepEqual(rows, [{ to_state: 'COMPLETED', cases: TRANSFERS, least: ACTS, most: ACTS }]);
  const moved = await ask(
    `select i.place_code, count(*)::int as children from registrations r join institutions i on i.id = r.school_id
     where r.valid_to is null group by 1`,
  );
  assert.deepEqual(moved.rows, [{ place_code: '411081', children: TRANSFERS }]);
}

/** A question to the database; asked again where it is just coming up. */
async function ask<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<pg.QueryResult<R>> {
  const until = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: yard.databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.query<R>(text, values);
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Numbers in [0, 1) from a seed. */
function chance(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

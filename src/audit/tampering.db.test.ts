/** 审计篡改: a thousand random tamperings by the database's own superuser, each found and rightly named. */
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { CLOCK, type SealedLog, sealedLog } from '../../tests/sealed-log.ts';
import { international } from '../crypto/international.ts';
import { type KeyRing, makeKeyRing, signWith } from '../crypto/key-ring.ts';
import type { AuditFaultKind } from './fault.ts';
import { append, EMPTY_FRONTIER, leafHash, rootOf } from './merkle.ts';
import { eventStatement, headStatement } from './statement.ts';

const EVENTS = 60;
const PER_HEAD = 8;
const HEADS = Math.ceil(EVENTS / PER_HEAD);
const { digest } = international;
const strangersRing = makeKeyRing(international, randomBytes);

let log: SealedLog;
const run = (text: string, values?: unknown[]) => log.run(text, values);

before(async () => {
  log = await sealedLog({ events: EVENTS, perHead: PER_HEAD });
});
after(() => log.drop());

type Random = (below: number) => number;

/** Seeded numbers, so that a failing run can be repeated. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const EVENT_AT = '(select event_id from audit_leaves where position = $1)';
const CHANGES = [
  `person_name = person_name || '某'`,
  `person_name = null`,
  `action = 'VIEW_ROSTER'`,
  `reason = null`,
  `at = at + interval '1 millisecond'`,
  `at = at - interval '1 day'`,
  `path = '41/10/'`,
  `subject_id = gen_random_uuid()`,
  `account_id = gen_random_uuid()`,
  `institution_id = null`,
  `request_id = 'x'`,
  `subject_kind = 'NODE'`,
  `detail = detail || '{"index": 1000}'`,
  `detail = '{}'`,
  `payload_digest = '\\x00'`,
  `xid = (xid::text::bigint + 1)::text::xid8`,
  `detail = jsonb_build_object('index', 9007199254740993)`,
];

const EVENT_COLUMNS = `id, xid::text as xid, at, account_id, person_name, institution_id, path, action, subject_kind,
  subject_id, reason, request_id, detail::text as detail, payload_digest`;

async function mendLeaf(position: number): Promise<void> {
  const { rows } = await run(`select ${EVENT_COLUMNS} from audit_events where id = ${EVENT_AT}`, [position]);
  const leaf = leafHash(digest, eventStatement(rows[0]));
  await run('update audit_leaves set leaf = $2 where position = $1', [position, leaf]);
}

/** Recomputes all heads over the leaves as they are; with the node's own key only where somebody stole it. */
async function mendHeads(signer?: KeyRing): Promise<void> {
  const leaves = await listLeaves();
  let previousRoot: Buffer | null = null;
  for (const row of (await run('select *, last_xid::text from audit_heads order by size')).rows) {
    const root = rootOf(digest, append(digest, EMPTY_FRONTIER, leaves.slice(0, row.size)));
    const claim = {
      size: row.size,
      root,
      previousRoot,
      firstEventId: row.first_event_id,
      lastEventId: row.last_event_id,
      lastXid: row.last_xid,
      sealedAt: row.sealed_at,
      keyId: signer ? signer.signingKeys[0]!.id : row.key_id,
    };
    const signature = signer ? signWith(signer, headStatement(claim)).signature : row.signature;
    await run('update audit_heads set root = $2, previous_root = $3, key_id = $4, signature = $5 where size = $1', [
      row.size,
      root,
      previousRoot,
      claim.keyId,
      signature,
    ]);
    previousRoot = root;
  }
}

async function listLeaves(): Promise<Buffer[]> {
  const { rows } = await run('select leaf from audit_leaves order by position');
  return rows.map((row) => row.leaf);
}

async function cutBehind(size: number): Promise<void> {
  await run('delete from audit_events where id in (select event_id from audit_leaves where position > $1)', [size]);
  await run('delete from audit_leaves where position > $1', [size]);
  await run('delete from audit_heads where size > $1', [size]);
}

/** Goes on as the product would on a rolled-back table, with the node's own key. */
async function sealOneMore(): Promise<void> {
  const { rows: heads } = await run('select size, root from audit_heads order by size desc limit 1');
  const { rows: added } = await run(
    `insert into audit_events (id, xid, at, path, action, subject_kind)
     select gen_random_uuid(), (max(xid::text::bigint) + 1)::text::xid8, now(), '', 'NEW', 'NODE' from audit_events
     returning ${EVENT_COLUMNS}`,
  );
  const [event] = added;
  const leaf = leafHash(digest, eventStatement(event));
  const leaves = [...(await listLeaves()), leaf];
  const claim = {
    size: leaves.length,
    root: rootOf(digest, append(digest, EMPTY_FRONTIER, leaves)),
    previousRoot: heads[0].root,
    firstEventId: event.id,
    lastEventId: event.id,
    lastXid: event.xid,
    sealedAt: CLOCK(),
    keyId: log.ring.signingKeys[0]!.id,
  };
  await run('insert into audit_leaves values ($1, $2, $3)', [claim.size, event.id, leaf]);
  await run(
    `insert into audit_heads
      (size, root, previous_root, first_event_id, last_event_id, last_xid, sealed_at, key_id, signature)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8)`,
    [
      ...[claim.size, claim.root, claim.previousRoot, event.id, claim.lastXid, claim.sealedAt, claim.keyId],
      signWith(log.ring, headStatement(claim)).signature,
    ],
  );
}

/** Moves all leaves behind a position by some places. */
async function shiftLeaves(behind: number, places: number): Promise<void> {
  await run('update audit_leaves set position = -position where position > $1', [behind]);
  await run('update audit_leaves set position = -position + $1 where position < 0', [places]);
}

async function insertEvent(xid: string): Promise<string> {
  const { rows } = await run(
    `insert into audit_events (id, xid, at, path, action, subject_kind)
     values (gen_random_uuid(), $1, now(), '', 'FORGED', 'NODE') returning id`,
    [xid],
  );
  return rows[0].id;
}

const xidAt = async (position: number): Promise<string> =>
  (await run(`select xid::text as xid from audit_events where id = ${EVENT_AT}`, [position])).rows[0].xid;

async function swap(table: string, key: string, column: string, one: unknown, other: unknown): Promise<void> {
  await run(
    `with pair as (select ${key} as own, ${column} as value from ${table} where ${key} in ($1, $2))
     update ${table} set ${column} = pair.value from pair where ${key} in ($1, $2) and ${key} <> pair.own`,
    [one, other],
  );
}

type Tampering = (random: Random) => Promise<AuditFaultKind[]>;

/** Each kind tampers in one of several ways and says as which faults that may be reported. */
const TAMPERINGS: Record<string, Tampering> = {
  async change(random) {
    const position = 1 + random(EVENTS);
    await run(`update audit_events set ${CHANGES[random(CHANGES.length)]} where id = ${EVENT_AT}`, [position]);
    const depth = random(4);
    if (depth === 0) return ['CHANGED'];
    await mendLeaf(position);
    if (depth === 1) return ['TREE_BROKEN'];
    await mendHeads(depth === 2 ? undefined : strangersRing);
    return [depth === 2 ? 'HEAD_FORGED' : 'HEAD_KEY_UNKNOWN'];
  },

  async delete(random) {
    const position = 1 + random(EVENTS);
    await run(`delete from audit_events where id = ${EVENT_AT}`, [position]);
    const depth = random(3);
    if (depth === 0) return ['DELETED'];
    await run('delete from audit_leaves where position = $1', [position]);
    if (depth === 1) return position === EVENTS ? ['TAIL_CUT'] : ['LEAF_LOST'];
    await shiftLeaves(position, -1);
    return ['TREE_BROKEN', 'TAIL_CUT'];
  },

  async insert(random) {
    const way = random(4);
    const before = 1 + random(EVENTS - 1);
    if (way === 0) await insertEvent('9000000000000');
    if (way === 1) await insertEvent(await xidAt(before));
    if (way <= 1) return ['INSERTED'];
    const position = way === 2 ? before : EVENTS + 1;
    const id = await insertEvent(await xidAt(Math.min(position, EVENTS)));
    if (way === 2) await shiftLeaves(position - 1, 1);
    await run(`insert into audit_leaves values ($1, $2, '\\x00')`, [position, id]);
    await mendLeaf(position);
    return way === 2 ? ['TREE_BROKEN', 'REORDERED'] : ['LEAF_UNSEALED'];
  },

  async reorder(random) {
    const one = 1 + random(EVENTS - 1);
    const other = one + 1 + random(EVENTS - one);
    const ids = (await run('select event_id from audit_leaves where position in ($1, $2)', [one, other])).rows;
    const [first, second] = ids.map((row) => row.event_id);
    const way = random(3);
    if (way === 0) {
      await run('update audit_leaves set position = -position where position in ($1, $2)', [one, other]);
      await run('update audit_leaves set position = $1::bigint + $2::bigint + position where position < 0', [
        one,
        other,
      ]);
      return ['REORDERED'];
    }
    await swap('audit_events', 'id', way === 1 ? 'xid' : 'detail', first, second);
    return ['CHANGED'];
  },

  async truncate(random) {
    const size = PER_HEAD * random(HEADS);
    const way = random(4);
    if (way === 0) await cutBehind(size);
    if (way === 1) await run('delete from audit_leaves where position > $1', [1 + random(EVENTS - 1)]);
    if (way === 2) await run('delete from audit_heads where size > $1', [size]);
    if (way <= 2) return ['TAIL_CUT'];
    await run('delete from audit_events where id in (select event_id from audit_leaves where position > $1)', [size]);
    return ['DELETED'];
  },

  async rollBack(random) {
    await cutBehind(PER_HEAD * (1 + random(HEADS - 2)));
    const isCaughtUp = random(2) === 0;
    for (let count = isCaughtUp ? PER_HEAD : 1 + random(PER_HEAD - 1); count > 0; count--) await sealOneMore();
    return isCaughtUp ? ['ROLLED_BACK'] : ['WITNESS_LOST'];
  },

  async forgeHead(random) {
    const size = Math.min(EVENTS, PER_HEAD * (1 + random(HEADS)));
    const at = random(64);
    const forged = [
      `root = sha256(root)`,
      `signature = set_byte(signature, ${at}, (get_byte(signature, ${at}) + 1) % 256)`,
      `sealed_at = sealed_at + interval '1 second'`,
      `last_xid = (last_xid::text::bigint - 1)::text::xid8`,
      `last_event_id = gen_random_uuid()`,
      `previous_root = sha256(root)`,
    ];
    const way = random(forged.length + 3);
    if (way < forged.length) {
      await run(`update audit_heads set ${forged[way]} where size = $1`, [size]);
      return ['HEAD_FORGED'];
    }
    if (way === forged.length) {
      await run('delete from audit_heads where size = $1', [size]);
      return size === EVENTS ? ['TAIL_CUT'] : ['HEAD_LOST'];
    }
    if (way === forged.length + 1) {
      await mendHeads(strangersRing);
      return ['HEAD_KEY_UNKNOWN'];
    }
    await run(
      `insert into audit_heads select size - 1, root, previous_root, first_event_id, last_event_id, last_xid,
       sealed_at, key_id, signature from audit_heads where size = $1`,
      [size],
    );
    return ['HEAD_FORGED'];
  },
};

test('a thousand random tamperings of seven kinds are all found and rightly named', async (t) => {
  const seed = Number(process.env['TAMPER_SEED'] ?? randomInt(2 ** 31));
  t.diagnostic(`TAMPER_SEED=${seed}`);
  const random = randomFrom(seed);
  const kinds = Object.entries(TAMPERINGS);
  for (let round = 0; round < 1000; round++) {
    const [kind, tamper] = kinds[round % kinds.length]!;
    let expected: AuditFaultKind[] = [];
    const report = await log.afterTampering(async () => {
      expected = await tamper(random);
    });
    const named = report.faults.map((fault) => fault.kind);
    assert.ok(!report.sound, `round ${round} of seed ${seed}: ${kind} was not found`);
    assert.ok(
      named.some((one) => expected.includes(one)),
      `round ${round} of seed ${seed}: ${kind} should be named ${expected} and was named ${named}`,
    );
  }
  assert.ok((await log.verify()).sound, 'and the log itself stayed as it was');
});

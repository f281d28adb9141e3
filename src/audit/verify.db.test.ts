/** 审计核验: what the report names, and what the witness outside the database adds. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type SealedLog, sealedLog } from '../../tests/sealed-log.ts';
import { international } from '../crypto/international.ts';
import { makeKeyRing } from '../crypto/key-ring.ts';
import { witnessRestore } from './witness.ts';

const EVENTS = 20;
const HEADS = 4; // of six events, the last of two

let log: SealedLog;
let scratch: string;

before(async () => {
  log = await sealedLog({ events: EVENTS, perHead: 6 });
  scratch = `${log.witnessFile}.scratch`;
});
after(() => log.drop());

const sentencesAfter = async (statement: string, values?: unknown[]) =>
  (await log.afterTampering(() => log.run(statement, values))).faults.map((fault) => fault.sentence);

/** The report with another content of the witness file. */
async function withWitness(change: (lines: string[]) => string[]) {
  const lines = (await readFile(log.witnessFile, 'utf8')).trimEnd().split('\n');
  await writeFile(
    scratch,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
  const { faults, notices, sound, witnessed } = await log.verify(scratch);
  return { kinds: faults.map((fault) => fault.kind), notices, sound, witnessed };
}

const idAt = async (position: number): Promise<string> =>
  (await log.run('select event_id from audit_leaves where position = $1', [position])).rows[0].event_id;

test('an untouched log is sound', async () => {
  const report = await log.verify();
  assert.deepEqual(report.faults, []);
  assert.deepEqual([report.sound, report.sealed, report.heads, report.witnessed], [true, EVENTS, HEADS, HEADS]);
});

test('a changed event is named by place and id, and nothing else is accused', async () => {
  const id = await idAt(7);
  assert.deepEqual(await sentencesAfter(`update audit_events set person_name = '某人' where id = $1`, [id]), [
    `第7条（事件${id}）与封存时不一致，事件或其叶值被改动`,
  ]);
});

test('a deleted event is named, and what it hid stays provable', async () => {
  const id = await idAt(12);
  assert.deepEqual(await sentencesAfter('delete from audit_events where id = $1', [id]), [
    `第12条（事件${id}）已被删除`,
  ]);
});

test('an event slipped in among sealed ones is named', async () => {
  const sentences = await sentencesAfter(
    `insert into audit_events select '00000000-0000-7000-8000-00000000f00d', xid, '2026-01-01T00:00:00Z', account_id,
     person_name, institution_id, path, action, subject_kind, subject_id from audit_events where id = $1`,
    [await idAt(3)],
  );
  assert.deepEqual(sentences, [
    '事件00000000-0000-7000-8000-00000000f00d（2026-01-01T00:00:00.000Z）不在封存之列，系事后插入',
  ]);
});

test('a change of event and leaf together is narrowed down to the head that no longer fits', async () => {
  const sentences = await sentencesAfter(`update audit_leaves set leaf = sha256(leaf) where position = 8`);
  assert.equal(sentences.length, 2);
  assert.match(sentences[0]!, /^第8条/);
  assert.equal(sentences[1], '第7至12条之间的叶值被改动、增删或调换，算得的树根与封存头不符');
});

test('each of several tamperings is named, not only the first', async () => {
  const [changed, deleted] = [await idAt(2), await idAt(15)];
  const report = await log.afterTampering(async () => {
    await log.run(`update audit_events set reason = '改' where id = $1`, [changed]);
    await log.run('delete from audit_events where id = $1', [deleted]);
    await log.run(`update audit_heads set sealed_at = now() where size = 12`);
  });
  assert.deepEqual(report.faults.map((fault) => fault.kind).sort(), [
    'CHANGED',
    'DELETED',
    'HEAD_CHAIN_BROKEN',
    'HEAD_FORGED',
  ]);
});

test('a log emptied with all its heads is missed by the witness', async () => {
  const report = await log.afterTampering(() => log.run('truncate audit_events, audit_leaves, audit_heads'));
  assert.deepEqual(
    report.faults.map((fault) => fault.sentence),
    ['已封存20条，数据库中只剩0条，尾部被截去或数据库被退回旧版'],
  );
});

test('faults beyond the hundredth are counted', async () => {
  const report = await log.afterTampering(async () => {
    await log.run(
      `insert into audit_events (id, xid, at, path, action, subject_kind)
       select gen_random_uuid(), '3', now(), '', 'FORGED', 'NODE' from generate_series(1, 150)`,
    );
  });
  assert.deepEqual([report.faults.length, report.faultCount], [100, 150]);
});

test('a witness file that is gone, emptied or cut short is missed itself', async () => {
  assert.deepEqual((await withWitness(() => [])).kinds, ['WITNESS_MISSING']);
  await rm(scratch);
  assert.deepEqual(
    (await log.verify(scratch)).faults.map((fault) => fault.kind),
    ['WITNESS_MISSING'],
  );
  assert.deepEqual((await withWitness((lines) => lines.slice(0, 2))).kinds, ['WITNESS_BEHIND']);
  const oneShort = await withWitness((lines) => lines.slice(0, -1));
  assert.deepEqual([oneShort.sound, oneShort.notices], [true, ['最后一个封存头尚未记入见证文件，下次封存时补记']]);
});

test('a witness line that was taken out, changed or forged is named', async () => {
  assert.deepEqual((await withWitness((lines) => lines.toSpliced(1, 1))).kinds, ['WITNESS_LOST']);
  const changed = await withWitness((lines) => lines.with(1, lines[1]!.replace(/"root":"../, '"root":"00')));
  assert.deepEqual(changed.kinds, ['WITNESS_CHANGED']);
  const forged = await withWitness((lines) => [...lines, lines[3]!.replace('"size":20', '"size":30')]);
  assert.deepEqual(forged.kinds, ['WITNESS_CHANGED']);
});

test('a line torn by a power cut is passed over with a notice', async () => {
  const torn = await withWitness((lines) => lines.toSpliced(2, 0, lines[2]!.slice(0, 100)));
  assert.deepEqual([torn.sound, torn.witnessed], [true, HEADS]);
  assert.deepEqual(torn.notices, ['见证文件有1行无法读取（多为断电所致），已略过']);
});

test('heads witnessed long after they were sealed are pointed out', async () => {
  const late = await withWitness((lines) =>
    lines.with(1, lines[1]!.replace(/"witnessedAt":"2026-09-01T02/, '"witnessedAt":"2026-09-01T05')),
  );
  assert.deepEqual([late.sound, late.notices.length], [true, 1]);
  assert.match(late.notices[0]!, /^有1个封存头在封存一小时以后才记入见证文件/);
});

test('a restore that nobody of this node signed excuses nothing', async () => {
  await writeFile(scratch, await readFile(log.witnessFile));
  const claim = { lastHead: undefined, reason: '伪造', now: new Date('2026-09-02T00:00:00Z') };
  await witnessRestore(scratch, makeKeyRing(international, randomBytes), claim);
  assert.deepEqual(
    (await log.verify(scratch)).faults.map((fault) => fault.kind),
    ['WITNESS_CHANGED'],
  );
});

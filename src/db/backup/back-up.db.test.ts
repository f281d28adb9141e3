import assert from 'node:assert/strict';
import { chmod, cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { clusterFolder, type EmbeddedServer, startEmbedded } from '../embedded-server.ts';
import { type BackUpReport, backUp, folderNameFor } from './back-up.ts';
import { isKept } from './copy-cluster.ts';
import { restore } from './restore.ts';

const log = () => {};
const now = new Date('2026-11-21T22:30:00Z');
const temporary = await mkdtemp(path.join(tmpdir(), 'xueji-backup-'));
await chmod(temporary, 0o755);
const dataDir = path.join(temporary, 'data');
after(() => rm(temporary, { recursive: true, force: true }));

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows[0]!;
  } finally {
    await client.end();
  }
}

const STILL = `select count(*)::int as rows, md5(string_agg(id || ':' || name, ',' order by id)) as digest from still`;
/** Each transaction adds its number once and moves one unit between two accounts: whole, or it never was. */
const MOVING = `select (select coalesce(max(number), 0)::int from acts) as last, (select count(*)::int from acts) as acts,
  (select sum(amount)::int from balances) as total, (select amount from balances where name = 'b') as moved`;
type Moving = { last: number; acts: number; total: number; moved: number };

/** Commits one act after another until stopped; tells the number of the last that was surely committed. */
function keepActing(url: string) {
  let going = true;
  let committed = 0;
  const client = new pg.Client({ connectionString: url });
  const done = client.connect().then(async () => {
    for (let number = 1; going; number++) {
      await client.query(`begin; insert into acts values (${number}, repeat('x', 2000));
        update balances set amount = amount - 1 where name = 'a'; update balances set amount = amount + 1 where name = 'b';
        update still_hot set touched = touched + 1 where id = ${(number % 1000) + 1}; commit`);
      committed = number;
      // A checkpoint forgets older log, and moves the point from which a server would start by itself.
      if (number % 100 === 0) await client.query('select pg_switch_wal(); checkpoint');
    }
    await client.end();
  });
  return {
    committed: () => committed,
    stop: () => {
      going = false;
      return done;
    },
  };
}

let report: BackUpReport;
let still: { rows: number; digest: string };
let committed: { before: number; after: number };

before(async () => {
  const server = await startEmbedded({ dataDir, log });
  try {
    await ask(
      server.url,
      `create table still as select id, 'student ' || md5(id::text) as name from generate_series(1, 100000) id`,
    );
    await ask(server.url, 'create table still_hot as select id, 0 as touched from generate_series(1, 1000) id');
    await ask(server.url, 'create table acts (number int primary key, weight text)');
    await ask(
      server.url,
      `create table balances as select * from (values ('a', 1000000), ('b', 0)) as b (name, amount)`,
    );
    await mkdir(path.join(dataDir, 'files', 'ab'), { recursive: true });
    await writeFile(path.join(dataDir, 'files', 'ab', 'cd'), '佐证材料');
    await writeFile(path.join(dataDir, 'keys.json'), '{"secret":true}');
    still = await ask(server.url, STILL);
    const acting = keepActing(server.url);
    while (acting.committed() < 50) await new Promise((resolve) => setTimeout(resolve, 10));
    const beforeBackup = acting.committed();
    report = await backUp({ dataDir, backupsFolder: path.join(temporary, 'backups'), now, productVersion: '0', log });
    committed = { before: beforeBackup, after: acting.committed() };
    assert.ok(committed.after >= beforeBackup + 30, 'too little was written during the backup to show anything');
    await acting.stop();
  } finally {
    await server.stop();
  }
});

async function withRestored(t: { after(work: () => Promise<void>): void }, from: string, folder: string) {
  await restore({ from, dataDir: folder, replace: false, now, log });
  const server: EmbeddedServer = await startEmbedded({ dataDir: folder, log });
  t.after(server.stop);
  return server;
}

test('a backup taken while acts are committed restores whole, with every act committed before it began', async (t) => {
  const server = await withRestored(t, report.folder, path.join(temporary, 'restored'));
  assert.deepEqual(await ask(server.url, STILL), still);
  const moving = await ask<Moving>(server.url, MOVING);
  assert.ok(
    moving.last >= committed.before,
    `act ${committed.before} was committed, the last restored is ${moving.last}`,
  );
  assert.deepEqual(moving, { last: moving.last, acts: moving.last, total: 1_000_000, moved: moving.last });
  const hot = await ask<{ touched: number }>(server.url, 'select sum(touched)::int as touched from still_hot');
  assert.equal(hot.touched, moving.last);
  assert.equal(await readFile(path.join(temporary, 'restored', 'files', 'ab', 'cd'), 'utf8'), '佐证材料');
});

test('the backup tells its log positions and leaves out the keys and what only the running server needs', async () => {
  const { manifest, folder } = report;
  assert.equal(folder, path.join(temporary, 'backups', '2026-11-22T063000'));
  assert.equal(manifest.keys, 'NOT_INCLUDED');
  assert.match(manifest.startLsn, /^[0-9A-F]+\/[0-9A-F]+$/);
  assert.notEqual(manifest.startLsn, manifest.stopLsn);
  const names = manifest.files.map((file) => file.path);
  assert.ok(names.includes('postgres/backup_label') && names.includes('postgres/global/pg_control'));
  assert.ok(names.some((name) => /^postgres\/pg_wal\/[0-9A-F]{24}$/.test(name)));
  assert.deepEqual(
    names.filter((name) => /keys|postmaster/.test(name)),
    [],
  );
  assert.equal((await stat(folder)).mode & 0o777, 0o700);
});

test('one altered byte anywhere is found before anything is restored, and the file is named', async () => {
  const size = (file: { size: number }) => file.size > 0;
  const victims = ['postgres/base/', 'postgres/pg_wal/', 'files/'].map(
    (start) => report.manifest.files.filter(size).findLast((file) => file.path.startsWith(start))!,
  );
  for (const victim of victims) {
    const damagedBackup = path.join(temporary, 'damaged');
    await cp(report.folder, damagedBackup, { recursive: true });
    const handle = await open(path.join(damagedBackup, victim.path), 'r+');
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, victim.size - 1);
    await handle.write(Buffer.from([byte[0]! ^ 1]), 0, 1, victim.size - 1);
    await handle.close();
    const target = path.join(temporary, 'untouched');
    await assert.rejects(
      restore({ from: damagedBackup, dataDir: target, replace: false, now, log }),
      (error) => error instanceof SetupFault && error.message.includes(victim.path),
    );
    assert.deepEqual(await readdir(target), []);
    await rm(damagedBackup, { recursive: true });
  }
});

test('a missing file and an altered manifest are refused too', async () => {
  const damagedBackup = path.join(temporary, 'damaged');
  await cp(report.folder, damagedBackup, { recursive: true });
  await rm(path.join(damagedBackup, 'postgres/global/pg_control'));
  const again = () =>
    restore({ from: damagedBackup, dataDir: path.join(temporary, 'untouched'), replace: false, now, log });
  await assert.rejects(again(), /pg_control缺失/);
  const manifest = path.join(damagedBackup, 'manifest.json');
  await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(/"size": \d+/, '"size": 0'));
  await assert.rejects(again(), /manifest\.json/);
  await assert.rejects(
    restore({ from: temporary, dataDir: path.join(temporary, 'untouched'), replace: false, now, log }),
    /不是完整的备份/,
  );
});

test('present data is overwritten only on demand, and then kept aside', async () => {
  const target = path.join(temporary, 'restored');
  const wanted = { from: report.folder, dataDir: target, now, log };
  await assert.rejects(restore({ ...wanted, replace: false }), /--replace/);
  await writeFile(path.join(target, 'files', 'later'), '备份后上传');
  const { movedTo } = await restore({ ...wanted, replace: true });
  assert.equal(await readFile(path.join(movedTo!, 'files', 'later'), 'utf8'), '备份后上传');
  assert.ok((await stat(path.join(movedTo!, 'postgres', 'PG_VERSION'))).isFile());
  assert.deepEqual(await readdir(path.join(target, 'files')), ['ab']);
});

test('a database in use is not restored over', async (t) => {
  const server = await startEmbedded({ dataDir, log });
  t.after(server.stop);
  await assert.rejects(restore({ from: report.folder, dataDir, replace: true, now, log }), /请先停止/);
  assert.deepEqual(await ask(server.url, STILL), still);
});

test('a backup of a database that does not run starts it for that time only', async () => {
  const { folder } = await backUp({
    dataDir,
    backupsFolder: path.join(temporary, 'cold'),
    now,
    productVersion: '0',
    log,
  });
  assert.ok((await stat(path.join(folder, 'manifest.json'))).isFile());
  await assert.rejects(stat(path.join(clusterFolder(dataDir), 'postmaster.pid')), { code: 'ENOENT' });
});

test('a folder without a database is not backed up', async () => {
  const empty = path.join(temporary, 'empty');
  await assert.rejects(backUp({ dataDir: empty, backupsFolder: empty, now, productVersion: '0', log }), /无可备份/);
  await assert.rejects(stat(empty), { code: 'ENOENT' });
});

test('log, temporary files and running state stay out of a backup, tables and settings go in', () => {
  for (const name of [
    'pg_wal',
    'pg_wal/archive_status',
    'base/5/16384',
    'postgresql.auto.conf',
    'superuser.password',
    'log',
  ]) {
    assert.ok(isKept(name), name);
  }
  for (const name of [
    'pg_wal/000000010000000000000001',
    'pg_wal/archive_status/x',
    'base/5/t3_16400',
    'log/postgresql-Mon.log',
  ]) {
    assert.ok(!isKept(name), name);
  }
});

test('backups are named by Beijing time, so that they sort', () => {
  assert.equal(folderNameFor(new Date('2026-12-31T16:00:00Z')), '2027-01-01T000000');
  assert.equal(folderNameFor(new Date('2026-12-31T15:59:59Z')), '2026-12-31T235959');
});

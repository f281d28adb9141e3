import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, type TestContext, test } from 'node:test';
import pg from 'pg';
import { SetupFault } from '../kernel/setup-fault.ts';
import { withStartLock } from './embedded/start-lock.ts';
import { clusterFolder, type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './embedded-server.ts';

const quiet = { log: () => {}, durability: 'NONE' } as const;
const temporary = await mkdtemp(path.join(tmpdir(), 'xueji-embedded-'));
await chmod(temporary, 0o755);
const dataDir = path.join(temporary, 'data');
after(() => rm(temporary, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows[0] ?? {};
}

/** Starts the database for one test, which stops it also when it fails. */
async function start(t: TestContext, options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ ...quiet, dataDir, ...options });
  t.after(server.stop);
  return server;
}

/** An application of its own on the folder, ready to be killed. */
async function startApplication(): Promise<ChildProcess> {
  const module = JSON.stringify(new URL('./embedded-server.ts', import.meta.url).href);
  const code = `import { startEmbedded } from ${module};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: () => {}, durability: 'NONE' });
    console.log('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

const noteFile = path.join(clusterFolder(dataDir), 'postmaster.pid');
const processNumber = async () => Number((await readFile(noteFile, 'utf8')).split('\n')[0]);

test('the first start makes a database for Chinese text, behind a password, on this machine only', async (t) => {
  const said: string[] = [];
  const server = await start(t, { log: (sentence) => said.push(sentence) });
  assert.match(said.join(), /首次启动.*已启动/);
  const found = await query(
    server.url,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
       current_setting('listen_addresses') as listens, current_setting('TimeZone') as zone, current_setting('jit') as jit
     from pg_database where datname = current_database()`,
  );
  const wanted = { encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', listens: '127.0.0.1', zone: 'Asia/Shanghai' };
  assert.deepEqual(found, { ...wanted, jit: 'off' });
  await query(server.url, 'create extension pg_trgm');
  const { trigrams } = await query(server.url, `select cardinality(show_trgm('欧阳学籍')) as trigrams`);
  assert.ok(Number(trigrams) > 0, 'Chinese names must be findable by trigram');
  const { mode } = await stat(path.join(clusterFolder(dataDir), 'superuser.password'));
  assert.equal(mode & 0o777, 0o600);
  const guess = server.url.replace(/:[^:@]+@/, ':guess@');
  await assert.rejects(query(guess, 'select 1'), { code: '28P01' });
});

test('a stopped database leaves no note, and nothing listens on its port', async (t) => {
  const server = await start(t);
  await server.stop();
  await assert.rejects(stat(noteFile), { code: 'ENOENT' });
  await assert.rejects(query(server.url, 'select 1'), { code: 'ECONNREFUSED' });
});

test('a second application on the folder is refused and leaves the first one its database', async (t) => {
  const first = await start(t);
  await assert.rejects(start(t), (error) => error instanceof SetupFault && /另一个学籍程序/.test(error.message));
  assert.deepEqual(await query(first.url, 'select 1 as one'), { one: 1 });
});

test('a database whose application was killed is taken over, not started twice', async (t) => {
  await kill(await startApplication());
  const before = await processNumber();
  const server = await start(t);
  assert.equal(server.started, false);
  assert.equal(await processNumber(), before);
});

test('what was committed before the database itself was killed is there after the next start', async (t) => {
  const server = await start(t, { durability: 'SAFE' });
  await query(server.url, 'create table kept as select 7 as value');
  process.kill(await processNumber(), 'SIGKILL');
  const again = await start(t, { durability: 'SAFE' });
  assert.equal(again.started, true);
  assert.deepEqual(await query(again.url, 'select value from kept'), { value: 7 });
});

test('the note of a dead server whose process number now belongs to another program is set aside', async (t) => {
  const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
  t.after(() => bystander.kill());
  await writeFile(noteFile, `${bystander.pid}\n/elsewhere\n1\n1\n\n127.0.0.1\n  1 1\nready\n`);
  assert.equal((await start(t)).started, true);
  assert.equal(bystander.exitCode ?? bystander.signalCode, null);
});

test('the port is kept from start to start, and changed when something else listens on it', async (t) => {
  const first = await start(t);
  await first.stop();
  const second = await start(t);
  assert.equal(second.port, first.port);
  await second.stop();
  const other = createServer().listen(first.port, '127.0.0.1');
  t.after(() => other.close());
  assert.notEqual((await start(t)).port, first.port);
});

test('a folder of another major version is refused and left as it was', async () => {
  const file = path.join(clusterFolder(dataDir), 'PG_VERSION');
  await writeFile(file, '17\n');
  await assert.rejects(startEmbedded({ ...quiet, dataDir }), /PostgreSQL 17.*备份后再升级/);
  assert.equal(await readFile(file, 'utf8'), '17\n');
  await writeFile(file, '18\n');
});

test('foreign files in the place of the database are refused and left as they were', async () => {
  const folder = path.join(temporary, 'foreign');
  const file = path.join(clusterFolder(folder), 'letter.txt');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '勿删');
  await assert.rejects(startEmbedded({ ...quiet, dataDir: folder }), /不属于数据库的文件/);
  assert.equal(await readFile(file, 'utf8'), '勿删');
});

test('root may keep its data under a folder that nobody else may enter', async (t) => {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return t.skip('only root on Linux meets this');
  const hidden = path.join(temporary, 'hidden');
  await mkdir(hidden, { mode: 0o700 });
  const server = await start(t, { dataDir: path.join(hidden, 'data') });
  const { place } = await query(server.url, `select current_setting('data_directory') as place`);
  assert.equal(place, '/proc/self/cwd');
  assert.notEqual((await stat(clusterFolder(path.join(hidden, 'data')))).uid, 0);
});

test('of several that start at once one starts and all get the same database', async (t) => {
  const servers = await Promise.all(Array.from({ length: 3 }, () => start(t, { tenancy: 'GUEST' })));
  assert.equal(servers.filter(({ started }) => started).length, 1);
  assert.equal(new Set(servers.map(({ url }) => url)).size, 1);
});

test('a start lock left by a killed process gives way', async () => {
  const folder = path.join(temporary, 'lock');
  await mkdir(path.join(folder, 'starting.lock'), { recursive: true });
  assert.equal(await withStartLock(folder, async () => 'mine'), 'mine');
});

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { freePort } from '../src/db/embedded/free-port.ts';
import { findEmbedded } from '../src/db/embedded-server.ts';

const dataDir = await mkdtemp(path.join(tmpdir(), 'xueji-start-'));
await chmod(dataDir, 0o755);
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const LONG = { timeout: 120_000 };

after(async () => {
  await (await findEmbedded(dataDir))?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Started {
  process: ChildProcess;
  said(): string;
  ended: Promise<unknown[]>;
}

/** Starts the product as a person would, without pages, and waits until it has said `until` or has ended. */
async function start(until: string, env: Record<string, string> = {}): Promise<Started> {
  const script = path.resolve(import.meta.dirname, 'start.ts');
  const child = spawn(process.execPath, [script, '--empty', '--without-pages'], {
    env: { ...process.env, XUEJI_DATA: dataDir, XUEJI_PORT: String(port), XUEJI_LOG: 'silent', ...env },
  });
  let said = '';
  const ended = once(child, 'exit');
  await new Promise<void>((resolve) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      if (said.includes(until)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(() => resolve());
  });
  return { process: child, said: () => said, ended };
}

const isEmpty = async () => ((await (await fetch(`${address}/api/first-run`)).json()) as { empty: boolean }).empty;

const firstRun = {
  placeCode: '411082',
  authorityName: '长葛市教育局',
  registrar: { personName: '周晓梅', loginName: 'zhouxm', password: 'Meihua-Kai7-Yard' },
  leader: { personName: '郑海涛', loginName: 'zhenght', password: 'Songshu-Lin9-Gate' },
};

test('an installation that was killed starts again over its running database, with nothing lost', LONG, async () => {
  const first = await start('按Ctrl-C停止');
  assert.match(first.said(), /学籍系统已启动，请用浏览器打开 http:\/\/127\.0\.0\.1/);
  assert.match(first.said(), /这是空的系统/);
  assert.equal(await isEmpty(), true);
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${address}/api/first-run`, { method: 'POST', headers, body: JSON.stringify(firstRun) });
  assert.equal(made.status, 200);
  first.process.kill('SIGKILL');
  await first.ended;
  assert.notEqual(await findEmbedded(dataDir), undefined, 'the database has outlived it');

  const second = await start('按Ctrl-C停止');
  assert.match(second.said(), /数据库已在运行，直接使用/);
  assert.equal(await isEmpty(), false);
  second.process.kill('SIGTERM');
  assert.deepEqual(await second.ended, [0, null]);
  assert.match(second.said(), /已停止/);
  assert.equal(await findEmbedded(dataDir), undefined, 'the database has stopped with it');
});

test('a wrong setting and a port in use are said in a sentence, and nothing is left running', LONG, async () => {
  const wrong = await start('XUEJI_PORT', { XUEJI_PORT: '99999' });
  assert.deepEqual([await wrong.ended, /运行参数有误/.test(wrong.said())], [[1, null], true]);
  const { createServer } = await import('node:net');
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const taken = await start('已被别的程序占用');
  assert.deepEqual(await taken.ended, [1, null]);
  other.close();
  assert.equal(await findEmbedded(dataDir), undefined);
});

/** 运行中的产品: the product in a process of its own, as an operator starts it, that a test or the bench may also kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findEmbedded } from '../src/db/embedded-server.ts';
import { DEMO_PASSWORD, demoCode } from '../src/demo/index.ts';

export interface Running {
  url: string;
  /** Address of the owner of its embedded database, which outlives a kill. */
  databaseUrl(): Promise<string>;
  /** The most resident memory that the server has had, in MB; undefined where the system does not tell. */
  peakMb(): Promise<number | undefined>;
  /** SIGKILL: nothing is put in order. */
  kill(): Promise<void>;
  /** Starts it again after a kill. */
  start(): Promise<void>;
  /** Signs in an account of the demonstration; a code counts once, so deciders only once in half a minute. */
  signIn(loginName: string): Promise<Caller>;
  /** Stops it in order and removes its folder. */
  close(): Promise<void>;
}

/** Calls the interface as one person. Throws with the answer of a refusal. */
export interface Caller {
  get<T>(address: string): Promise<T>;
  post<T>(address: string, body: unknown): Promise<T>;
  upload<T>(address: string, name: string, bytes: Uint8Array): Promise<T>;
}

export interface RunOptions {
  students: number;
  port: number;
  /** Serves the built pages too. */
  pages?: boolean;
}

const SCRIPTS = path.resolve(import.meta.dirname, '../scripts');

/** Makes the demonstration in a folder of its own and starts the product on it. */
export async function runProduct({ students, port, pages = false }: RunOptions): Promise<Running> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'xueji-running-'));
  const env = {
    ...process.env,
    XUEJI_DATA: dataDir,
    XUEJI_PORT: String(port),
    XUEJI_LOG: 'silent',
    XUEJI_IMPORT_MAX_MB: '256',
  };
  const run = (command: string, ...args: string[]) =>
    spawn(process.execPath, [path.join(SCRIPTS, `${command}.ts`), ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  await ended(run('demo', '--students', String(students)));
  const url = `http://127.0.0.1:${port}`;
  let server: ChildProcess;
  const start = async () => {
    server = run('start', ...(pages ? [] : ['--without-pages']));
    await untilHealthy(url, server);
  };
  await start();
  return {
    url,
    databaseUrl: async () => new URL('/xueji', (await findEmbedded(dataDir))!.url).href,
    peakMb: () => peakOf(server.pid!),
    kill: async () => {
      const over = once(server, 'exit');
      server.kill('SIGKILL');
      await over;
    },
    start,
    signIn: (loginName) => signIn(url, loginName),
    close: async () => {
      server.kill('SIGTERM');
      await ended(server);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const code = child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
  if (code) throw new Error(`the process ended with ${code}`);
}

async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not start');
}

async function peakOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

async function signIn(url: string, loginName: string): Promise<Caller> {
  const send = (code?: string) =>
    fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ loginName, password: DEMO_PASSWORD, ...(code ? { code } : {}) }),
    });
  let answer = await send();
  if (answer.status === 401) answer = await send(demoCode(new Date()).code);
  const { csrfToken } = await read<{ csrfToken: string }>(answer);
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const headers = { cookie, 'x-csrf-token': csrfToken };
  const json = { ...headers, 'content-type': 'application/json' };
  const post = (body: unknown) => ({ method: 'POST', headers: json, body: JSON.stringify(body) });
  return {
    get: async (address) => read(await fetch(`${url}${address}`, { headers })),
    post: async (address, body) => read(await fetch(`${url}${address}`, post(body))),
    upload: async (address, name, bytes) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), name);
      return read(await fetch(`${url}${address}`, { method: 'POST', headers, body: form }));
    },
  };
}

async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 400)}`);
  return JSON.parse(text) as T;
}

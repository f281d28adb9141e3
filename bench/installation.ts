/** 计量用的安装: the product as it runs, with a demonstration of a given size, behind real HTTP, with everything on. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DEMO_PASSWORD, demoCode } from '../src/demo/index.ts';

export interface Installation {
  url: string;
  /** Folder of its embedded database. */
  dataDir: string;
  /** The most resident memory that the server has had, in MB. */
  peakMb(): Promise<number | undefined>;
  /** Signs in an account of the demonstration; each account once in half a minute, as a code counts only once. */
  signIn(loginName: string): Promise<Caller>;
  close(): Promise<void>;
}

/** Calls the interface as one person. Throws with the sentence of a refusal. */
export interface Caller {
  get<T>(address: string): Promise<T>;
  post<T>(address: string, body: unknown): Promise<T>;
  upload<T>(address: string, name: string, bytes: Uint8Array): Promise<T>;
}

export interface InstallOptions {
  students: number;
  port: number;
}

/** Makes the demonstration, then starts the product in a process of its own, as an operator would. */
export async function install({ students, port }: InstallOptions): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'xueji-bench-'));
  const env = {
    ...process.env,
    XUEJI_DATA: folder,
    XUEJI_PORT: String(port),
    XUEJI_LOG: 'silent',
    XUEJI_IMPORT_MAX_MB: '256',
  };
  await ended(run('demo', ['--students', String(students)], env));
  const server = run('start', [], env);
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, server);
  return {
    url,
    dataDir: folder,
    peakMb: () => peakOf(server.pid!),
    signIn: (loginName) => signIn(url, loginName),
    close: async () => {
      const over = ended(server);
      server.kill('SIGTERM');
      await over;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const SCRIPTS = path.resolve(import.meta.dirname, '../scripts');

const run = (command: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [path.join(SCRIPTS, `${command}.ts`), ...args], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

async function ended(child: ChildProcess): Promise<void> {
  const code = child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];
  if (code) throw new Error(`the process ended with ${code}`);
}

async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const healthy = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not start');
}

/** The most resident memory that a process has had, in MB; undefined where the system does not tell. */
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
  return {
    get: async (address) => read(await fetch(`${url}${address}`, { headers })),
    post: async (address, body) =>
      read(
        await fetch(`${url}${address}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
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

/** 数据库进程: found where one runs, started where none does, stopped in order. */
import { readFile, readlink, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SetupFault } from '../../kernel/setup-fault.ts';
import { type Cluster, readPassword, runOnCluster, SUPERUSER } from './cluster.ts';
import { runProgram } from './run-program.ts';

const PID_FILE = 'postmaster.pid';
const START_LOG = 'start.log';
/** Replaying the log after a crash may take long; giving up early would leave a half-started server behind. */
const PATIENCE_SECONDS = 3600;
const RECOVERING = '数据库正在恢复上次中断时的数据，请稍候';

/** What a running server notes in its folder. */
interface PidNote {
  pid: number;
  port: number;
  text: string;
}

/** Connection address of the superuser. */
export function serverUrl(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * The port of the server that runs on this folder, waited for while it recovers from a crash; undefined when none
 * runs. Throws a SetupFault when one runs but does not let us in.
 */
export async function findServer(folder: string, log: (sentence: string) => void): Promise<number | undefined> {
  let waited = 0;
  for (let note = await readNote(folder); note; note = await readNote(folder)) {
    if (!(await isPostmaster(note.pid, folder))) {
      // PostgreSQL clears away a dead server's note itself, unless the number now belongs to another program.
      if (isAlive(note.pid)) await rm(path.join(folder, PID_FILE), { force: true });
      return undefined;
    }
    if (await answers(note, folder)) return note.port;
    if (waited === 5) log(RECOVERING);
    if (++waited > PATIENCE_SECONDS)
      throw new SetupFault(`数据库进程${note.pid}长时间没有应答，请查看${folder}下的日志`);
    await pause(waited < 5 ? 100 : 1000);
  }
  return undefined;
}

/** Starts the server with the settings in its folder. PORT_TAKEN asks for another port; other failures throw. */
export async function startServer(
  cluster: Cluster,
  log: (sentence: string) => void,
): Promise<'STARTED' | 'PORT_TAKEN'> {
  const startLog = path.join(cluster.folder, START_LOG);
  const args = ['start', '-w', '-t', `${PATIENCE_SECONDS}`, '-l', START_LOG];
  for (let attempt = 1; ; attempt++) {
    await rm(startLog, { force: true });
    const slow = setTimeout(() => log(RECOVERING), 5000);
    const ran = await runOnCluster(cluster, cluster.binaries.pgCtl, args);
    clearTimeout(slow);
    if (ran.code === 0) return 'STARTED';
    const said = await readFile(startLog, 'utf8').catch(() => ran.output);
    if (/could not (bind|create any TCP)/.test(said)) return 'PORT_TAKEN';
    // Workers of a killed server need a moment to notice that it is gone.
    if (!said.includes('is still in use') || attempt === 20) {
      throw new SetupFault(`数据库没有启动，请按下列原因处理后再启动：${said.slice(-800)}`);
    }
    await pause(500);
  }
}

/** Stops the server, if one runs: open transactions are rolled back, everything committed is written out. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const note = await readNote(cluster.folder);
  if (!note || !(await isPostmaster(note.pid, cluster.folder))) return;
  const ran = await runOnCluster(cluster, cluster.binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-t', '600']);
  // The note goes a moment before the process does.
  for (let waited = 0; await isPostmaster(note.pid, cluster.folder); waited++) {
    if (ran.code !== 0 || waited === 250) throw new SetupFault(`数据库没有停下，请稍候再试：${ran.output}`);
    await pause(20);
  }
}

async function readNote(folder: string): Promise<PidNote | undefined> {
  const text = await readFile(path.join(folder, PID_FILE), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return pid ? { pid, port: port ?? 0, text } : undefined;
}

/** A server's working folder is its data folder: that tells it from another program with the same process number. */
async function isPostmaster(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') {
    return (await runProgram('ps', ['-o', 'comm=', '-p', `${pid}`])).output.includes('postgres');
  }
  try {
    const [home, there] = await Promise.all([stat(folder), stat(`/proc/${pid}/cwd`)]);
    const program = path.basename(await readlink(`/proc/${pid}/exe`));
    return home.dev === there.dev && home.ino === there.ino && program.startsWith('postgres');
  } catch {
    // Gone, or of a user into whose processes we may not look: then the folder is not its own either.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Connects, and sees that the server which answers on the port reads the very same note as we do. */
async function answers(note: PidNote, folder: string): Promise<boolean> {
  if (!note.port) return false;
  const connectionString = serverUrl(note.port, await readPassword(folder));
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ note: string }>(`select pg_read_file('${PID_FILE}') as note`);
    return identifying(rows[0]?.note ?? '') === identifying(note.text);
  } catch (cause) {
    if ((cause as pg.DatabaseError).code !== '28P01') return false;
    throw new SetupFault(`数据库不接受${folder}中superuser.password的密码，请恢复该文件后再启动`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Process number, folder and starting second; the later lines change while the server comes up. */
function identifying(note: string): string {
  return note.split('\n').slice(0, 3).join('\n');
}

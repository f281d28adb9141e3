/** 启动锁: only one process at a time makes or starts the database of a folder; a lock whose holder died gives way. */
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupFault } from '../../kernel/setup-fault.ts';

const BEAT_MILLISECONDS = 500;
const PAUSE_MILLISECONDS = 50;
/** After so many pauses without a beat the holder is taken for dead. */
const PATIENCE = 100;

/** Runs `work` while holding the lock, waiting for its turn. The folder is made when it is absent. */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(folder, 'starting.lock');
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw unwritable(folder, cause);
  });
  await take(lock);
  // The holder shows that it lives by writing; a process number would be no proof, they are used again.
  const beat = setInterval(() => void writeFile(path.join(lock, 'beat'), '').catch(() => {}), BEAT_MILLISECONDS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<void> {
  let seen = '';
  for (let silent = 0; ; silent++) {
    try {
      return await mkdir(lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(path.dirname(lock), error);
    }
    const sign = await signOfLife(lock);
    if (sign !== seen) silent = 0;
    else if (silent > PATIENCE) await rm(lock, { recursive: true, force: true });
    seen = sign;
    await pause(PAUSE_MILLISECONDS);
  }
}

/** Changes with every beat, and when the lock passes to another holder. */
async function signOfLife(lock: string): Promise<string> {
  const [folder, beat] = await Promise.all([
    stat(lock).catch(() => undefined),
    stat(path.join(lock, 'beat')).catch(() => undefined),
  ]);
  return `${folder?.ino} ${folder?.birthtimeMs} ${beat?.mtimeMs}`;
}

function unwritable(folder: string, cause: unknown): SetupFault {
  return new SetupFault(`数据目录${folder}无法写入，请检查目录权限与磁盘空间`, { cause });
}

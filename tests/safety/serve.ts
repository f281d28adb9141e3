/** 服务进程: the product as it runs in an office, in a process of its own, with every word it says kept for the test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readConfig } from '../../src/config.ts';
import { startApplication } from '../../src/main.ts';

export interface ServedProduct {
  url: string;
  /** Everything written to standard output and standard error so far. */
  said(): string;
  /** Lets it end as an operator would. */
  stop(): Promise<void>;
  /** SIGKILL: nothing is put in order. */
  kill(): Promise<void>;
}

/** A clock that starts at an instant and goes on with the time of day. */
export function clockFrom(instant: string): () => Date {
  const began = performance.now();
  return () => new Date(Date.parse(instant) + performance.now() - began);
}

/**
 * Starts the product on a database, or on one of its own where none is named, with its log as in an office; `dataDir` gets
 * keys, files and the witness.
 */
export async function serve(options: { ownerUrl?: string; dataDir: string; now: string }): Promise<ServedProduct> {
  const { ownerUrl, dataDir, now } = options;
  const database = ownerUrl === undefined ? {} : { DATABASE_URL: ownerUrl };
  const server = spawn(process.execPath, [import.meta.filename, now], {
    env: { ...process.env, XUEJI_DATA: dataDir, ...database, XUEJI_LOG: 'json' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = once(server, 'exit');
  while (!/^ready (\S+)$/m.test(said)) {
    const went = await Promise.race([once(server.stdout, 'data'), ended.then(() => 'ended')]);
    if (went === 'ended') throw new Error(`the product did not start:\n${said}`);
  }
  return {
    url: /^ready (\S+)$/m.exec(said)![1]!,
    said: () => said,
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
    kill: async () => {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

async function run(): Promise<void> {
  const config = readConfig();
  const product = await startApplication({
    config: { ...config, http: { ...config.http, port: 0 } },
    version: 'test',
    log: (sentence) => console.log(sentence),
    now: clockFrom(process.argv[2]!),
  });
  process.once('SIGTERM', () => void product.stop().then(() => process.exit(0)));
  console.log(`ready ${product.url}`);
}

if (import.meta.main) await run();

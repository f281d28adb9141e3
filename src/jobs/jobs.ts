/** 后台任务: what goes on when the page is left: a PostgreSQL job queue (pg-boss) behind one small door. */
import { PgBoss } from 'pg-boss';

/** One kind of background work. */
export interface JobDefinition {
  name: string;
  /** Runs one job; throwing lets the queue try again, up to `retries` times. */
  run(data: Record<string, unknown>, signal: AbortSignal): Promise<void>;
  retries?: number;
  /** After this many seconds without an end the job counts as failed and is tried again. */
  limitSeconds?: number;
  /** Five-field cron expression, China time, for work that recurs. */
  cron?: string;
  /** How many at once in this process. */
  atOnce?: number;
}

export interface Jobs {
  send(name: string, data: Record<string, unknown>): Promise<void>;
  /** Sends at most one job of this key at a time. */
  sendOnce(name: string, key: string, data: Record<string, unknown>): Promise<void>;
  stop(): Promise<void>;
}

/** Prepares the queue's own schema as its owner, for the application's role to use. */
export async function installJobs(ownerUrl: string, appRole: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false });
  await boss.start();
  const db = boss.getDb();
  await db.executeSql(`grant usage on schema pgboss to ${appRole}`);
  await db.executeSql(`grant select, insert, update, delete on all tables in schema pgboss to ${appRole}`);
  await db.executeSql(`grant execute on all functions in schema pgboss to ${appRole}`);
  await boss.stop({ graceful: false });
}

export interface JobsOptions {
  url: string;
  definitions: readonly JobDefinition[];
  /** Called with the name of the job only: its data may name persons' records. */
  onFailure: (name: string, error: unknown) => void;
}

/** Starts working. A job that was running when the process died is tried again after its limit. */
export async function startJobs({ url, definitions, onFailure }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 3, migrate: false, createSchema: false });
  boss.on('error', (error) => onFailure('queue', error));
  await boss.start();
  for (const definition of definitions) {
    const { name, run, retries = 3, limitSeconds = 900, cron, atOnce = 1 } = definition;
    await boss.createQueue(name, {
      policy: 'stately', // one waiting and one running for a key: sending twice does not work twice
      retryLimit: retries,
      retryDelay: 5,
      expireInSeconds: limitSeconds,
    });
    for (let worker = 0; worker < atOnce; worker++) {
      await boss.work(name, { pollingIntervalSeconds: 0.5 }, async (batch) => {
        for (const job of batch) {
          try {
            await run((job.data ?? {}) as Record<string, unknown>, job.signal);
          } catch (error) {
            onFailure(name, error);
            throw error;
          }
        }
      });
    }
    if (cron) await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' });
  }
  return {
    send: async (name, data) => void (await boss.send(name, data)),
    sendOnce: async (name, key, data) => void (await boss.send(name, data, { singletonKey: key })),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}

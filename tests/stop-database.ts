/**
 * 停止测试数据库: `node tests/stop-database.ts` stops the server of the tests; with `--when-idle` it waits until nobody
 * has been connected for a while, so that a single test file may leave the server to the next one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findEmbedded } from '../src/db/embedded-server.ts';
import { TEST_DATA } from './database.ts';

const IDLE_MINUTES = 10;

/** Stops the test server, if one runs. */
export async function stopTestDatabase(): Promise<void> {
  await (await findEmbedded(TEST_DATA))?.stop();
}

async function waitUntilIdle(): Promise<void> {
  for (let idle = 0; idle < IDLE_MINUTES; ) {
    await pause(60_000);
    idle = (await othersConnected()) ? 0 : idle + 1;
  }
}

async function othersConnected(): Promise<boolean> {
  const server = await findEmbedded(TEST_DATA);
  if (!server) process.exit();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ others: boolean }>(
    `select exists (select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()) as others`,
  );
  await client.end();
  return rows[0]?.others === true;
}

if (import.meta.main) {
  if (process.argv.includes('--when-idle')) await waitUntilIdle();
  await stopTestDatabase();
}

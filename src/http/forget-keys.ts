/** 清理幂等键: answers to writes are kept as long as somebody may still send the same once more, and no longer. */
import type { JobDefinition } from '../jobs/index.ts';
import type { IdempotencyKeys } from './idempotency.store.ts';

/** A page left open over a weekend may send again what it sent on Friday. */
const KEPT_MS = 3 * 86_400_000;

/** The nightly job. */
export const forgetKeysJob = (keys: IdempotencyKeys, now: () => Date): JobDefinition => ({
  name: 'forget-idempotency-keys',
  cron: '40 3 * * *',
  run: async () => void (await keys.forget(new Date(now().getTime() - KEPT_MS))),
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../tests/application.ts';
import { newId } from '../kernel/ids.ts';
import { forgetKeysJob, makeIdempotencyKeys } from './index.ts';

const app = await testApplication({ now: '2026-09-17T10:00:00+08:00' });
const keys = makeIdempotencyKeys(app.db, app.services.cipher);
const account = newId();
const content = Buffer.alloc(32, 1);
const answer = { status: 200, body: { id: 'first' } };

test('an answer is given again on the third day and forgotten after it; a write that died in its middle no longer blocks', async () => {
  const forget = () => forgetKeysJob(keys, app.clock.now).run({}, new AbortController().signal);
  assert.equal(await keys.claim(account, 'answered', content), undefined);
  await keys.keep(account, 'answered', answer);
  await keys.claim(account, 'died', content);
  app.clock.advance(3 * 86_400_000);
  await keys.claim(account, 'young', content);
  await keys.keep(account, 'young', answer);
  await forget();
  assert.deepEqual(await keys.claim(account, 'answered', content), answer);
  await assert.rejects(keys.claim(account, 'died', content), { code: 'IN_FLIGHT' });
  app.clock.advance(1);
  await forget();
  assert.equal(await keys.claim(account, 'answered', content), undefined);
  assert.equal(await keys.claim(account, 'died', content), undefined);
  assert.deepEqual(await keys.claim(account, 'young', content), answer);
});

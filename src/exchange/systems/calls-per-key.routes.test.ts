/** 对接调用限速: the measure of a minute is each key's own, and over when the minute is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority } from '../../../tests/builders.ts';
import { MOST_CALLS } from './calls-per-key.ts';

const app = await testApplication();
const at = await anAuthority(app);
const registrar = app.as(await anAccount(app, { at, role: 'AUTHORITY_REGISTRAR' }));
const leader = app.as(await anAccount(app, { at, role: 'AUTHORITY_LEADER' }));

async function aKey(): Promise<string> {
  const { body } = await registrar.post<{ id: string }>('/api/exchange/systems', {
    ...{ name: '城市校园卡平台', recipient: '市数据局', purpose: '校园卡随学籍开通和停用' },
    ...{ basis: '教函〔2026〕18号', scopeId: at.id, withNumbers: false, validTo: '2027-06-30' },
  });
  await leader.post(`/api/exchange/systems/${body.id}/decision`, { approve: true });
  return (await registrar.post<{ key: string }>(`/api/exchange/systems/${body.id}/key`)).body.key;
}
const follow = (key: string) => app.anonymous.get('/api/events', { authorization: `Bearer ${key}` });

test('past the measure of a minute a key waits, is told how long, and then goes on; another key is not held up', async () => {
  const [busy, quiet] = [await aKey(), await aKey()];
  for (let calls = 0; calls < MOST_CALLS; calls++) assert.equal((await follow(busy)).status, 200);
  app.clock.advance(40_000);
  const refused = await follow(busy);
  assert.deepEqual([refused.status, refused.code, String(refused.headers['retry-after'])], [429, 'TOO_MANY', '20']);
  assert.match(refused.detail!, /此密钥一分钟内的调用已达120次，请20秒后从原游标重试/);
  assert.equal((await follow(quiet)).status, 200);
  app.clock.advance(19_999);
  assert.equal((await follow(busy)).status, 429);
  app.clock.advance(1);
  assert.equal((await follow(busy)).status, 200);
});

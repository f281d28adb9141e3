/** 推送签名: as any receiver that knows the convention checks it. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { newSecret, signedHeaders } from './signature.ts';

test('the example of the Standard Webhooks convention comes out to the letter', () => {
  const headers = signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  });
  assert.deepEqual(headers, {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('another secret, id, time or body has another signature', () => {
  const [one, other] = [newSecret(randomBytes), newSecret(randomBytes)];
  const part = { id: 'a', at: new Date(0), body: '{}' };
  const signed = (secret: string, change = {}) => signedHeaders(secret, { ...part, ...change })['webhook-signature'];
  const all = [
    signed(one),
    signed(other),
    signed(one, { id: 'b' }),
    signed(one, { at: new Date(1000) }),
    signed(one, { body: '{ }' }),
  ];
  assert.equal(new Set(all).size, all.length);
  assert.match(one, /^whsec_[A-Za-z0-9+/]{43}=$/);
});

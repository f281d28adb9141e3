/** 推送地址核查: by number, by name, by other spellings of a number. */
import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { post } from './post.ts';
import { addressRules } from './safe-address.ts';

const closed = addressRules([]);
const open = addressRules(['127.0.0.0/8', 'fd12:3456::/48']);

test('what is not the public internet is not called, however it is written', () => {
  const inside = ['127.1', '0x7f000001', '2130706433', '0', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254'];
  const six = ['[::1]', '[::]', '[::ffff:10.0.0.1]', '[::ffff:7f00:1]', '[fd00::1]', '[fe80::1]', '[64:ff9b::a00:1]'];
  const names = ['localhost', 'db.localhost', 'nas.local', 'metadata.google.internal'];
  for (const host of [...inside, ...six, ...names]) {
    assert.match(closed.faultOf(`https://${host}/hook`) ?? 'nothing', /内部网络/, host);
  }
  for (const host of ['city.example', '8.8.8.8', '[2400:3200::1]', '172.32.0.1']) {
    assert.equal(closed.faultOf(`https://${host}/hook`), undefined, host);
  }
});

test('only https, but to a numeric address of an own network that is let through', () => {
  assert.match(closed.faultOf('http://city.example/hook') ?? '', /须用https/);
  assert.match(open.faultOf('http://localhost/hook') ?? '', /须用https/);
  assert.match(open.faultOf('http://10.1.2.3/hook') ?? '', /须用https/);
  assert.equal(open.faultOf('http://127.0.0.1:9000/hook'), undefined);
  assert.equal(open.faultOf('https://[fd12:3456::1]/hook'), undefined);
  assert.match(open.faultOf('https://a:b@city.example/') ?? '', /用户名和密码/);
});

const server = http.createServer((request, answer) => {
  if (request.url === '/elsewhere') return answer.writeHead(302, { location: '/' }).end();
  calls++;
  answer.writeHead(204).end();
});
let calls = 0;
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => server.close());
const { port } = server.address() as AddressInfo;

test('a name that leads inside is refused by the connection itself', async () => {
  const sent = { headers: {}, body: '{}' };
  // The rules of names are stricter; here the look-up stands alone, as for a name of the outside that leads inside.
  const rules = { ...closed, faultOf: () => undefined };
  assert.deepEqual(await post(rules, `http://localhost:${port}/`, sent), {
    delivered: false,
    fault: '域名解析到内部网络，未推送',
  });
  assert.equal(calls, 0);
  assert.deepEqual(await post(open, `http://127.0.0.1:${port}/`, sent), { delivered: true, status: 204 });
  assert.equal(calls, 1);
});

test('no redirect is followed', async () => {
  const { delivered, status, fault } = await post(open, `http://127.0.0.1:${port}/elsewhere`, {
    headers: {},
    body: '{}',
  });
  assert.deepEqual([delivered, status, calls], [false, 302, 1]);
  assert.match(fault ?? '', /改填最终地址/);
});

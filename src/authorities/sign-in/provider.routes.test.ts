/** 统一身份认证: a real issuer on this machine, which signs as issuers do, and everything that may go wrong with it. */
import assert from 'node:assert/strict';
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, test } from 'node:test';
import { type Answer, callAs } from '../../../tests/access/caller.ts';
import { testApplication } from '../../../tests/application.ts';
import { anAccount, anAuthority, aSchool } from '../../../tests/builders.ts';
import { totpCode } from '../../crypto/totp.ts';
import { NODE_SCOPE } from '../../db/transaction.ts';
import { SESSION_COOKIE } from '../../http/index.ts';
import type { Session } from '../sessions/session.api.ts';
import { setTotp } from './credentials.store.ts';
import { makeIdentityProvider } from './identity-provider.ts';

const CLIENT = { clientId: 'xueji', clientSecret: 'secret-of-the-client' };
const CALLBACK = 'http://xueji.example.cn/api/session/oidc/callback';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What the issuer says next; each test starts from an honest one. */
const HONEST = { key: privateKey, claims: {} as Record<string, unknown>, verifier: '' };
let issuerSays = { ...HONEST };
beforeEach(() => {
  issuerSays = { ...HONEST };
});
const asked = new Map<string, URLSearchParams>();

const issuer = createServer(async (request, response) => {
  const address = new URL(request.url ?? '', ISSUER);
  const answer = (body: object) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  if (address.pathname === '/.well-known/openid-configuration') {
    return answer({
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: `${ISSUER}/token`,
      jwks_uri: `${ISSUER}/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    });
  }
  if (address.pathname === '/keys') {
    return answer({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] });
  }
  const form = new URLSearchParams(await textOf(request));
  const begun = asked.get(form.get('code') ?? '');
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (!begun || begun.get('code_challenge') !== challenge || form.get('client_secret') !== CLIENT.clientSecret) {
    response.statusCode = 400;
    return answer({ error: 'invalid_grant' });
  }
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: ISSUER, aud: CLIENT.clientId, iat: now, exp: now + 60, nonce: begun.get('nonce') };
  return answer({ access_token: 'a', token_type: 'Bearer', id_token: signed({ ...claims, ...issuerSays.claims }) });
});
await new Promise<void>((listening) => issuer.listen(0, '127.0.0.1', listening));
const ISSUER = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
after(() => issuer.close());

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function signed(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(issuerSays.key).toString('base64url')}`;
}

const identityProvider = makeIdentityProvider({ issuer: ISSUER, ...CLIENT, callback: CALLBACK, randomBytes });
const app = await testApplication({ identityProvider });
const school = await aSchool(app);

/** Goes to the issuer and comes back, as the browser does: with the cookie that was held, and the code. */
async function comeBack(change: { state?: string; cookie?: string; to?: string } = {}) {
  const out = await app.anonymous.get(`/api/session/oidc?to=${encodeURIComponent(change.to ?? '/workbench')}`);
  const address = new URL(String(out.headers['location']));
  const code = randomBytes(8).toString('hex');
  asked.set(code, address.searchParams);
  const state = change.state ?? address.searchParams.get('state') ?? '';
  const held = change.cookie ?? String(out.headers['set-cookie']).split(';')[0] ?? '';
  const callback = `/api/session/oidc/callback?code=${code}&state=${state}`;
  return { out, address, back: await app.anonymous.get(callback, { cookie: held }), callback, held };
}

const whereTo = ({ status, headers }: Answer<unknown>) => [status, headers['location']];
const tokenOf = (answer: Answer<unknown>) => answer.cookies.find(({ name }) => name === SESSION_COOKIE)?.value;

/** The session that came of it. */
async function sessionOf(answer: Answer<unknown>) {
  const token = tokenOf(answer) ?? '';
  const first = await callAs(app.server, async () => ({ token, csrfToken: '' })).get<Session>('/api/session');
  return { ...first, caller: callAs(app.server, async () => ({ token, csrfToken: first.body.csrfToken })) };
}

test('the page learns that there is another way in', async () => {
  const { body } = await app.anonymous.get('/api/session/ways-in');
  assert.equal(body['identityProvider'], true);
});

test('a person known to the provider comes back signed in, to the page that was wanted', async () => {
  const registrar = await anAccount(app, { at: school, oidcSubject: 'person-1' });
  issuerSays.claims = { sub: 'person-1' };
  const { address, out, back } = await comeBack();
  assert.deepEqual(
    ['response_type', 'scope', 'client_id', 'redirect_uri', 'code_challenge_method'].map((name) =>
      address.searchParams.get(name),
    ),
    ['code', 'openid', CLIENT.clientId, CALLBACK, 'S256'],
  );
  assert.match(String(out.headers['set-cookie']), /Max-Age=600.*HttpOnly; SameSite=Lax/);
  assert.deepEqual(whereTo(back), [302, '/workbench']);
  const { body } = await sessionOf(back);
  assert.deepEqual([body.accountId, body.signsInElsewhere, body.mustChangePassword], [registrar.id, true, false]);
});

test('somebody without an account here, and a sealed one, are sent to the sign-in page', async () => {
  issuerSays.claims = { sub: 'nobody-here' };
  assert.deepEqual(whereTo((await comeBack()).back), [302, '/sign-in?refused=ACCOUNT_NOT_ACTIVE']);
  await anAccount(app, { at: school, oidcSubject: 'person-sealed', state: 'SEALED' });
  issuerSays.claims = { sub: 'person-sealed' };
  const { back } = await comeBack();
  assert.deepEqual(whereTo(back), [302, '/sign-in?refused=ACCOUNT_NOT_ACTIVE']);
  assert.equal(tokenOf(back), undefined);
});

test('a wrong state, nonce, signature, audience or age, or a lost cookie, signs nobody in', async () => {
  await anAccount(app, { at: school, oidcSubject: 'person-2' });
  const claims = { sub: 'person-2' };
  const refused = async (name: string, change: Parameters<typeof comeBack>[0] = {}) => {
    const { back } = await comeBack(change);
    assert.deepEqual(whereTo(back), [302, '/sign-in?refused=NOT_SIGNED_IN'], name);
    assert.equal(tokenOf(back), undefined, name);
  };
  issuerSays.claims = claims;
  await refused('state', { state: 'of-somebody-else' });
  await refused('cookie', { cookie: 'xueji_sign_in=forged' });
  await refused('no cookie', { cookie: 'other=1' });
  issuerSays.claims = { ...claims, nonce: 'replayed' };
  await refused('nonce');
  issuerSays.claims = { ...claims, aud: 'another-client' };
  await refused('audience');
  issuerSays.claims = { ...claims, iss: 'http://127.0.0.1:1' };
  await refused('issuer');
  issuerSays.claims = { ...claims, exp: Math.floor(Date.now() / 1000) - 600 };
  await refused('age');
  issuerSays = { ...HONEST, claims, key: other.privateKey };
  await refused('signature');
});

test('ten minutes on the way are too many', async () => {
  await anAccount(app, { at: school, oidcSubject: 'person-3' });
  issuerSays.claims = { sub: 'person-3' };
  const { callback, held } = await comeBack();
  app.clock.advance(600_001);
  assert.deepEqual(whereTo(await app.anonymous.get(callback, { cookie: held })), [
    302,
    '/sign-in?refused=NOT_SIGNED_IN',
  ]);
});

test('nobody is sent on to another site', async () => {
  for (const to of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    const answer = await app.anonymous.get(`/api/session/oidc?to=${encodeURIComponent(to)}`);
    assert.equal(answer.status, 400, to);
  }
});

test('a decider whose provider asked one factor only gives a code here; one who gave two there is done', async () => {
  const officer = await anAccount(app, { at: await anAuthority(app), oidcSubject: 'officer-1' });
  issuerSays.claims = { sub: 'officer-1', amr: ['pwd', 'mfa'] };
  const twice = await sessionOf((await comeBack()).back);
  assert.deepEqual([twice.body.mustGiveCode, twice.body.mustSetUpTotp], [false, false]);

  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  await app.db.write(NODE_SCOPE, async (tx) => {
    tx.markAudited();
    await setTotp(tx, officer.id, app.services.cipher.seal('accounts', officer.id, secret));
    await tx.sql.updateTable('accounts').set({ totp_confirmed_at: tx.now }).where('id', '=', officer.id).execute();
  });
  issuerSays.claims = { sub: 'officer-1', amr: ['pwd'] };
  const once = await sessionOf((await comeBack()).back);
  assert.equal(once.body.mustGiveCode, true);
  assert.equal((await once.caller.get('/api/accounts')).detail, '请先输入动态口令，再办理其他事项');
  assert.match((await once.caller.post('/api/session/code', { code: '000000' })).detail ?? '', /动态口令不正确/);
  const given = await once.caller.post<Session>('/api/session/code', { code: totpCode(secret, app.clock.now()) });
  assert.equal(given.body.mustGiveCode, false);
  const token = tokenOf(given) ?? '';
  const caller = callAs(app.server, async () => ({ token, csrfToken: given.body.csrfToken }));
  assert.equal((await caller.get('/api/accounts')).status, 200);
});

test('the level above ties an account to the provider; its password then opens nothing, until it is reset', async () => {
  const officer = await anAccount(app, { at: await anAuthority(app) });
  const password = 'Meihua-Kai7-Yard';
  const registrar = await anAccount(app, { at: school, password });
  const signIn = (given: string) =>
    app.anonymous.post('/api/session', { loginName: registrar.loginName, password: given });
  const bind = (subject: string) => app.as(officer).post(`/api/accounts/${registrar.id}/identity`, { subject });
  assert.match((await bind('person-1')).detail ?? '', /已绑定另一个账号/);
  assert.equal((await bind('person-9')).status, 200);
  assert.equal((await signIn(password)).code, 'WRONG_CREDENTIALS');
  issuerSays.claims = { sub: 'person-9' };
  assert.deepEqual(whereTo((await comeBack()).back), [302, '/workbench']);
  const reset = await app
    .as(officer)
    .post<{ temporaryPassword: string }>(`/api/accounts/${registrar.id}/reset-password`);
  assert.equal((await signIn(reset.body.temporaryPassword)).status, 200);
  assert.deepEqual(whereTo((await comeBack()).back), [302, '/sign-in?refused=ACCOUNT_NOT_ACTIVE']);
});

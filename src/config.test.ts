import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { readConfig } from './config.ts';
import { SetupFault } from './kernel/setup-fault.ts';

const refusedWith = (pattern: RegExp) => (error: unknown) => error instanceof SetupFault && pattern.test(error.message);

test('nothing set gives a server for this machine with its data beside it', () => {
  const config = readConfig({});
  assert.deepEqual(config.http, { host: '127.0.0.1', port: 8080, publicUrl: undefined });
  assert.equal(config.dataDir, path.resolve('data'));
  assert.equal(config.crypto.keyFile, path.resolve('data/keys.json'));
  assert.equal(config.database.ownerUrl, undefined);
  assert.equal(config.signIn.passwordProfile, 'dengbao-l3');
});

test('the key file follows the data folder unless it is named', () => {
  assert.equal(readConfig({ XUEJI_DATA: '/srv/xueji' }).crypto.keyFile, path.resolve('/srv/xueji/keys.json'));
  assert.equal(readConfig({ XUEJI_KEY_FILE: '/etc/xueji.keys' }).crypto.keyFile, path.resolve('/etc/xueji.keys'));
});

test('an empty value counts as absent, and space around a value is dropped', () => {
  assert.equal(readConfig({ XUEJI_PORT: '' }).http.port, 8080);
  assert.equal(readConfig({ XUEJI_PORT: ' 9000 ' }).http.port, 9000);
});

test('a port stops the start on each side of its bounds, and says the bounds', () => {
  assert.equal(readConfig({ XUEJI_PORT: '1' }).http.port, 1);
  assert.equal(readConfig({ XUEJI_PORT: '65535' }).http.port, 65535);
  for (const wrong of ['0', '65536', '-1', '80.5', 'http']) {
    assert.throws(() => readConfig({ XUEJI_PORT: wrong }), refusedWith(/XUEJI_PORT须是1至65535的整数/), wrong);
  }
});

test('every wrong variable is named at once, and no value is repeated', () => {
  const wrong = { XUEJI_SUITE: 'rot13', XUEJI_LOG: 'xml', DATABASE_URL: 'mysql://root:geheim@host/db' };
  assert.throws(
    () => readConfig(wrong),
    (error: Error) => /XUEJI_SUITE.*international、guomi/.test(error.message) && !/geheim|rot13/.test(error.message),
  );
  assert.throws(() => readConfig(wrong), refusedWith(/XUEJI_LOG只能是.*/));
  assert.throws(() => readConfig(wrong), refusedWith(/DATABASE_URL须形如/));
});

test('the identity provider needs all three of its settings, and an address to send people back to', () => {
  const issuer = 'https://id.example.cn';
  assert.throws(() => readConfig({ XUEJI_OIDC_ISSUER: issuer }), refusedWith(/三项齐备/));
  const all = { XUEJI_OIDC_ISSUER: issuer, XUEJI_OIDC_CLIENT_ID: 'xueji', XUEJI_OIDC_CLIENT_SECRET: 's' };
  assert.throws(() => readConfig(all), refusedWith(/XUEJI_PUBLIC_URL/));
  const known = readConfig({ ...all, XUEJI_PUBLIC_URL: 'https://xueji.example.cn' });
  assert.deepEqual(known.signIn.oidc, { issuer, clientId: 'xueji', clientSecret: 's' });
});

test('fonts of the office are looked for only in a folder that is named', () => {
  assert.deepEqual(readConfig({}).print, {});
  assert.deepEqual(readConfig({ XUEJI_FONT_FOLDER: 'fonts' }).print, { fontFolder: path.resolve('fonts') });
});

test('sizes are given in MiB and used in bytes', () => {
  assert.equal(readConfig({ XUEJI_IMPORT_MAX_MB: '2' }).limits.importBytes, 2_097_152);
});

test('an application address without an owner address is refused', () => {
  assert.throws(() => readConfig({ XUEJI_APP_DATABASE_URL: 'postgres://a:b@h/d' }), refusedWith(/DATABASE_URL/));
});

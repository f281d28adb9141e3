import assert from 'node:assert/strict';
import test from 'node:test';
import { SetupFault } from '../kernel/setup-fault.ts';
import { applicationAccess, databaseUrl } from './provide-database.ts';

const owner = 'postgres://owner:p%40ss@db.example.cn:6432/xueji?sslmode=verify-full';

test('the application connects to the same database as its own role, with a password that is not the owner’s', () => {
  const { appUrl, appPassword } = applicationAccess(owner);
  const url = new URL(appUrl);
  assert.deepEqual(
    [url.username, url.host, url.pathname, url.search],
    ['xueji_app', 'db.example.cn:6432', '/xueji', '?sslmode=verify-full'],
  );
  assert.equal(url.password, appPassword);
  assert.match(appPassword, /^[\w-]{43}$/);
  assert.doesNotMatch(appUrl, /p%40ss|p@ss/);
});

test('every process arrives at the same password, another owner password gives another one', () => {
  assert.equal(applicationAccess(owner).appPassword, applicationAccess(owner).appPassword);
  assert.notEqual(
    applicationAccess(owner.replace('p%40ss', 'other')).appPassword,
    applicationAccess(owner).appPassword,
  );
});

test('an application address of its own is taken as it is', () => {
  const appUrl = 'postgres://xueji_app:s%23cret@db.example.cn/xueji';
  assert.deepEqual(applicationAccess(owner, appUrl), { appUrl, appPassword: 's#cret' });
});

test('an address without a password is refused, and says which setting mends it', () => {
  const refused = (error: unknown) => error instanceof SetupFault && /XUEJI_APP_DATABASE_URL/.test(error.message);
  assert.throws(() => applicationAccess('postgres://owner@db.example.cn/xueji'), refused);
  assert.throws(() => applicationAccess(owner, 'postgres://xueji_app@db.example.cn/xueji'), refused);
});

test('another database of the same server keeps role, password and options', () => {
  assert.equal(databaseUrl(owner, 'other'), 'postgres://owner:p%40ss@db.example.cn:6432/other?sslmode=verify-full');
});

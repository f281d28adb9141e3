/** 接口: what the client makes of answers, addresses and headers. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileNameOf } from './files.ts';
import { problemOf } from './problem.ts';
import { withParameter } from './progress.ts';
import { addressOf, newIdempotencyKey } from './request.ts';

test('a refusal keeps its sentence, code and the fields at fault', () => {
  const problem = problemOf(
    422,
    JSON.stringify({
      code: 'BAD_INPUT',
      title: '填报内容有误',
      detail: '出生日期晚于今天，请核对户口簿',
      fields: [{ path: 'bornOn', sentence: '晚于今天' }, 7],
    }),
  );
  assert.equal(problem.message, '出生日期晚于今天，请核对户口簿');
  assert.equal(problem.code, 'BAD_INPUT');
  assert.deepEqual(problem.fields, [{ path: 'bornOn', sentence: '晚于今天' }]);
});

test('an answer that is no problem+json still gives a sentence that says what to do', () => {
  assert.equal(problemOf(502, '<html>Bad Gateway</html>').message, '系统正在重启，请一分钟后再试');
  assert.equal(problemOf(404, '').message, '没有找到，或不在您的管理范围');
});

test('a fault of the server carries its incident number', () => {
  assert.equal(problemOf(500, '{"incident":"20260917-0042"}').incident, '20260917-0042');
});

test('empty filters stay out of the address, lists repeat their name', () => {
  assert.equal(
    addressOf('/students', { name: '', after: undefined, grade: ['1', '2'], limit: 50 }),
    '/api/students?grade=1&grade=2&limit=50',
  );
  assert.equal(addressOf('/api/students'), '/api/students');
});

test('every write gets a key of its own', () => {
  assert.match(newIdempotencyKey(), /^[0-9a-f]{32}$/);
  assert.notEqual(newIdempotencyKey(), newIdempotencyKey());
});

test('a file keeps the Chinese name the server gave it', () => {
  assert.equal(
    fileNameOf('attachment; filename="roster.xlsx"; filename*=UTF-8\'\'%E8%8A%B1%E5%90%8D%E5%86%8C.xlsx'),
    '花名册.xlsx',
  );
  assert.equal(fileNameOf('attachment; filename="roster.xlsx"'), 'roster.xlsx');
  assert.equal(fileNameOf('inline'), undefined);
});

test('work is followed on from the last event seen', () => {
  assert.equal(withParameter('/api/jobs/1/events', 'after', '17'), '/api/jobs/1/events?after=17');
  assert.equal(
    withParameter('/api/jobs/1/events?kind=import', 'after', '17'),
    '/api/jobs/1/events?kind=import&after=17',
  );
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { settingsFor } from './settings.ts';

const GIB = 2 ** 30;
const settings = (memoryGib: number, durability: 'SAFE' | 'NONE' = 'SAFE') =>
  Object.fromEntries(
    settingsFor({ memoryBytes: memoryGib * GIB, cores: 2, port: 5433, durability })
      .split('\n')
      .flatMap((line) => [/^(\w+) = '(.*)'$/.exec(line)].filter((match) => match !== null))
      .map((match) => [match[1], match[2]]),
  );

test('the database takes an eighth of a small machine and of a large one', () => {
  assert.equal(settings(4)['shared_buffers'], '512MB');
  assert.equal(settings(24)['shared_buffers'], '3072MB');
});

test('a tiny and a huge machine keep to the bounds', () => {
  assert.equal(settings(0.5)['shared_buffers'], '128MB');
  assert.equal(settings(512)['shared_buffers'], '4096MB');
});

test('all work memory at once stays below a quarter of the machine, at every size from 4 GiB on', () => {
  for (const memory of [4, 8, 16, 24, 64]) {
    const { work_mem, max_connections } = settings(memory);
    assert.ok(Number.parseInt(work_mem!, 10) * Number(max_connections) <= memory * 1024 * 0.25, `${memory} GiB`);
  }
});

test('it listens on this machine only and keeps every committed act, unless data may be lost', () => {
  assert.equal(settings(8)['listen_addresses'], '127.0.0.1');
  assert.equal(settings(8)['fsync'], undefined);
  assert.equal(settings(8, 'NONE')['fsync'], 'off');
});

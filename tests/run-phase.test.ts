/** What `npm test` counts, shown on files written for it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Outcome } from './run-phase.ts';

const folder = mkdtempSync(join(tmpdir(), 'run-phase-'));
after(() => rmSync(folder, { recursive: true }));

const runner = join(folder, 'run.ts');
writeFileSync(
  runner,
  `import { runPhase } from ${JSON.stringify(new URL('./run-phase.ts', import.meta.url).href)};
const signal = new AbortController().signal;
const outcome = await runPhase(process.argv.slice(2), { concurrency: 2, timeout: 500, signal });
console.log(JSON.stringify(outcome));`,
);

/** Runs one file with this body in a process that is not a test itself: Node does not nest its runner. */
function outcomeOf(body: string): { outcome: Outcome; printed: string } {
  const file = join(folder, 'shown.test.ts');
  writeFileSync(file, `import { describe, test } from 'node:test';\n${body}`);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [runner, file], { env, encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n');
  assert.equal(stderr, '');
  return { outcome: JSON.parse(lines.at(-1) ?? ''), printed: stdout };
}

test('passed, failed and skipped tests are counted once each, suites and parents not', () => {
  const { outcome, printed } = outcomeOf(`
    describe('a suite', () => { test('one', () => {}); test('two', () => {}); });
    test('outer', async (t) => { await t.test('inner', () => { throw new Error('the roof leaks'); }); });
    test('later', { skip: true }, () => {});`);
  assert.equal(outcome.passed, 2);
  assert.equal(outcome.skipped, 1);
  assert.equal(outcome.failures.length, 1);
  assert.match(outcome.failures[0]!, /^outer › inner {2}\(.*shown\.test\.ts:4\)$/);
  assert.match(printed, /Error: the roof leaks/);
});

test('a file without a test fails, it does not pass in silence', () => {
  assert.match(outcomeOf('').outcome.failures.join(), /holds no test/);
});

test('a file that does not load fails and shows why', () => {
  const { outcome, printed } = outcomeOf(`throw new Error('no such table');`);
  assert.match(outcome.failures.join(), /does not load/);
  assert.match(printed, /no such table/);
});

test('a file that ends with an error after its tests fails', () => {
  const { outcome } = outcomeOf(`test('fine', () => {}); process.exitCode = 3;`);
  assert.equal(outcome.passed, 1);
  assert.match(outcome.failures.join(), /ends with an error/);
});

test('a test that never ends is stopped', () => {
  const { outcome } = outcomeOf(`test('waits', () => new Promise(() => {}));`);
  assert.match(outcome.failures.join(), /waits/);
});

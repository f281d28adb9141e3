/** 锁文件: it must install on every platform and from any registry. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'lock-file-'));
after(() => rmSync(folder, { recursive: true }));

const kept = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

function completeLock(...words: string[]): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, ['scripts/complete-lock.ts', ...words], { cwd: root, encoding: 'utf8' });
}

/** A copy of the lock file with one thing changed. */
function changed(change: (packages: Record<string, Record<string, unknown>>) => void): string {
  const copy = structuredClone(kept);
  change(copy.packages);
  const file = join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify(copy));
  return file;
}

test('every optional dependency has its entry and no entry a download address', () => {
  const { status, stdout } = completeLock('--check');
  assert.equal(status, 0, stdout);
});

test('a platform that was left out is named, and put back as its name tells', () => {
  const name = '@img/sharp-linuxmusl-arm64';
  const before = kept.packages[`node_modules/${name}`];
  const file = changed((packages) => delete packages[`node_modules/${name}`]);
  const looked = completeLock('--check', file);
  assert.equal(looked.status, 1);
  assert.match(looked.stdout, /@img\/sharp-linuxmusl-arm64 .* has no entry/);
  assert.equal(completeLock(file).status, 0);
  const after = JSON.parse(readFileSync(file, 'utf8')).packages[`node_modules/${name}`];
  for (const field of ['version', 'os', 'cpu', 'libc', 'optional'])
    assert.deepEqual(after[field], before[field], field);
  assert.equal(completeLock('--check', file).status, 0);
});

test('a download address is a fault', () => {
  const file = changed((packages) =>
    Object.assign(packages['node_modules/zod']!, { resolved: 'https://example.org/zod.tgz' }),
  );
  const { status, stdout } = completeLock('--check', file);
  assert.equal(status, 1);
  assert.match(stdout, /node_modules\/zod has a download address/);
});

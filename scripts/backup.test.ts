import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';

function run(script: string, args: string[], env: Record<string, string>) {
  const file = path.join(import.meta.dirname, script);
  return spawnSync(process.execPath, [file, ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } });
}

for (const [script, tools] of [
  ['backup.ts', /pgBackRest.*\n.*pg_basebackup.*\n.*pg_dump/],
  ['restore.ts', /pgBackRest.*\n.*pg_basebackup.*\n.*pg_restore/],
] as const) {
  test(`${script} names the tools for an external database, without its password`, () => {
    const { status, stderr } = run(script, ['backups/x'].slice(script === 'backup.ts' ? 1 : 0), {
      DATABASE_URL: 'postgres://owner:geheim@db.example.cn/xueji',
    });
    assert.equal(status, 1);
    assert.match(stderr, tools);
    assert.doesNotMatch(stderr, /geheim|\n\s+at /);
  });

  test(`${script} tells how it is used when it is called wrongly`, () => {
    const { status, stderr } = run(script, ['--nonsense'], {});
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`npm run ${path.parse(script).name}`));
  });
}

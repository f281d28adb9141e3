/** 核验命令: what the auditor sees on the terminal, and the exit code that a nightly check relies on. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { saveKeys } from '../src/crypto/key-file.ts';
import { type SealedLog, sealedLog } from '../tests/sealed-log.ts';

let log: SealedLog;

before(async () => {
  log = await sealedLog({ events: 10, perHead: 4 });
  await saveKeys(path.join(path.dirname(log.witnessFile), 'keys.json'), log.ring);
});
after(() => log.drop());

function verify(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: log.ownerUrl, XUEJI_DATA: path.dirname(log.witnessFile) };
  return new Promise((resolve) => {
    const file = path.join(import.meta.dirname, 'verify.ts');
    execFile(process.execPath, [file, ...args], { env }, (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    );
  });
}

test('a sound log ends with 0', async () => {
  const { status, out, err } = await verify();
  assert.equal(err, '');
  assert.equal(out, '审计日志完好\n已封存10条，封存头3个，其中3个与见证文件一致；待封存0条\n');
  assert.equal(status, 0);
});

test('a sound log has no restore to put on record', async () => {
  const { status, err } = await verify('--restored', '机房断电');
  assert.deepEqual([status, err], [1, '审计日志与见证文件一致，没有恢复可登记，直接启动系统即可\n']);
});

test('a lost tail ends with 1 until the restore is put on record with its reason', async () => {
  await log.run('delete from audit_events where id in (select event_id from audit_leaves where position > 8)');
  await log.run('delete from audit_leaves where position > 8');
  await log.run('delete from audit_heads where size > 8');
  const cut = await verify();
  assert.deepEqual([cut.status, cut.err], [1, '']);
  assert.match(cut.out, /^审计日志有1处问题\n.*\n {2}1\. 已封存10条，数据库中只剩8条，尾部被截去或数据库被退回旧版\n$/);

  assert.match((await verify('--restored', ' ')).err, /须写明恢复的缘由/);
  const restored = await verify('--restored', '机房断电，恢复至昨夜备份');
  assert.equal(restored.status, 0, restored.out + restored.err);
  assert.match(restored.out, /^已登记恢复，备份之后的2条已封存记录不在库中\n审计日志完好\n/);
  assert.match((await verify()).out, /提示：.*曾登记从备份恢复，封存自第8条续起，事由：机房断电，恢复至昨夜备份/);
});

test('what is more than a lost tail cannot be passed off as a restore', async () => {
  await log.run(
    `update audit_events set reason = '改' where id = (select event_id from audit_leaves where position = 2)`,
  );
  const { status, err } = await verify('--restored', '机房断电');
  assert.equal(status, 1);
  assert.match(err, /^审计日志不只是缺少尾部，不能按恢复登记，请先查清：第2条/);
  assert.equal((await verify()).status, 1);
});

test('a wrong option is answered with how the command is used', async () => {
  assert.match((await verify('--nonsense')).err, /npm run verify/);
});

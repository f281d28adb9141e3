/**
 * 核验: `npm run verify` rebuilds the audit log from the database and compares it with its signed heads and the witness
 * file; it changes nothing and ends with 1 where anything differs. After a restore from a backup
 * `npm run verify -- --restored "<what happened>"` puts the restore on record, so that sealing goes on.
 *
 * `npm run verify -- --package <file> --code-file <file> [--trust keys.json]` checks a file package on a stick instead, line by
 * line and without a database; the keys as `[{"nodeName", "suite", "publicKey"}]`.
 */
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkOffline, readTrustedKeys } from '../src/archives/index.ts';
import { acceptRestore } from '../src/audit/accept-restore.ts';
import { type AuditReport, verifyAudit } from '../src/audit/verify.ts';
import { type Config, readConfig } from '../src/config.ts';
import { readKeys } from '../src/crypto/key-file.ts';
import { publicKeysOf } from '../src/crypto/key-ring.ts';
import { openDatabase } from '../src/db/database.ts';
import { clusterFolder, startEmbedded } from '../src/db/embedded-server.ts';
import { DATABASE_NAME, databaseUrl } from '../src/db/provide-database.ts';
import { SetupFault } from '../src/kernel/setup-fault.ts';

/** The owner's connection: what a tampered grant or row policy would hide from the application is seen by it. */
async function ownerConnection({ database, dataDir }: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (database.ownerUrl) return { url: database.ownerUrl, stop: async () => {} };
  await access(clusterFolder(dataDir)).catch(() => {
    throw new SetupFault(`${dataDir}里没有数据库，请用XUEJI_DATA指明数据目录，或用DATABASE_URL指明数据库`);
  });
  const server = await startEmbedded({ dataDir, log: () => {}, tenancy: 'GUEST' });
  return { url: databaseUrl(server.url, DATABASE_NAME), stop: server.started ? server.stop : async () => {} };
}

function print(report: AuditReport): void {
  const { sound, sealed, heads, witnessed, pending, faults, faultCount, notices } = report;
  console.log(sound ? '审计日志完好' : `审计日志有${faultCount}处问题`);
  console.log(`已封存${sealed}条，封存头${heads}个，其中${witnessed}个与见证文件一致；待封存${pending}条`);
  for (const [index, { sentence }] of faults.entries()) console.log(`  ${index + 1}. ${sentence}`);
  if (faultCount > faults.length) console.log(`  其余${faultCount - faults.length}处从略`);
  for (const notice of notices) console.log(`  提示：${notice}`);
}

async function verify(config: Config, restored: string | undefined): Promise<boolean> {
  const { keyFile } = config.crypto;
  const ring = await readKeys(keyFile);
  if (!ring) throw new SetupFault(`没有密钥文件${keyFile}，无从核对签名，请先从密钥备份中找回`);
  const witnessFile = path.join(config.dataDir, 'audit-heads.jsonl');
  const { url, stop } = await ownerConnection(config);
  const db = openDatabase({ url, max: 2, now: () => new Date() });
  try {
    if (restored !== undefined) {
      const lost = await acceptRestore({ db, ring, witnessFile, reason: restored });
      console.log(`已登记恢复，备份之后的${lost}条已封存记录不在库中`);
    }
    const report = await verifyAudit({ db, digest: ring.suite.digest, publicKeys: publicKeysOf(ring), witnessFile });
    print(report);
    return report.sound;
  } finally {
    await db.close();
    await stop();
  }
}

const read = (file: string) =>
  readFile(file).catch(() => {
    throw new SetupFault(`读不到文件${file}，请核对路径`);
  });

/** A file package from another node, offline. */
async function verifyPackage(
  file: string,
  codeFile: string | undefined,
  trustFile: string | undefined,
): Promise<boolean> {
  if (!codeFile) throw new SetupFault('核验档案包须用--code-file指明存有取件码的文件');
  const trusted = trustFile ? readTrustedKeys((await read(trustFile)).toString('utf8')) : [];
  if (!trusted) throw new SetupFault(`${trustFile}不是可信密钥名单，应为[{"nodeName", "suite", "publicKey"}]`);
  const code = (await read(codeFile)).toString('utf8').trim();
  const { sound, lines } = await checkOffline(await read(file), code, trusted);
  for (const line of lines) console.log(line);
  return sound;
}

try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { restored: text, package: text, 'code-file': text, trust: text } });
  if (values.restored?.trim() === '')
    throw new SetupFault('--restored之后须写明恢复的缘由，如："机房断电，恢复至昨夜备份"');
  const sound = values.package
    ? await verifyPackage(values.package, values['code-file'], values.trust)
    : await verify(readConfig(), values.restored);
  if (!sound) process.exitCode = 1;
} catch (error) {
  const misspelt = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (!misspelt && !(error instanceof SetupFault)) throw error;
  console.error(
    misspelt
      ? '命令写法有误，应为：npm run verify -- [--restored 缘由 | --package 文件 --code-file 文件]'
      : (error as SetupFault).message,
  );
  process.exitCode = 1;
}

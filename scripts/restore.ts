/**
 * 恢复: `npm run restore -- <folder of a backup>` puts a backup in the place of the data; `--replace` moves present data
 * aside first. The system must be stopped.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { restore } from '../src/db/backup/restore.ts';
import { SetupFault } from '../src/kernel/setup-fault.ts';

const EXTERNAL = `DATABASE_URL指向外部数据库，请用它自己的工具恢复：
  pgBackRest：pgbackrest restore（可加--type=time恢复到指定时刻）
  pg_basebackup的备份：停库后将备份目录放到数据目录，再启动
  pg_dump的备份：pg_restore --clean --if-exists -d "$DATABASE_URL" xueji.dump
恢复后将上传的文件放回数据目录下的files，密钥keys.json放回原处。`;

try {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const { dataDir, database } = readConfig();
  if (database.ownerUrl) throw new SetupFault(EXTERNAL);
  const [from] = positionals;
  if (from === undefined)
    throw new SetupFault('请写明要恢复的备份目录，如：npm run restore -- backups/2026-11-22T063000');
  await restore({ from, dataDir, replace: values.replace, now: new Date(), log: (sentence) => console.log(sentence) });
} catch (error) {
  const misspelt = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (!misspelt && !(error instanceof SetupFault)) throw error;
  console.error(
    misspelt ? '命令写法有误，应为：npm run restore -- 备份目录 [--replace]' : (error as SetupFault).message,
  );
  process.exitCode = 1;
}

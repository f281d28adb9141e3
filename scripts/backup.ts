/**
 * 备份: `npm run backup` copies the embedded database and the uploaded files into `backups/<time>/`, without stopping
 * work; `npm run backup -- --to <folder>` puts it elsewhere.
 */
import { parseArgs } from 'node:util';
import project from '../package.json' with { type: 'json' };
import { readConfig } from '../src/config.ts';
import { backUp } from '../src/db/backup/back-up.ts';
import { SetupFault } from '../src/kernel/setup-fault.ts';

const EXTERNAL = `DATABASE_URL指向外部数据库，请用它自己的工具备份：
  整库在线备份与按时间点恢复：pgBackRest（pgbackrest backup）或Barman
  单次整库备份：pg_basebackup -d "$DATABASE_URL" -D 备份目录 -X stream -c fast
  单库逻辑备份：pg_dump -Fc -d "$DATABASE_URL" -f xueji.dump
上传的文件（数据目录下的files）与密钥（keys.json）另行备份，两者分开保管。`;

try {
  const { values } = parseArgs({ options: { to: { type: 'string', default: 'backups' } } });
  const { dataDir, database } = readConfig();
  if (database.ownerUrl) throw new SetupFault(EXTERNAL);
  const options = { dataDir, backupsFolder: values.to, now: new Date(), productVersion: project.version };
  const { manifestDigest } = await backUp({ ...options, log: (sentence) => console.log(sentence) });
  console.log(`清单摘要（请另行记下，日后可证明备份未被改动）：${manifestDigest}`);
} catch (error) {
  const misspelt = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (!misspelt && !(error instanceof SetupFault)) throw error;
  console.error(misspelt ? '命令写法有误，应为：npm run backup -- [--to 目录]' : (error as SetupFault).message);
  process.exitCode = 1;
}

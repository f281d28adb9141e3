/**
 * 演示数据: `npm run demo` makes a demonstration of 20,000 students; `-- --students 1000000` makes it that large, or adds
 * counties to one that is there. `-- --accounts` prints its accounts, `-- --code` the six digits of the moment,
 * `-- --workbook` writes the sample register once more.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { refreshStatistics } from '../src/db/refresh-statistics.ts';
import {
  demoCode,
  findDemo,
  makeDemo,
  putIntakeWorkbook,
  tableOfAccounts,
  USUAL_SEED,
  USUAL_STUDENTS,
} from '../src/demo/index.ts';
import { SetupFault } from '../src/kernel/setup-fault.ts';
import { openInstallation } from '../src/main.ts';

const USAGE = '命令写法有误，应为：npm run demo -- [--students 人数] [--seed 种子] | --accounts | --code | --workbook';
const log = (sentence: string) => console.log(sentence);

try {
  const { values } = parseArgs({
    options: {
      students: { type: 'string', default: String(USUAL_STUDENTS) },
      seed: { type: 'string', default: USUAL_SEED },
      accounts: { type: 'boolean', default: false },
      code: { type: 'boolean', default: false },
      workbook: { type: 'boolean', default: false },
    },
  });
  const students = /^\d{1,9}$/.test(values.students) ? Number(values.students) : 0;
  if (students === 0) throw new SetupFault(USAGE);
  if (values.code) tellCode();
  else await inInstallation(values, students);
} catch (error) {
  const misspelt = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (!misspelt && !(error instanceof SetupFault)) throw error;
  console.error(misspelt ? USAGE : (error as SetupFault).message);
  process.exitCode = 1;
}

function tellCode(): void {
  const { code, secondsLeft } = demoCode(new Date());
  log(`动态口令 ${code}，还有${secondsLeft}秒更新；每个账号同一口令只能用一次`);
}

async function inInstallation(
  { accounts, workbook, seed }: { accounts: boolean; workbook: boolean; seed: string },
  students: number,
): Promise<void> {
  const config = readConfig();
  const { services, ownerUrl, close } = await openInstallation(config, log);
  try {
    const there = await findDemo(services);
    if ((accounts || workbook) && !there) throw new SetupFault('这里没有演示数据，请先执行 npm run demo');
    if (there && accounts) log(tableOfAccounts(there, services.now()));
    const folder = path.join(config.dataDir, 'demo');
    if (there && workbook) log(`报名表已写到${await putIntakeWorkbook(there, folder, services.now())}`);
    if (accounts || workbook) return;
    const started = performance.now();
    const made = await makeDemo(services, { students, seed, log });
    await refreshStatistics(ownerUrl);
    if (!there) await putIntakeWorkbook(made, folder, services.now());
    const all = made.parts.reduce((sum, part) => sum + part.students, 0);
    log(`演示数据共${all}名学生，用时${((performance.now() - started) / 1000).toFixed(1)}秒`);
    log(tableOfAccounts(made, services.now()));
  } finally {
    await close();
  }
}

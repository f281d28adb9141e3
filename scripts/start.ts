/**
 * 启动: `npm start` builds the pages where that is due, starts the database and the server, and makes a demonstration
 * where nothing is yet. `npm start -- --empty` leaves an empty installation to its first page; `npm start -- --rebuild`
 * first makes the roster anew from the facts and tells what it had to mend. Ctrl-C stops it in order.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import project from '../package.json' with { type: 'json' };
import type { Services } from '../src/access/index.ts';
import { type Config, readConfig } from '../src/config.ts';
import { refreshStatistics } from '../src/db/refresh-statistics.ts';
import {
  findDemo,
  finishDemo,
  isFinished,
  isUntouched,
  makeDemo,
  putIntakeWorkbook,
  tableOfAccounts,
  USUAL_STUDENTS,
} from '../src/demo/index.ts';
import { SetupFault } from '../src/kernel/setup-fault.ts';
import { type Application, startApplication } from '../src/main.ts';
import { rebuildRoster } from '../src/students/search/rebuild-roster.ts';
import { buildWebIfStale } from './build.ts';

const log = (sentence: string) => console.log(sentence);
/** npm passes a Ctrl-C on that the terminal has sent already: within this time the two are one. */
const ONE_CTRL_C_MS = 1_000;

// Left to itself the heap grows to four times what is alive before it is cleared: on a machine with much memory a large
// import then takes 200 MB more than it needs. A third more than what is alive costs no time that can be measured.
setFlagsFromString('--heap-growing-percent=30');

const stopping = new AbortController();
let application: Application | undefined;
let stopAskedAt: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

try {
  const { values } = parseArgs({
    options: {
      empty: { type: 'boolean', default: false },
      rebuild: { type: 'boolean', default: false },
      'without-pages': { type: 'boolean', default: false },
    },
  });
  // On a terminal the table of accounts shall stay in sight; a service writes its log.
  const config = readConfig({ ...(process.stdout.isTTY ? { XUEJI_LOG: 'silent' } : {}), ...process.env });
  const pages = values['without-pages'] ? undefined : await builtPages();
  application = await startApplication({
    config,
    version: project.version,
    ...(pages ? { pages } : {}),
    log,
    prepare: async (services, ownerUrl) => {
      await prepareDemo(services, ownerUrl, config, values.empty);
      if (values.rebuild) await rebuild(services);
    },
  });
  if (stopping.signal.aborted) await finish(application);
  else await welcome(application, config);
} catch (error) {
  if (error === stopping.signal.reason) leave();
  const misspelt = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  if (!misspelt && !(error instanceof SetupFault)) throw error;
  console.error(misspelt ? '命令写法有误，应为：npm start -- [--empty] [--rebuild]' : (error as SetupFault).message);
  process.exit(1);
}

async function builtPages(): Promise<string> {
  const { built, folder } = await buildWebIfStale();
  if (built) log('网页已构建');
  return folder;
}

/** The demonstration's password is known to everybody: it is made, and served, for this computer alone. */
async function prepareDemo(services: Services, ownerUrl: string, config: Config, empty: boolean): Promise<void> {
  const state = await findDemo(services);
  if (!isForThisComputer(config)) {
    if (!state) return;
    throw new SetupFault(
      '这里是演示数据，密码是公开的，只能在本机打开；请去掉XUEJI_HOST和XUEJI_PUBLIC_URL，或用XUEJI_DATA另指空的数据目录作正式使用',
    );
  }
  if (!state && (empty || !(await isUntouched(services)))) return;
  const finished = state && isFinished(state) ? state : undefined;
  const making = { log, signal: stopping.signal };
  const made =
    finished ??
    (state
      ? await finishDemo(services, state, making)
      : await makeDemo(services, { students: USUAL_STUDENTS, ...making }));
  if (!finished) await refreshStatistics(ownerUrl);
  const folder = path.join(config.dataDir, 'demo');
  if (!existsSync(folder)) await putIntakeWorkbook(made, folder, services.now());
}

function isForThisComputer({ http: { host, publicUrl } }: Config): boolean {
  const hosts = [host, ...(publicUrl ? [new URL(publicUrl).hostname] : [])];
  return hosts.every((one) => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(one));
}

async function rebuild(services: Services): Promise<void> {
  const { right, mended, added, removed } = await rebuildRoster(services);
  log(`花名册与学籍事实核对完毕：${right}行一致，更正${mended}行，补入${added}行，删去${removed}行`);
}

async function welcome({ url, services }: Application, config: Config): Promise<void> {
  log(`学籍系统已启动，请用浏览器打开 ${url}`);
  const state = await findDemo(services);
  if (state) {
    log(tableOfAccounts(state, services.now()));
    log(`\n练习导入用的报名表：${path.join(config.dataDir, 'demo')}`);
  } else if (await isUntouched(services)) log('这是空的系统：打开网页后，先设立主管单位和第一个账号');
  log('按Ctrl-C停止');
}

/** The first time in order, a second time at once: what was committed is kept either way. */
function stop(): void {
  const now = performance.now();
  if (stopAskedAt !== undefined) {
    if (now - stopAskedAt > ONE_CTRL_C_MS) process.exit(1);
    return;
  }
  stopAskedAt = now;
  log('正在停止，请稍候');
  stopping.abort();
  if (application) void finish(application);
}

async function finish(running: Application): Promise<void> {
  await running.stop();
  leave();
}

function leave(): never {
  log('已停止');
  process.exit(0);
}

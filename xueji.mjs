#!/usr/bin/env node
/**
 * 启动: `node xueji.mjs <command>` runs scripts/<command>.ts on Node 24, whatever Node it was started with.
 *
 * Plain JavaScript on purpose: an older Node must be able to read this file, find the Node 24 that the lock file
 * brought and hand over to it, or say in one sentence what is missing. So a command also works outside npm
 * (cron, systemd, a terminal), where the machine's own Node comes first.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 24;
const house = dirname(fileURLToPath(import.meta.url));
const [command = '', ...rest] = process.argv.slice(2);
const script = join(house, 'scripts', `${command}.ts`);
/** Every process that follows finds the sources as the first has compiled them: it starts a second sooner. */
process.env.NODE_COMPILE_CACHE ??= join(house, 'node_modules', '.cache', 'compiled');

if (!/^[a-z-]+$/.test(command) || !existsSync(script)) {
  stop(`Usage: node xueji.mjs <command>. The commands are the files of the folder scripts/; "${command}" is none.`);
} else if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  process.argv = [process.execPath, script, ...rest];
  import(pathToFileURL(script).href);
} else {
  handOver(nodeOfTheLockFile());
}

function nodeOfTheLockFile() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const path = join(house, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  return stop(
    `Xueji needs Node ${NEEDED} or newer; this is ${process.version}. ` +
      (process.platform === 'darwin' || process.arch === 'ia32'
        ? `npm has no ready Node ${NEEDED} for ${system} ${process.arch}: install it from https://nodejs.org and run the command again.`
        : `The package ${name}, which brings it, is not installed: run "npm ci" without leaving out optional packages, or install Node ${NEEDED} from https://nodejs.org.`),
  );
}

function handOver(node) {
  const child = spawn(node, [script, ...rest], { stdio: 'inherit' });
  child.on('error', (error) =>
    stop(`${node} does not start here: ${error.message}. Install Node ${NEEDED} from https://nodejs.org.`),
  );
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT')); // a terminal tells the whole group itself
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

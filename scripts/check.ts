/** 检查: `npm run check` holds types, style, the order of the house, generated files and the lock file; it changes nothing. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** What is checked, quick to slow; each is a command of Node's, so that it runs alike on every system. */
const CHECKS = [
  { title: 'Types', command: ['node_modules/typescript/bin/tsc', '-p', '.', '--checkers', '2'] },
  { title: 'Lint and format', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'] },
  { title: 'Lock file', command: ['scripts/complete-lock.ts', '--check'] },
  { title: 'Architecture', command: ['scripts/test.ts', 'tests/architecture'] },
  { title: 'Generated files', command: ['scripts/generate.ts', '--check'] },
];

let broken = 0;
for (const { title, command } of CHECKS) {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  const good = status === 0;
  console.log(`${good ? '✔' : '✖'} ${title}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (good) continue;
  broken++;
  console.log(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim().replace(/^(?=.)/gm, '  '));
}
console.log(broken ? `\n${broken} of ${CHECKS.length} checks failed` : `\nAll ${CHECKS.length} checks hold`);
process.exitCode = broken ? 1 : 0;

/**
 * 测试: `npm test` runs every test in four phases; `npm test -- db` one phase; `npm test -- src/kernel` one folder or file.
 * The last line printed is always `N passed, N failed`.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { type Outcome, runPhase } from '../tests/run-phase.ts';

const root = resolve(import.meta.dirname, '..');
/** Whoever asks the property test of all changes for more steps than the usual 10,000 has the time for them. */
const MINUTE = 60_000 * Math.max(1, Number(process.env['STEPS'] ?? 0) / 10_000);

/** Each test file belongs to the first phase whose pattern it fits. */
const PHASES = [
  { name: 'journeys', title: 'Browser journeys', fits: /^tests\/journeys\//, timeout: 10 * MINUTE, database: true },
  { name: 'routes', title: 'Route tests', fits: /\.routes\.test\.ts$/, timeout: 3 * MINUTE, database: true },
  { name: 'db', title: 'Database tests', fits: /\.db\.test\.ts$/, timeout: 3 * MINUTE, database: true },
  { name: 'pure', title: 'Pure tests', fits: /\.test\.ts$/, timeout: MINUTE, database: false },
].map((phase) => ({ ...phase, files: [] as string[] }));

process.chdir(root);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const total: Outcome = { passed: 0, skipped: 0, failures: [] };
let stopDatabase = async () => {};
for (const phase of chosenPhases(process.argv.slice(2))) {
  if (stop.signal.aborted) break;
  console.log(`\n${phase.title}: ${phase.files.length} files`);
  const outcome = await outcomeOf(phase);
  total.passed += outcome.passed;
  total.skipped += outcome.skipped;
  total.failures.push(...outcome.failures);
}
await stopDatabase();
if (stop.signal.aborted) total.failures.push('The run was stopped before its end');

if (total.failures.length) console.log(`\nFailed:\n${total.failures.map((title) => `  ✖ ${title}`).join('\n')}`);
const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failures.length} failed${skipped}`);
process.exitCode = total.failures.length ? 1 : 0;

async function outcomeOf({ title, files, timeout, database }: (typeof PHASES)[number]): Promise<Outcome> {
  const failed = (why: string) => ({ passed: 0, skipped: 0, failures: [`${title}: ${why}`] });
  if (files.length === 0) return failed('no test file was found, so nothing was tested');
  try {
    if (database && !process.env['TEST_DATABASE_SERVER']) stopDatabase = await startDatabase();
  } catch (error) {
    return failed(`the test database does not start, so nothing was tested\n${inspect(error)}`);
  }
  // On two cores a third file works while the others wait for a browser or the database.
  return runPhase(files, { concurrency: 3, timeout, signal: stop.signal });
}

/** One server for all files of the run, found by them through TEST_DATABASE_SERVER. One that ran before stays. */
async function startDatabase(): Promise<() => Promise<void>> {
  const { TEST_DATA, testServer } = await import('../tests/database.ts');
  const { findEmbedded } = await import('../src/db/embedded-server.ts');
  const ranBefore = (await findEmbedded(TEST_DATA)) !== undefined;
  process.env['TEST_DATABASE_SERVER'] = await testServer();
  return async () => {
    if (!ranBefore) await (await findEmbedded(TEST_DATA))?.stop();
  };
}

/** The phases to run, quick ones first. Words that are no phase are paths: then phases without a match fall out. */
function chosenPhases(words: string[]): typeof PHASES {
  const names = words.filter((word) => PHASES.some((phase) => phase.name === word));
  const paths = words.filter((word) => !names.includes(word)).map((word) => word.replace(/^\.\//, ''));
  const pattern = '{src,policies,tests,scripts,bench}/**/*.test.ts';
  for (const file of globSync(pattern).map((found) => found.replaceAll('\\', '/'))) {
    if (paths.length && !paths.some((path) => file.startsWith(path))) continue;
    PHASES.find((phase) => phase.fits.test(file))?.files.push(resolve(file));
  }
  const wanted = PHASES.filter((phase) => !names.length || names.includes(phase.name)).reverse();
  for (const phase of wanted) phase.files.sort();
  const found = wanted.filter((phase) => !paths.length || phase.files.length);
  if (!found.length) total.failures.push(`No test file fits ${words.join(' ')}`);
  return found;
}

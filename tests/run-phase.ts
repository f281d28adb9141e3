/** 测试阶段: runs the files of one phase, each in a process of its own, and tells what happened. */
import { relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { inspect } from 'node:util';

/** What a file or a phase came to; `failures` are the titles of the failed tests. */
export type Outcome = { passed: number; skipped: number; failures: string[] };

/** How a phase is run: so many files at once, so many milliseconds for one test. */
export type PhaseOptions = { concurrency: number; timeout: number; signal: AbortSignal };

type Report = Outcome & { details: string[]; output: string; milliseconds: number };
/** The runner's own totals, which come as remarks too. */
const COUNTS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

/** Runs test files and prints one line for each, failures in full below it. */
export async function runPhase(files: readonly string[], options: PhaseOptions): Promise<Outcome> {
  const waiting = [...files];
  const total: Outcome = { passed: 0, skipped: 0, failures: [] };
  const worker = async () => {
    for (let file = waiting.shift(); file && !options.signal.aborted; file = waiting.shift()) {
      const report = await runFile(file, options);
      print(file, report);
      total.passed += report.passed;
      total.skipped += report.skipped;
      total.failures.push(...report.failures);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return total;
}

/**
 * Runs one file. A file that holds no test, does not load or ends badly after its tests counts as one failure:
 * otherwise a forgotten call would look like success.
 */
async function runFile(file: string, { timeout, signal }: PhaseOptions): Promise<Report> {
  const started = performance.now();
  const report: Report = { passed: 0, skipped: 0, failures: [], details: [], output: '', milliseconds: 0 };
  const titles = new Map<number | undefined, string>();
  let endedWell = false;
  const events = run({ files: [file], isolation: 'process', timeout, signal });
  events.on('test:start', ({ name, testId, parentId }) => {
    if (name !== file) titles.set(testId, [titles.get(parentId), name].filter(Boolean).join(' › '));
  });
  events.on('test:stdout', ({ message }) => (report.output += message));
  events.on('test:stderr', ({ message }) => (report.output += message));
  events.on('test:diagnostic', ({ message }) => (report.output += COUNTS.test(message) ? '' : `${message}\n`));
  events.on('test:pass', (result) => {
    if (result.name === file || result.details.type === 'suite') return;
    if (result.skip !== undefined || result.todo !== undefined) report.skipped++;
    else report.passed++;
  });
  events.on('test:fail', ({ name, testId, line, details }) => {
    const error: Error & { failureType?: string } = details.error;
    if (name === file || error.failureType === 'subtestsFailed') return; // the part of it that failed is counted
    fail(report, `${titles.get(testId) ?? name}  (${nameOf(file)}:${line ?? 1})`, textOf(error));
  });
  events.on('test:complete', ({ name, details }) => {
    if (name === file) endedWell = details.passed;
  });
  await finished(events.resume());
  if (!endedWell && report.failures.length === 0) fail(report, `${nameOf(file)} does not load or ends with an error`);
  if (endedWell && report.passed + report.skipped === 0) fail(report, `${nameOf(file)} holds no test`);
  report.milliseconds = performance.now() - started;
  return report;
}

function fail(report: Report, title: string, detail = ''): void {
  report.failures.push(title);
  report.details.push(`✖ ${title}`, indent(detail));
}

/** An assertion says everything in its message; of other errors the fields may matter. */
function textOf(error: Error): string {
  const cause: unknown = error.cause ?? error.message;
  const said = cause instanceof Error && 'generatedMessage' in cause ? cause.stack : undefined;
  const text = said ?? (typeof cause === 'string' ? cause : inspect(cause, { depth: 8, colors: process.stdout.isTTY }));
  return text.replace(/^.*\(?node:(internal|async_hooks).*\n?/gm, '').trimEnd();
}

function print(file: string, report: Report): void {
  const { passed, skipped, failures } = report;
  const counts = [`${passed} passed`, failures.length && `${failures.length} failed`, skipped && `${skipped} skipped`];
  const seconds = `${(report.milliseconds / 1000).toFixed(1)} s`;
  console.log(`${failures.length ? '✖' : '✔'} ${nameOf(file)}  ${counts.filter(Boolean).join(', ')}  ${seconds}`);
  if (failures.length === 0) return;
  console.log(indent(report.details.filter(Boolean).join('\n')));
  if (report.output.trim()) console.log(indent(`what the file printed:\n${indent(report.output.trimEnd())}`));
}

function nameOf(file: string): string {
  return relative(process.cwd(), file).replaceAll('\\', '/');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

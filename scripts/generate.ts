/**
 * 生成: `npm run generate` rebuilds every file that is made from code; `npm run generate -- --check` only compares.
 * What is generated is committed and never edited by hand: a reader trusts it, and a review shows what a change moves.
 */
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { accessMatrixPage } from './generators/access-matrix.ts';
import { areaCodesFile } from './generators/area-codes.ts';
import { clausesPage } from './generators/clauses.ts';
import { openApi } from './generators/open-api.ts';
import { refusalsPage } from './generators/refusals.ts';
import { schemaPage } from './generators/schema.ts';
import { tableTypes } from './generators/table-types.ts';
import { workflowsPage } from './generators/workflows.ts';

/** One generated file: where it lies, and how its whole text is made. */
type Generated = { path: string; make: () => string | Promise<string> };

const GENERATED: readonly Generated[] = [
  { path: 'docs/generated/refusals.md', make: refusalsPage },
  { path: 'docs/generated/workflows.md', make: workflowsPage },
  { path: 'docs/generated/clauses.md', make: clausesPage },
  { path: 'docs/generated/access-matrix.md', make: accessMatrixPage },
  { path: 'docs/generated/openapi.json', make: openApi },
  { path: 'docs/generated/schema.md', make: schemaPage },
  { path: 'src/db/tables.ts', make: tableTypes },
  { path: 'src/students/code-tables/area-codes.json', make: areaCodesFile },
];

const root = resolve(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const faults: string[] = [];

for (const { path, make } of GENERATED) {
  const wanted = await make();
  const kept = await readFile(resolve(root, path), 'utf8').catch(() => undefined);
  if (wanted === kept) continue;
  if (checking) faults.push(`${path}: ${firstDifference(kept, wanted)}`);
  else {
    await mkdir(dirname(resolve(root, path)), { recursive: true });
    await writeFile(resolve(root, path), wanted);
    console.log(`${path} written`);
  }
}
for (const path of globSync('docs/generated/**/*.*', { cwd: root })) {
  const known = GENERATED.some((generated) => generated.path === path.replaceAll('\\', '/'));
  if (!known) faults.push(`${path}: no generator makes this file; add it to scripts/generate.ts or delete it`);
}

if (faults.length) {
  console.log(`${faults.join('\n')}\nRun "npm run generate" and commit what it writes.`);
  process.exitCode = 1;
} else console.log(`${GENERATED.length} generated files are ${checking ? 'fresh' : 'written'}`);

/** The first line in which the kept text differs, so that the reader sees what moved. */
function firstDifference(kept: string | undefined, wanted: string): string {
  if (kept === undefined) return 'is missing';
  const [keptLines, wantedLines] = [kept.split('\n'), wanted.split('\n')];
  const at = wantedLines.findIndex((line, index) => line !== keptLines[index]);
  const line = at < 0 ? wantedLines.length : at;
  return `differs from line ${line + 1} on\n  kept  ${keptLines[line] ?? '(end)'}\n  made  ${wantedLines[line] ?? '(end)'}`;
}

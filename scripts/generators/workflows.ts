/** 流程图: every workflow as a drawing and a table, from the same tables that the server obeys. */
import { workflows } from '../../policies/index.ts';
import type { Workflow } from '../../src/workflow/index.ts';

/** The page of all workflows, drawn with Mermaid. */
export function workflowsPage(): string {
  return [
    '# Workflows (流程)',
    '',
    'Drawn from `policies/*/workflows/` by `npm run generate`. ② marks steps that two people take: 经办, then 签署.',
    '',
    ...workflows.flatMap(pageOf),
  ].join('\n');
}

function pageOf(table: Workflow): string[] {
  const states = Object.entries(table.states);
  const edges = Object.entries(table.steps).flatMap(([from, steps]) =>
    Object.values(steps ?? {}).map((step) => ({ from, ...step })),
  );
  return [
    `## ${table.title} \`${table.id}\``,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([id, { words }]) => `  ${id}: ${words}`),
    `  [*] --> ${table.start}`,
    ...edges.map(({ from, to, label, twoPeople }) => `  ${from} --> ${to}: ${label}${twoPeople ? '②' : ''}`),
    ...table.ends.map((end) => `  ${end} --> [*]`),
    '```',
    '',
    '| State | Words | Who holds it | Term |',
    '|---|---|---|---|',
    ...states.map(([id, { words, holder, term }]) => `| \`${id}\` | ${words} | ${holder ?? '–'} | ${termOf(term)} |`),
    '',
  ];
}

function termOf(term: Workflow['states'][string]['term']): string {
  if (!term) return '–';
  return 'workingDays' in term ? `${term.workingDays} working days` : `rule \`${term.rule}\``;
}

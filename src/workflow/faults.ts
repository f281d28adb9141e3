/** 流程校核: a workflow read as a graph. */
import type { Workflow } from './workflow.ts';

/** What is wrong with a workflow, in sentences for its author; empty where nothing is. */
export function faultsOf(table: Workflow): string[] {
  const faults: string[] = [];
  const states = Object.keys(table.states);
  const next = (state: string) => Object.values(table.steps[state] ?? {}).map(({ to }) => to);
  const reached = new Set([table.start]);
  for (const state of reached) for (const to of next(state)) reached.add(to);
  for (const state of states) {
    const isEnd = table.ends.includes(state);
    if (!reached.has(state)) faults.push(`${table.id}: ${state} is never reached`);
    if (isEnd && next(state).length > 0) faults.push(`${table.id}: ${state} is an end and has steps`);
    if (!isEnd && next(state).length === 0) faults.push(`${table.id}: there is no way out of ${state}`);
    if (!isEnd && !table.states[state]!.holder) faults.push(`${table.id}: nobody holds ${state}`);
    const { pausesClock, lapsesTo } = table.states[state]!;
    if (isEnd && pausesClock) faults.push(`${table.id}: no clock stands still at the end ${state}`);
    if (lapsesTo !== undefined && !table.ends.includes(lapsesTo)) {
      faults.push(`${table.id}: ${state} lapses to ${lapsesTo}, which is no end`);
    }
    faults.push(...forcingFaults(table, state));
    if (!isEnd && !reachesEnd(table, state)) faults.push(`${table.id}: no end can be reached from ${state}`);
  }
  for (const { state } of table.track)
    if (!table.states[state]) faults.push(`${table.id}: track names unknown ${state}`);
  return faults;
}

/** Forcing is the superior's alone, once the term has passed, with a reason and a second person. */
function forcingFaults(table: Workflow, state: string): string[] {
  const faulty = Object.entries(table.steps[state] ?? {}).filter(
    ([, { by, forced, onlyWhenOverdue, reason, twoPeople }]) =>
      forced && !(by === 'superior' && onlyWhenOverdue && reason === 'required' && twoPeople),
  );
  const words = faulty.map(([action]) => `${table.id}: ${action} out of ${state} forces without its safeguards`);
  const hasTerm = table.states[state]?.term !== undefined;
  const forces = Object.values(table.steps[state] ?? {}).some(({ forced }) => forced);
  return forces && !hasTerm ? [...words, `${table.id}: ${state} can be forced and has no term`] : words;
}

function reachesEnd(table: Workflow, from: string): boolean {
  const seen = new Set([from]);
  for (const state of seen) {
    if (table.ends.includes(state)) return true;
    for (const { to } of Object.values(table.steps[state] ?? {})) seen.add(to);
  }
  return false;
}

/** 法规全书: every clause, what it says, and what has become of it: the coverage of the texts by the product. */
import type { NotApplied, Pack } from '../../src/policy/index.ts';
import type { Workflow } from '../../src/workflow/index.ts';
import { articles } from './articles/index.ts';
import clauses from './clauses.json' with { type: 'json' };
import { keepings } from './coverage/index.ts';
import type { Kept } from './coverage/kept.ts';

/** EXECUTED by a rule, a setting or a workflow; DUTY with a clock; NOT_APPLIED: speaks, but does not count. */
export type CoverageState = 'EXECUTED' | 'DUTY' | 'NOT_APPLIED' | Kept['as'] | 'UNLISTED';

export interface ClauseEntry {
  id: string;
  instrument: string;
  article: string;
  kind: string;
  says: string;
  state: CoverageState;
  /** Ids of rules, workflows and duties; a place in the product; a capability; or the reason. */
  by: readonly string[];
}

/** Every clause with its state. The school texts are given as packs like all others. */
export function lawBookOf(packs: readonly Pack[], workflows: readonly Workflow[]): ClauseEntry[] {
  const executed = citing([
    ...packs.flatMap(({ rules }) => rules.map(({ id, basis }) => ({ by: id, clauses: basis.clauses }))),
    ...packs.flatMap(({ settings }) =>
      settings
        .filter(({ notApplied }) => !notApplied)
        .map(({ ruleId, basis }) => ({ by: ruleId, clauses: basis.clauses })),
    ),
    ...workflows.map(({ id, clauses = [] }) => ({ by: `${id} (workflow)`, clauses })),
  ]);
  const duties = citing(
    packs.flatMap(({ duties }) => duties.map(({ id, basis }) => ({ by: id, clauses: basis.clauses }))),
  );
  const losing = citing(
    packs.flatMap(({ notApplied, settings }) => [
      ...notApplied.map(({ because, basis }: NotApplied) => ({ by: because, clauses: basis.clauses })),
      ...settings.flatMap((one) => (one.notApplied ? [{ by: one.notApplied, clauses: one.basis.clauses }] : [])),
    ]),
  );
  const kept = new Map(Object.values(keepings).flatMap((keeping) => Object.entries(keeping)));
  const said = new Map(Object.values(articles).flatMap((subject) => Object.entries(subject)));
  return clauses.map(({ id, instrument, article, kind }) => {
    const known = { id, instrument, article, kind, says: said.get(id) ?? '' };
    for (const [state, by] of [
      ['EXECUTED', executed.get(id)],
      ['DUTY', duties.get(id)],
      ['NOT_APPLIED', losing.get(id)],
    ] as const) {
      if (by) return { ...known, state, by: [...by] };
    }
    const one = kept.get(id);
    return one ? { ...known, state: one.as, by: reasonOf(one) } : { ...known, state: 'UNLISTED', by: [] };
  });
}

const reasonOf = (kept: Kept): string[] => {
  if (kept.as === 'RECORD') return [kept.where, kept.what];
  return [kept.as === 'PLANNED' ? kept.capability : kept.because];
};

function citing(all: readonly { by: string; clauses: readonly string[] }[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { by, clauses: cited } of all) {
    for (const id of cited) found.set(id, (found.get(id) ?? new Set()).add(by));
  }
  return found;
}

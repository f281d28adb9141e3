/** 条款索引: which text a clause stands in, and which clauses an article has. */

import { levelOf } from '../../kernel/place-codes.ts';
import { type Citation, chipOf, type Instrument, type Pack } from '../../policy/index.ts';
import type { ClauseState, LawLevel } from '../regulations.api.ts';

/** 条款: one clause with our own words for it and what has become of it. */
export interface Clause {
  id: string;
  /** Id of its instrument. */
  instrument: string;
  article: string;
  says: string;
  state: ClauseState;
  /** Ids of rules, workflows and duties; a place in the product and what is there; a capability; or the reason. */
  by: readonly string[];
}

/** 法规汇编: all texts, those of schools included, and all their clauses. */
export interface LawLibrary {
  packs: readonly Pack[];
  workflows: readonly { id: string; title: string }[];
  clauses: readonly Clause[];
}

export interface ListedInstrument {
  instrument: Instrument;
  level: LawLevel;
}

export interface ClauseIndex {
  /** All texts, highest first. */
  instruments: readonly ListedInstrument[];
  clausesOf(instrumentId: string): readonly Clause[];
  /** Id of the text that a chip names; null where it is none of those listed. */
  instrumentOf(cited: { chip: string; clauses: readonly string[] }): string | null;
  /** Our words for the first of the clauses; null where it has none yet. */
  saysOf(clauses: readonly string[]): string | null;
  /** By what the clause is kept, in words: titles of rules, workflows and duties, or the reason. */
  keptBy(clause: Clause): string[];
}

/** Articles are printed in two ways, 三、1（二） and 三1(二): bare of marks they are alike. */
export const bareArticle = (article: string): string => article.replace(/[、（）()]/g, '');

const LEVELS: readonly LawLevel[] = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'SCHOOL'];
const SCHOOL_CODE = 10;

/** Made once for a library. */
export function clauseIndexOf({ packs, workflows, clauses }: LawLibrary): ClauseIndex {
  const byInstrument = Map.groupBy(clauses, ({ instrument }) => instrument);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const instruments = packs
    .flatMap(({ placeCode, instruments }) =>
      instruments.map((instrument) => ({
        instrument,
        level: placeCode.length === SCHOOL_CODE ? ('SCHOOL' as const) : levelOf(placeCode),
      })),
    )
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const byChip = new Map<string, Set<string>>();
  for (const basis of citationsOf(packs)) {
    const chip = chipOf(basis);
    byChip.set(chip, (byChip.get(chip) ?? new Set()).add(basis.instrument.id));
  }
  const titles = new Map([
    ...packs.flatMap(({ rules, duties }) =>
      [...rules, ...duties].map(({ id, title }): [string, string] => [id, title]),
    ),
    ...workflows.map(({ id, title }): [string, string] => [`${id} (workflow)`, `${title}流程`]),
  ]);
  return {
    instruments,
    clausesOf: (instrumentId) => byInstrument.get(instrumentId) ?? [],
    instrumentOf: ({ chip, clauses: cited }) => {
      const home = byId.get(cited[0] ?? '')?.instrument;
      const named = [...(byChip.get(chip) ?? [])];
      return (home !== undefined && named.includes(home) ? home : named[0]) ?? home ?? null;
    },
    saysOf: (cited) => byId.get(cited[0] ?? '')?.says || null,
    keptBy: ({ state, by }) => {
      if (state === 'RECORD') return by.slice(1); // where it lies is for those who read code
      if (state === 'PLANNED') return [];
      return [...new Set(by.map((one) => titles.get(one) ?? one))];
    },
  };
}

/** Every place in which a pack points into a text. */
const citationsOf = (packs: readonly Pack[]): Citation[] =>
  packs.flatMap(({ rules, settings, duties, notApplied }) =>
    [...rules, ...settings, ...duties, ...notApplied].map(({ basis }) => basis),
  );

/** 学期存取: the terms that authorities have entered; the nearest place counts, and of one term what was set last. */
import { sql } from 'kysely';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

export interface LocalTerm {
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/** 学期: the term that covers the day at the nearest place of the chain that has one, or else the last that began before it. */
export async function findTerm(
  tx: Transaction,
  chain: readonly string[],
  day: CivilDate,
): Promise<LocalTerm | undefined> {
  const terms = await listTerms(tx, chain);
  const begun = terms.filter(({ startsOn }) => startsOn <= day);
  const covering = begun.filter(({ endsOn }) => day <= endsOn);
  const latest = begun.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  const found =
    nearest(chain, covering) ??
    nearest(
      chain,
      latest.filter(({ name }) => name === latest[0]?.name),
    );
  return found && { startsOn: found.startsOn, endsOn: found.endsOn };
}

/** One term of a school year, as the nearest place of the chain has entered it; undefined where none has. */
export async function findTermOf(
  tx: Transaction,
  chain: readonly string[],
  { schoolYear, term }: { schoolYear: number; term: 1 | 2 },
): Promise<LocalTerm | undefined> {
  const name = `term-${schoolYear}-${term}`;
  const found = nearest(
    chain,
    (await listTerms(tx, chain)).filter((one) => one.name === name),
  );
  return found && { startsOn: found.startsOn, endsOn: found.endsOn };
}

interface TermRow extends LocalTerm {
  placeCode: string;
  name: string;
}

/** What holds of each term at each place of the chain: what was set last. */
async function listTerms(tx: Transaction, chain: readonly string[]): Promise<TermRow[]> {
  const { rows } = await sql<TermRow>`
    select distinct on (place_code, name) place_code as "placeCode", name,
      value->>'startsOn' as "startsOn", value->>'endsOn' as "endsOn"
    from local_settings
    where place_code = any(${[...chain]}::text[]) and name like 'term-%'
    order by place_code, name, valid_from desc`.execute(tx.sql);
  return rows;
}

/** The chain goes from the nation down: the last place that has one is the nearest. */
const nearest = (chain: readonly string[], terms: readonly TermRow[]): TermRow | undefined =>
  chain.toReversed().flatMap((code) => terms.filter(({ placeCode }) => placeCode === code))[0];

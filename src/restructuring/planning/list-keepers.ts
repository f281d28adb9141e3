/** 接管单位: who may keep the files of a school that is closed, and what the law says of naming it. */
import type { Services } from '../../access/index.ts';
import { type Institution, institutionLevelOf, listAbove } from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { askRestructuring } from '../deciding/ask-law.ts';
import type { SchoolBefore } from '../restructuring.api.ts';

const NEAR: readonly string[] = ['CENTRE', 'COUNTY', 'CITY'];

/** Authorities over the school, the nearest first; the schools that take its students are the caller's to add. */
export async function listKeepers(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  school: Institution,
  day: CivilDate,
): Promise<Pick<SchoolBefore, 'keepers' | 'keeping'>> {
  const above = (await listAbove(tx, school.path)).filter((one) => NEAR.includes(institutionLevelOf(one)));
  const matter = { kind: 'CLOSURE', destinations: [] } as const;
  const asked = { school, matter: { ...matter, destinations: [] }, byTownship: false, withCounty: false, day };
  const decision = await tx.beyondScope(() => askRestructuring(tx, services, asked));
  return {
    keepers: above.toReversed().map(({ id, name }) => ({ id, name })),
    keeping: (decision?.findings ?? []).map(({ sentence, chip }) => ({ sentence, chip })),
  };
}

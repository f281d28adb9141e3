/** 法规校核: everything that can be found wrong with the packs without asking a single case. */
import { type CivilDate, civilDate } from '../../../src/kernel/civil-date.ts';
import { makeLaw, type Pack } from '../../../src/policy/index.ts';
import { wrongReferences } from './cross-references.ts';
import type { LawFault } from './fault.ts';
import { deadRules, type LivePlace, looserThanAbove, openParameters } from './in-places.ts';
import { undeclaredSynonyms } from './synonyms.ts';
import { gapsAndOverlaps } from './versions.ts';

/** All faults of the packs as they stand in these places on a day. Those with `known` may stand. */
export function faultsOfLaw(packs: readonly Pack[], places: readonly LivePlace[], day: CivilDate): LawFault[] {
  const law = makeLaw(packs);
  return [
    ...openParameters(law, places, day),
    ...looserThanAbove(law, packs, places, day),
    ...gapsAndOverlaps(packs),
    ...wrongReferences(),
    ...deadRules(law, packs, places, daysOf(packs, day)),
    ...undeclaredSynonyms(packs),
  ];
}

/** The day itself, and the first day of every version of every rule. */
function daysOf(packs: readonly Pack[], day: CivilDate): CivilDate[] {
  const begins = packs.flatMap(({ rules }) => rules.map(({ inForce }) => inForce.from));
  return [...new Set([day, ...begins, civilDate('2026-09-01')])].toSorted();
}

/** 停办核对: the one check by which a window stands against an act on a case, whatever its kind. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Seen, StepSeen } from '../seen.ts';
import { placesOf, type Standstill, type Standstills, stoppedBy } from './standstill.ts';

/** The window, of whichever party's place; undefined where none stands against the step. */
export function stopAgainst(
  standstills: Standstills,
  { one, institutions }: Pick<Seen, 'one' | 'institutions'>,
  { first, opening, definition }: StepSeen,
  today: CivilDate,
): Standstill | undefined {
  const windows = standstills.between(placesOf(institutions.values()), today, today);
  const offline = Boolean(one.offline);
  return stoppedBy(windows, { kind: one.kind, definition, offline, opening: first || opening });
}

/** 看停办期: the windows that hold at a place on a day, and those that come soon. */
import type { Standstills } from '../../cases/index.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import type { StandstillsView } from './standstills.api.ts';

/** 即将停办: told so many days ahead, time to hand in before. */
export const AHEAD_DAYS = 60;

/** Those of the place and of everything above it. */
export function viewStandstills(
  standstills: Standstills,
  titles: ReadonlyMap<string, string>,
  { placeCode, day }: { placeCode: string; day: CivilDate },
): StandstillsView {
  const windows = standstills.between(chainOf(placeCode), day, addDays(day, AHEAD_DAYS));
  return {
    day,
    standstills: windows.map(({ notice, cases, kind, title, placeName, firstOn, lastOn, ...how }) => ({
      ...{ kind, title, placeName, firstOn, lastOn },
      ...{ stops: how.stops, clockStands: how.clockStands, offline: how.offline, why: how.why },
      active: firstOn <= day,
      cases: cases === 'ALL' ? [] : cases.map((code) => titles.get(code) ?? code),
      notice: { title: notice.title, number: notice.number ?? null, address: notice.address ?? null },
    })),
  };
}

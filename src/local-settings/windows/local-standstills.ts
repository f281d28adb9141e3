/** 停办期登记: the windows that authorities have set, kept at hand so that no case pays for asking. */
import type { Standstill, Standstills } from '../../cases/index.ts';
import { addDays, type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import type { PlacedSetting } from '../keeping/settings.store.ts';
import type { FreezeItem } from '../local-setting.ts';

export interface LocalStandstills extends Standstills {
  /** Takes over all settings of the node in place of those taken over before. */
  adopt(settings: readonly PlacedSetting[]): void;
}

/** Begins with none. */
export function makeLocalStandstills(): LocalStandstills {
  let kept: readonly PlacedSetting[] = [];
  return {
    adopt: (settings) => {
      kept = settings.filter(({ item }) => item.kind === 'FREEZE' || item.kind === 'OUTAGE');
    },
    between: (places, first, last) => {
      if (kept.length === 0) return [];
      return kept
        .filter(({ place }) => places === 'EVERYWHERE' || places.includes(place.placeCode))
        .flatMap((setting) => windowsOf(setting, first, last))
        .filter(({ firstOn, lastOn }) => lastOn >= first && firstOn <= last)
        .toSorted((a, b) => (a.firstOn < b.firstOn ? -1 : 1));
    },
  };
}

/** The windows of one setting that may touch these days: of a yearly one those of each year, within its validity. */
export function windowsOf(
  { place, item, notice, from, to }: PlacedSetting,
  first: CivilDate,
  last: CivilDate,
): Standstill[] {
  const { title, number, address } = notice;
  const at = { placeCode: place.placeCode, placeName: place.name, notice: { title, number, address } };
  if (item.kind === 'OUTAGE') {
    const { firstOn, lastOn, clockStands, why } = item;
    const outage = { title: '系统故障', cases: 'ALL', stops: 'NOTHING', offline: true } as const;
    return [{ kind: 'OUTAGE', ...at, ...outage, firstOn, lastOn, clockStands, why }];
  }
  if (item.kind !== 'FREEZE') return [];
  const { cases, stops, clockStands, offline, why } = item;
  return yearsBetween(first, last).flatMap((year) => {
    const days = daysIn(item, year);
    const firstOn = days.firstOn < from ? from : days.firstOn;
    const lastOn = to && days.lastOn >= to ? addDays(to, -1) : days.lastOn;
    if (lastOn < firstOn) return [];
    return [{ kind: 'FREEZE', ...at, title: item.title, firstOn, lastOn, cases, stops, clockStands, offline, why }];
  });
}

/** The window that begins in a year; one that ends on an earlier day of the year ends in the next. */
export function daysIn(
  { firstDay, lastDay }: Pick<FreezeItem, 'firstDay' | 'lastDay'>,
  year: number,
): { firstOn: CivilDate; lastOn: CivilDate } {
  const endsIn = lastDay < firstDay ? year + 1 : year;
  return { firstOn: civilDate(`${year}-${firstDay}`), lastOn: civilDate(`${endsIn}-${lastDay}`) };
}

/** A window that began in the year before may still hold. */
function yearsBetween(first: CivilDate, last: CivilDate): number[] {
  const [from, to] = [Number(first.slice(0, 4)) - 1, Number(last.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

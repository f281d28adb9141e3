/** 选地方: places by their codes, one level at a time, and which of them have a text of their own. */
import { chainOf, levelOf, NATION } from '../../kernel/place-codes.ts';
import type { Pack } from '../../policy/index.ts';
import { listAreaCodes, nameOfArea } from '../../students/index.ts';
import type { PlaceView } from '../regulations.api.ts';

/** The full name of a place: 河南省许昌市长葛市. */
export const placeWords = (code: string): string => (code === NATION ? '全国' : (nameOfArea(code) ?? code));

/** A place as a list of choices shows it, by its full name. */
export const viewPlace = (code: string, packs: readonly Pack[]): PlaceView => ({
  code,
  name: placeWords(code),
  level: levelOf(code),
  ownText: packs.some(({ placeCode, instruments }) => placeCode === code && instruments.length > 0),
});

/**
 * The places right under one, by their own names. A code that is only a step of the code table stands back: the 市辖区 of
 * a municipality, which reads like the municipality itself, and cities that have no code.
 */
export function listPlacesUnder(upper: string, packs: readonly Pack[]): PlaceView[] {
  const codes = listAreaCodes().filter(
    (code) => levelOf(code) !== 'CITY' || nameOfArea(code) !== nameOfArea(above(code)),
  );
  const known = new Set([NATION, ...codes]);
  const full = placeWords(upper);
  return codes
    .filter((code) => chainOf(code).findLast((one) => one !== code && known.has(one)) === upper)
    .map((code) => {
      const place = viewPlace(code, packs);
      return { ...place, name: place.name.startsWith(full) ? place.name.slice(full.length) : place.name };
    });
}

const above = (code: string): string => chainOf(code).at(-2) ?? NATION;

/** The places that have a text of their own, the nation and schools left out. */
export const listPlacesWithText = (packs: readonly Pack[]): PlaceView[] =>
  [...new Set(packs.map(({ placeCode }) => placeCode))]
    .filter((code) => code !== NATION && nameOfArea(code) !== undefined && code.length === NATION.length)
    .map((code) => viewPlace(code, packs))
    .filter(({ ownText }) => ownText);

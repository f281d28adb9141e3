/** 起止: half-open validity of what an authority keeps about its institutions. */
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';

export interface Validity {
  validFrom: CivilDate;
  validTo: CivilDate | null;
}

/** The end of something that is ended on a day: that day, but what began on it or later lasts one day at least. */
export const endingOn = (validFrom: CivilDate, day: CivilDate): CivilDate =>
  day > validFrom ? day : addDays(validFrom, 1);

/** Does it hold on the day? */
export const isValidOn = ({ validFrom, validTo }: Validity, day: CivilDate): boolean =>
  validFrom <= day && (validTo === null || day < validTo);

/** 日期序列值: days as a workbook counts them. */

const DAY = 86_400_000;

/**
 * The day and time of a serial number, in UTC as the sheet shows it; undefined for mere times of day and for what no
 * calendar of a workbook holds. Serial 60 is the 29th of February 1900, which the format believes in.
 */
export function dateOfSerial(serial: number, from1904: boolean): Date | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(start + Math.round(serial * 86_400) * 1000);
}

/** The serial of a date, for writing. */
export function serialOfDate(date: Date): number {
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / DAY;
  return days < 61 ? days - 1 : days;
}

/** Does a number format show a day or a time? Quoted words, colours and currencies are looked past. */
export function isDateFormat(format: string): boolean {
  const [positive = ''] = format.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(h+|m+|s+)\]/i.test(positive)) return true;
  return /[ymdhs]/i.test(positive.replace(/\[[^\]]*\]/g, '').replace(/general/i, ''));
}

/** The formats that a workbook may name by number alone; 27 to 36 and 50 to 58 are the Chinese ones. */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

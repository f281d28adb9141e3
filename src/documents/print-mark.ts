/** 页脚: what the foot of every printed page says, so that a sheet can be traced to the act of printing it. */
import { type CivilDate, dayOf, partsOf, startOfDay } from '../kernel/civil-date.ts';
import { displayVerificationCode } from './issued/verification-code.ts';
import type { PaperStyle } from './printing/typst-printer.ts';

/** Place, person and minute of printing, and the code by which the copy can be verified. */
export interface PrintMark {
  /** 打印单位: the school or authority for which is printed. */
  place: string;
  /** 打印人: the name of the person who prints. */
  person: string;
  printedAt: Date;
  /** 式样: what holds for the paper at its place; absent: as we drew it. */
  style?: PaperStyle | undefined;
}

/** The mark as templates read it. `code` is a code of verification-code.ts, or null for a copy that is not registered. */
export function markFor(title: string, mark: PrintMark, code: string | null): object {
  return {
    title,
    place: mark.place,
    person: mark.person,
    printedAt: minuteInWords(mark.printedAt),
    printedAtUtc: utcParts(mark.printedAt), // a PDF keeps its dates in UTC
    verificationCode: code === null ? null : displayVerificationCode(code),
  };
}

/** The title that the place has given the paper, or ours. */
export const titleHere = ({ style }: Pick<PrintMark, 'style'>, ours: string): string => style?.look.title || ours;

/** An instant as papers write it, in China and to the minute: 2026-09-24 10:42. */
export function minuteInWords(instant: Date): string {
  const [year, month, date, hour, minute] = minuteOf(instant).map((part) => String(part).padStart(2, '0'));
  return `${year}-${month}-${date} ${hour}:${minute}`;
}

/** A civil day as papers write it: 2026年9月1日. */
export function writtenDate(day: CivilDate): string {
  const [year, month, date] = partsOf(day);
  return `${year}年${month}月${date}日`;
}

/** Year, month, day, hour and minute in China. */
function minuteOf(instant: Date): number[] {
  const day = dayOf(instant);
  const minutes = Math.floor((instant.getTime() - startOfDay(day).getTime()) / 60_000);
  return [...partsOf(day), Math.floor(minutes / 60), minutes % 60];
}

function utcParts(instant: Date): number[] {
  return instant.toISOString().split(/\D/, 5).map(Number);
}

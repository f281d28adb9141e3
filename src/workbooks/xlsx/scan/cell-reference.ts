/** 单元格引用: numbers and A1 references read straight from bytes. */
import { damaged } from '../../workbook-refusal.ts';

/** A whole number written in digits; anything else is damage. */
export function numberAt(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) throw damaged();
    value = value * 10 + digit;
  }
  if (to === from || to - from > 10) throw damaged();
  return value;
}

/** `AB12` → column 27 counted from zero, row 12. */
export function positionOf(bytes: Buffer, from: number, to: number): { column: number; row: number } {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = ((bytes[at] ?? 0) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at === from || at - from > 3) throw damaged();
  return { column: column - 1, row: numberAt(bytes, at, to) };
}

/** The attribute `r` of a row's tag between its `<` and its `>`; undefined where the writer left it out. */
export function rowNumberOf(bytes: Buffer, open: number, end: number): number | undefined {
  const found = /\sr\s*=\s*["'](\d{1,10})["']/.exec(bytes.toString('latin1', open, Math.min(end, open + 4096)));
  return found ? Number(found[1]) : undefined;
}

/** 翻页位置: where a page of a list begins or ends, as an opaque text that can stand in an address. Pure. */
import { z } from 'zod';

/** Keyset: rows after this one, or the rows before it. `keys` are the values the list is ordered by. */
export interface PlaceInList {
  side: 'AFTER' | 'BEFORE';
  keys: readonly (string | number)[];
  studentId: string;
}

const shape = z.tuple([
  z.enum(['AFTER', 'BEFORE']),
  z.array(z.union([z.string(), z.int().min(0).max(99)])).max(3),
  z.uuid(),
]);

/** The place as text. */
export const writePlace = ({ side, keys, studentId }: PlaceInList): string =>
  Buffer.from(JSON.stringify([side, keys, studentId])).toString('base64url');

/** Reads what writePlace wrote; undefined for anything else, so that a broken link shows the first page. */
export function readPlace(text: string): PlaceInList | undefined {
  try {
    const [side, keys, studentId] = shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { side, keys, studentId };
  } catch {
    return undefined;
  }
}

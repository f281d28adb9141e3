/** 可保存的文字: what no database can hold is refused at the door, with a sentence, not met as a fault further in. */
import { refuse } from '../kernel/refusal.ts';

/** Refuses BAD_INPUT where a text anywhere in the value holds the character 0 or half of a pair. */
export function refuseUnstorable(value: unknown): void {
  if (isUnstorable(value)) {
    throw refuse('BAD_INPUT', { what: '所填文字中有不能保存的字符，请删去看不见的字符后重填' });
  }
}

function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, part]) => isUnstorable(name) || isUnstorable(part));
}

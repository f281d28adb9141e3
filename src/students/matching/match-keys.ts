/** 查重键: keyed digests that two records of one child share, by which they find each other without being read. */
import type { BlindIndex } from '../../crypto/blind-index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';

/** What of a record the keys are made from. */
export interface MatchFacts {
  plainPinyin: string;
  bornOn: CivilDate;
  /** 18-digit resident identity number or residence permit; null for other documents. */
  residentNumber: string | null;
  guardians: { number: string | null; phone: string | null }[];
}

export type MatchKind = 'PINYIN_BIRTH' | 'PINYIN_AREA_SEQUENCE' | 'GUARDIAN_BIRTH';

export interface MatchKey {
  kind: MatchKind;
  hash: Buffer;
}

/** Resident identity card, residence permit, permanent residence card: the documents with numbers of that form. */
export const TYPES_OF_RESIDENT_FORM = ['1', 'C', '9'] as const;

/** 证件: the one text under which a document's number is unique on this node. */
export const identityHashOf = (index: BlindIndex, identityType: string, number: string): Buffer =>
  index.blindIndex('identity', `${identityType}/${number}`);

/**
 * The keys of a record. Same sound of the name and same birthday (also finds variant characters and homophones); same
 * sound, area and sequence of the identity number (finds a birthday mistyped in both); same guardian and birthday
 * (finds a changed name; also finds twins, which scoring sets aside).
 */
export function matchKeysOf(index: BlindIndex, facts: MatchFacts): MatchKey[] {
  const key = (kind: MatchKind, text: string): MatchKey => ({ kind, hash: index.blindIndex(`match/${kind}`, text) });
  const keys = [key('PINYIN_BIRTH', `${facts.plainPinyin}/${facts.bornOn}`)];
  const number = facts.residentNumber;
  if (number)
    keys.push(key('PINYIN_AREA_SEQUENCE', `${facts.plainPinyin}/${number.slice(0, 6)}/${number.slice(14, 17)}`));
  const guardians = new Set(
    facts.guardians.flatMap(({ number, phone }) => [number, phone]).filter((text) => text !== null),
  );
  for (const guardian of guardians) keys.push(key('GUARDIAN_BIRTH', `${guardian}/${facts.bornOn}`));
  return keys;
}

/** 姓名拼音: the reading of a name, for search and for papers. A guess where a character has several readings: stored, and corrected by hand. */
import { pinyin } from 'pinyin-pro';
import { NAME_DOT } from './name-characters.ts';
import { surnameOf } from './surnames.ts';

export interface NamePinyin {
  /** As written in papers (GB/T 28039): surname and given name apart, capital letters, tones. 李沐辰 → Lǐ Mùchén */
  readonly pinyin: string;
  /** As typed: lower case without tones, ü as v. → limuchen */
  readonly plain: string;
  /** → lmc */
  readonly initials: string;
}

/** Surnames that the dictionary reads as common words. */
const MISREAD: Record<string, string[]> = { 单于: ['chán', 'yú'], 單于: ['chán', 'yú'] };

/**
 * The pinyin of a name. The parts between dots are read one by one; characters without a known reading are left out;
 * a name in Latin letters is its own pinyin.
 */
export function pinyinOf(name: string): NamePinyin {
  if (!/\p{Script=Han}/u.test(name)) return pinyinOfLatin(name);
  const parts = name.split(NAME_DOT).filter((part) => part !== '');
  const words = parts.length > 1 ? parts.map((part) => readingsOf(part, 'off')) : surnameAndGivenName(name);
  const read = words.map((word) => word.filter((syllable) => /^[a-z]+$/.test(withoutTones(syllable))));
  const plain = read.flat().map(withoutTones);
  return {
    pinyin: read
      .map(joinWord)
      .filter((word) => word !== '')
      .join(parts.length > 1 ? NAME_DOT : ' '),
    plain: plain.join(''),
    initials: plain.map((syllable) => syllable.charAt(0)).join(''),
  };
}

/** One reading a character; a character the dictionary does not know stands for itself. */
function readingsOf(text: string, surname: 'head' | 'off'): string[] {
  return pinyin(text, { surname, type: 'array', toneType: 'symbol' });
}

function surnameAndGivenName(name: string): [string[], string[]] {
  const surname = surnameOf(name);
  const readings = readingsOf(name, 'head');
  const length = [...surname].length;
  return [MISREAD[surname] ?? readings.slice(0, length), readings.slice(length)];
}

/** Xī'ān: a syllable that begins with a vowel is set off from the one before it. */
function joinWord(syllables: string[]): string {
  const joined = syllables.reduce(
    (word, next) => word + (word !== '' && /^[aoe]/.test(withoutTones(next)) ? `'${next}` : next),
    '',
  );
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

function pinyinOfLatin(name: string): NamePinyin {
  const words = withoutTones(name.toLowerCase())
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  return { pinyin: name, plain: words.join(''), initials: words.map((word) => word.charAt(0)).join('') };
}

/** Syllables met before: there are some 1,300, and each name is asked about thrice. */
const plainSyllables = new Map<string, string>();
const LONGEST_SYLLABLE = 6;
const MOST_SYLLABLES = 5_000;

/** Plain letters: tones and accents off, ü as v, which is how it is typed. */
function withoutTones(text: string): string {
  const known = plainSyllables.get(text);
  if (known !== undefined) return known;
  const plain = text.normalize('NFD').replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '');
  if (text.length <= LONGEST_SYLLABLE && plainSyllables.size < MOST_SYLLABLES) plainSyllables.set(text, plain);
  return plain;
}

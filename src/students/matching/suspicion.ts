/** 疑似重复: how likely two records are one child, with every reason and its weight. Pure. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { similarityOfNumbers } from '../identity/similar-numbers.ts';

/** One side of a comparison. */
export interface Comparable {
  name: string;
  plainPinyin: string;
  gender: string;
  bornOn: CivilDate;
  residentNumber: string | null;
  /** Keyed digests of guardians' numbers and phones, in hex. */
  guardianHashes: readonly string[];
}

export interface SuspicionReason {
  code: string;
  sentence: string;
  weight: number;
}

export interface Suspicion {
  score: number;
  reasons: SuspicionReason[];
}

/** From this score on a person looks at the pair. */
export const SUSPICIOUS = 30;

/**
 * Compares two records. Undefined where the score stays under {@link SUSPICIOUS}. Twins (same guardian and birthday,
 * other name, two sound numbers) do not reach it; nor do two children of one name and birthday whose numbers differ
 * altogether, unless they share a guardian.
 */
export function compare(one: Comparable, other: Comparable): Suspicion | undefined {
  const found = compareRecords(one, other);
  return found.score >= SUSPICIOUS ? { ...found, score: Math.min(found.score, 100) } : undefined;
}

/** The same whatever comes out, for two records that somebody has set side by side. */
export function compareRecords(one: Comparable, other: Comparable): Suspicion {
  const reasons: SuspicionReason[] = [];
  const add = (code: string, weight: number, sentence: string) => reasons.push({ code, weight, sentence });
  const sameSound = one.plainPinyin === other.plainPinyin;
  const sameBirth = one.bornOn === other.bornOn;

  if (one.name === other.name) add('SAME_NAME', 20, '姓名相同');
  else if (sameSound) add('SAME_SOUND', 10, `姓名同音，用字不同：${one.name}、${other.name}`);
  if (sameBirth) add('SAME_BIRTH', 15, '出生日期相同');
  else if (isNear(one.bornOn, other.bornOn)) add('NEAR_BIRTH', 8, `出生日期相近：${one.bornOn}、${other.bornOn}`);
  if (one.gender === other.gender) add('SAME_GENDER', 5, '性别相同');
  else add('OTHER_GENDER', -15, '性别不同');
  if (one.residentNumber && other.residentNumber) {
    const similarity = similarityOfNumbers(one.residentNumber, other.residentNumber);
    if (similarity === 'one-digit' && sameSound) add('ONE_DIGIT', 30, '证件号只差一位');
    else if (similarity === 'transposed' && sameSound) add('TRANSPOSED', 30, '证件号相邻两位颠倒');
    else if (similarity === 'different') add('OTHER_NUMBER', -20, '证件号不同');
  } else add('NUMBER_MISSING', 5, '一方没有身份证件号');
  if (one.guardianHashes.some((hash) => other.guardianHashes.includes(hash))) {
    if (sameSound || !sameBirth) add('SAME_GUARDIAN', 25, '监护人证件号或电话相同');
    else add('SAME_GUARDIAN_OTHER_NAME', 5, '监护人相同而姓名不同，可能是双胞胎');
  }
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return { score, reasons };
}

/** Do two birthdays differ in one digit, or by two neighbouring digits changed over? */
function isNear(one: string, other: string): boolean {
  const places = [...one].flatMap((digit, place) => (digit === other[place] ? [] : [place]));
  if (places.length === 1) return true;
  const [first, second] = places;
  return places.length === 2 && one[first!] === other[second!] && one[second!] === other[first!];
}

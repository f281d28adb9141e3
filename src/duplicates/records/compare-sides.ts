/** 对照: what two records are taken for, with every reason and its weight. Pure. */
import { compareRecords } from '../../students/index.ts';
import type { Basis, DisputeData } from '../dispute.ts';
import type { SideRecord } from './read-side.ts';

/** Weight of one and the same number: with it nothing more is needed. */
const SAME_NUMBER = 60;

/** 问题类型、相似度、理由. The reasons hold no personal value: what differs the records themselves show. */
export function compareSides(
  one: Pick<SideRecord, 'comparable' | 'identityHash'>,
  other: Pick<SideRecord, 'comparable' | 'identityHash'>,
): Pick<DisputeData, 'basis' | 'score' | 'reasons'> {
  const same = one.identityHash !== null && other.identityHash !== null && one.identityHash.equals(other.identityHash);
  const found = compareRecords(one.comparable, other.comparable);
  const reasons = found.reasons.map(({ code, sentence, weight }) => ({
    code,
    weight,
    words: sentence.split('：')[0]!,
  }));
  const [a, b] = [one.comparable, other.comparable];
  const agree = a.name === b.name && a.gender === b.gender && a.bornOn === b.bornOn;
  const basis: Basis = !same ? 'LIKENESS' : agree ? 'NUMBER' : 'MISMATCH';
  if (same) reasons.unshift({ code: 'SAME_NUMBER', words: '证件号相同', weight: SAME_NUMBER });
  const score = Math.max(0, Math.min(100, found.score + (same ? SAME_NUMBER : 0)));
  return { basis, score, reasons };
}

/** 号码重复, 信息不符, 疑似重复. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  NUMBER: '身份证件号重复',
  MISMATCH: '身份信息不符',
  LIKENESS: '疑似重复',
};

/** 男女人数: how many boys, girls and others; codes of GB/T 2261.1. Pure. */

export interface GenderCounts {
  total: number;
  boys: number;
  girls: number;
  /** Neither 男 nor 女 on record. */
  others: number;
}

const BOY = '1';
const GIRL = '2';

/** Counts people, or groups of people where they bring a number of their own. */
export function countGenders(people: Iterable<{ gender: string; count?: number }>): GenderCounts {
  const counts: GenderCounts = { total: 0, boys: 0, girls: 0, others: 0 };
  for (const { gender, count = 1 } of people) {
    counts.total += count;
    if (gender === BOY) counts.boys += count;
    else if (gender === GIRL) counts.girls += count;
    else counts.others += count;
  }
  return counts;
}

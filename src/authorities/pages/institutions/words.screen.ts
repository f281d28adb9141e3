/** 机构用语: how an institution's facts are said on screens. */
import type { Stage } from '../../institutions/school-types.api.ts';

const DIGITS = '零一二三四五六七八九';

/** 六年制, 六三制, 五四制: the years of the stages a school has. */
export function systemWords({
  stages,
  years,
}: {
  stages: readonly Stage[];
  years: Partial<Record<Stage, number>>;
}): string {
  const numbers = stages.map((stage) => DIGITS[years[stage] ?? 0]).join('');
  return stages.length === 1 ? `${numbers}年制` : `${numbers}制`;
}

/** The years a stage may take on a form. */
export const YEARS_OFFERED: Record<Stage, readonly number[]> = { PRIMARY: [5, 6], JUNIOR: [3, 4], SENIOR: [3] };

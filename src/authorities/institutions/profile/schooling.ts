/** 学制: other years of schooling than the usual need the province's consent. */
import { refuse } from '../../../kernel/refusal.ts';
import { STAGES, type Stage, unusualYears } from '../school-types.api.ts';

/** 学制改革试验须经省级同意 (SC-5.1): other years than the usual need the number of the province's paper. */
export function refuseUnapprovedYears(
  stages: readonly Stage[],
  years: Partial<Record<Stage, number>>,
  provincialConsent: string | undefined,
): void {
  const unusual = unusualYears(stages, years);
  if (unusual.length === 0 || provincialConsent) return;
  const words = unusual.map((stage) => `${STAGES[stage]}${years[stage]}年`).join('、');
  throw refuse('LAW_REFUSES', { sentence: `${words}不是六三三学制，须有省级同意的文号，请填写文号` });
}

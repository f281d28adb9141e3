/** 办学: the stages that a type of school has, and years of schooling other than the usual. */
import { refuse } from '../../../kernel/refusal.ts';
import type { Stage } from '../../../policy/index.ts';
import { SCHOOL_TYPES, type SchoolType } from '../institution.store.ts';

export const STAGES: Record<Stage, string> = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '高中' };

/** 学制: 六三三 (SC-4.1, SC-4.2, SX-9.1, SX-9.2). */
export const USUAL_YEARS: Record<Stage, number> = { PRIMARY: 6, JUNIOR: 3, SENIOR: 3 };

const ALL: Stage[] = ['PRIMARY', 'JUNIOR', 'SENIOR'];
/** `exact`: these and no others. Special and specialised schools may have any. */
const STAGES_OF: Record<SchoolType, { stages: Stage[]; exact: boolean }> = {
  PRIMARY: { stages: ['PRIMARY'], exact: true },
  TEACHING_POINT: { stages: ['PRIMARY'], exact: true },
  NINE_YEAR: { stages: ['PRIMARY', 'JUNIOR'], exact: true },
  JUNIOR: { stages: ['JUNIOR'], exact: true },
  COMPLETE_SECONDARY: { stages: ['JUNIOR', 'SENIOR'], exact: true },
  SENIOR: { stages: ['SENIOR'], exact: true },
  TWELVE_YEAR: { stages: ALL, exact: true },
  SPECIAL: { stages: ALL, exact: false },
  SPECIALIZED: { stages: ALL, exact: false },
};

/** The stages a school of this type has where nobody says otherwise. */
export const usualStagesOf = (type: SchoolType): Stage[] => STAGES_OF[type].stages;

/** What is wrong with stages for a type of school; undefined where they fit. */
export function stagesFault(type: SchoolType, stages: readonly Stage[]): string | undefined {
  const { stages: own, exact } = STAGES_OF[type];
  const words = own.map((stage) => STAGES[stage]).join('、');
  if (stages.length === 0) return `${SCHOOL_TYPES[type]}至少有一个学段，可选${words}`;
  const fits = stages.every((stage) => own.includes(stage)) && (!exact || own.every((stage) => stages.includes(stage)));
  return fits ? undefined : `${SCHOOL_TYPES[type]}的学段应为${words}`;
}

/** The stages whose years are not the usual ones. Wrong years let students graduate a year early. */
export function unusualYears(stages: readonly Stage[], years: Partial<Record<Stage, number>>): Stage[] {
  return stages.filter((stage) => years[stage] !== undefined && years[stage] !== USUAL_YEARS[stage]);
}

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

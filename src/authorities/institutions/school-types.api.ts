/** 办学类型与学段: which stages each type of school has, and the usual years of schooling; for server and pages alike. */

export type Stage = 'PRIMARY' | 'JUNIOR' | 'SENIOR';

export const STAGES: Record<Stage, string> = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '高中' };

/** 学制: 六三三 (SC-4.1, SC-4.2, SX-9.1, SX-9.2). */
export const USUAL_YEARS: Record<Stage, number> = { PRIMARY: 6, JUNIOR: 3, SENIOR: 3 };

/** 办学类型. */
export const SCHOOL_TYPES = {
  PRIMARY: '小学',
  TEACHING_POINT: '教学点',
  NINE_YEAR: '九年一贯制学校',
  JUNIOR: '初级中学',
  COMPLETE_SECONDARY: '完全中学',
  SENIOR: '高级中学',
  TWELVE_YEAR: '十二年一贯制学校',
  SPECIAL: '特殊教育学校',
  SPECIALIZED: '专门学校',
  VOCATIONAL: '中等职业学校',
} as const;
export type SchoolType = keyof typeof SCHOOL_TYPES;

const ALL: Stage[] = ['PRIMARY', 'JUNIOR', 'SENIOR'];
const STAGES_OF: Record<SchoolType, Stage[]> = {
  PRIMARY: ['PRIMARY'],
  TEACHING_POINT: ['PRIMARY'],
  NINE_YEAR: ['PRIMARY', 'JUNIOR'],
  JUNIOR: ['JUNIOR'],
  COMPLETE_SECONDARY: ['JUNIOR', 'SENIOR'],
  SENIOR: ['SENIOR'],
  TWELVE_YEAR: ALL,
  SPECIAL: ALL,
  SPECIALIZED: ALL,
  VOCATIONAL: ['SENIOR'],
};

/** The stages a school of this type has where nobody says otherwise. */
export const usualStagesOf = (type: SchoolType): Stage[] => STAGES_OF[type];

/** May a school of this type leave out some of its stages? */
export const choosesStages = (type: SchoolType): boolean => type === 'SPECIAL' || type === 'SPECIALIZED';

/** What is wrong with stages for a type of school; undefined where they fit. */
export function stagesFault(type: SchoolType, stages: readonly Stage[]): string | undefined {
  const own = STAGES_OF[type];
  const words = own.map((stage) => STAGES[stage]).join('、');
  if (stages.length === 0) return `${SCHOOL_TYPES[type]}至少有一个学段，可选${words}`;
  const complete = choosesStages(type) || own.every((stage) => stages.includes(stage));
  return complete && stages.every((stage) => own.includes(stage))
    ? undefined
    : `${SCHOOL_TYPES[type]}的学段应为${words}`;
}

/** The stages whose years are not the usual ones. Wrong years let students graduate a year early. */
export function unusualYears(stages: readonly Stage[], years: Partial<Record<Stage, number>>): Stage[] {
  return stages.filter((stage) => years[stage] !== undefined && years[stage] !== USUAL_YEARS[stage]);
}

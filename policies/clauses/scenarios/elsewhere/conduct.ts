/** 情景（奖惩）: those that another subject's question answers. */

/** By the number of the scenario within its capability: where it is proved. */
export const conduct: Readonly<Record<string, string>> = {
  'N4.2':
    'a guest is refused on the guest school’s proficiency roster with the article: src/school-life/assessments/api/assessments.routes.test.ts; question guest-study, whose rules cite SX-27.3 (policies/140000-shanxi/leave)',
};

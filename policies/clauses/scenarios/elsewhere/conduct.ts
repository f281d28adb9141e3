/** 情景（奖惩）: those that another subject's question answers. */

/** By the number of the scenario within its capability: where it is proved. */
export const conduct: Readonly<Record<string, string>> = {
  'N4.2':
    'a student in guest study takes the proficiency examinations at the school of the registration: question guest-study, whose rules cite SX-27.3 (policies/140000-shanxi/leave)',
};

/** 奖惩之问: discipline, awards and assessments. */

export const conductQuestions = {};

/** 离校之问: withdrawal, dropout, death, missing, abroad, and staying down or skipping. */

export const departureQuestions = {};

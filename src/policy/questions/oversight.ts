/** 监管之问: disclosure, reviews, reports, sanctions, institutions and accounts. */

export const oversightQuestions = {};

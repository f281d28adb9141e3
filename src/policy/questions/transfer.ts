/** 转学之问: transfers, between two places or within one, and where a child may sit. */

export const transferQuestions = {};

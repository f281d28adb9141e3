/** 毕业之问: graduation, completion, certificates. */

export const graduationQuestions = {};

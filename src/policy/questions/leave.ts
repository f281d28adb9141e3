/** 休学之问: leave, return, guest study, leave of absence. */

export const leaveQuestions = {};

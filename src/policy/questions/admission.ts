/** 招生入学之问: plans, check-in and the gates of entry. */

export const admissionQuestions = {};

/** 档案之问: key data, student file, hand-over, special groups. */

export const fileQuestions = {};

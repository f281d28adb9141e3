/** 借读记录的种类. */

export const entryKinds = { RESULT: '成绩', ATTENDANCE: '考勤', CONDUCT: '奖惩', OTHER: '其他' } as const;

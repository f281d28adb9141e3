/** 取消入学资格的用语. */

/** 审查事由. */
export const CANCELLATION_GROUNDS = {
  FRAUD: '弄虚作假、冒名顶替',
  ELSEWHERE: '已在他校高中在籍或录取',
  FINISHED: '高中阶段已毕业、结业或肄业',
  NO_SHOW: '期满未报到',
} as const;

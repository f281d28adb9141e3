/** 终止事由: how a registration ended where none follows it, in words. */

export const END_REASONS = {
  WITHDRAWN: '退学',
  WITHDRAWN_BY_RULE: '自动退学',
  DECEASED: '死亡',
  WENT_ABROAD: '出国（境）',
  PAST_COMPULSORY: '超过义务教育年限',
  EXPELLED: '开除学籍',
  GRADUATED: '毕业',
  COMPLETED: '结业',
  LEFT_PARTIAL: '肄业',
  CANCELLED: '学籍撤销',
} as const;

export type EndReason = keyof typeof END_REASONS;

/** 退学; 学籍终止 for a row that was written without a reason. */
export const endReasonWords = (reason: string | null): string =>
  reason === null ? '学籍终止' : (END_REASONS[reason as EndReason] ?? reason);

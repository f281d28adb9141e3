/** 通知的用语: kinds and ways. */

export const NOTICE_KINDS = {
  CASE_ARRIVED: '办件到达本单位',
  CASE_RETURNED: '办件退回补正或退回经办',
  CASE_DECIDED: '本人经手的办件办结',
  CASE_DUE_SOON: '办件即将到期',
  CASE_OVERDUE: '办件逾期',
  PAPER_DUE: '待转档案和待补交材料',
  SCHOOL_LIFE_DUE: '处分期满、困难复核和补考',
  CASE_REMINDED: '办件被催办',
  CASE_ESCALATED: '下级办件逾期',
  CASE_FORCED: '本单位的办件被强制办理',
  REGISTRATION_CHANGED: '本校学生学籍变动',
} as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** 站内 is the product itself. */
export const CHANNELS = { SITE: '站内', MAIL: '电子邮件', SMS: '短信' } as const;
export type Channel = keyof typeof CHANNELS;

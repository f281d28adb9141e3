/** 归档材料种类: papers that texts name for a file, each with the head it belongs to. */

/** Words that are kept of a paper unless somebody calls it otherwise. */
export const PAPER_KINDS = {
  HOUSEHOLD: { words: '户籍证明（居民户口簿）', head: 'PROOFS' },
  SIGNED_FORM: { words: '学生基本信息表（已签字）', head: 'BASICS' },
  TRANSFER_FORM: { words: '转学申请表', head: 'PROOFS' },
  LEAVE_FORM: { words: '休学申请表', head: 'PROOFS' },
  LEAVER_CARD: { words: '小学毕业生登记卡和入学通知书', head: 'PROOFS' },
  BOOK: { words: '初中学生学籍簿', head: 'BASICS' },
  CARD: { words: '初中学生卡片', head: 'BASICS' },
  LEAVING_FORM: { words: '初中毕业生登记表', head: 'BASICS' },
  PRACTICE: { words: '社会实践活动登记表', head: 'DEVELOPMENT' },
  QUALITY: { words: '综合素质发展报告', head: 'DEVELOPMENT' },
  SPORT: { words: '体育合格标准登记卡', head: 'HEALTH' },
  PHYSICAL: { words: '学生体格检查表', head: 'HEALTH' },
  AWARD: { words: '获奖证书', head: 'AWARDS' },
  AID: { words: '资助审批表', head: 'AID' },
  OTHERS: { words: '初中阶段其他材料', head: 'PROOFS' },
} as const;
export type PaperKind = keyof typeof PAPER_KINDS;

/** Anything that no text names. */
export const OTHER_PAPER = 'OTHER' as const;

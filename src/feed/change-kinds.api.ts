/** 变动种类: the kinds of change in words. */

/** The kinds of change, with the words in which people choose among them. */
export const CHANGE_KINDS = {
  CASE_OPENED: '办件开办',
  CASE_MOVED: '办件流转',
  CASE_DECIDED: '办件办结',
  CASE_FORCED: '强制办理',
  CASE_LAPSED: '办件系统撤回',
  CASE_REMINDED: '办件催办',
  REGISTRATION_BEGUN: '学籍开始',
  REGISTRATION_CHANGED: '学籍变动',
  REGISTRATION_ENDED: '学籍终止',
  NUMBER_ISSUED: '学籍号赋号',
  KEY_DATA_CHANGED: '关键数据变更',
  RECORD_CHANGED: '一般信息变更',
  CLASS_GROUP_CHANGED: '班级变动',
} as const;
export type ChangeKind = keyof typeof CHANGE_KINDS;

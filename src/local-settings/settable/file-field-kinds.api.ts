/** 自设项的种类. */

/** 自设项的种类. */
export const FILE_FIELD_KINDS = {
  TEXT: '文字',
  NUMBER: '数值',
  DAY: '日期',
  CHOICE: '单选',
  YES_NO: '是否',
} as const;
export type FileFieldKind = keyof typeof FILE_FIELD_KINDS;

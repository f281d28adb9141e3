/** 应附材料的说法: apart from the shapes, so that pages need not load what checks them. */

/** 应附材料, as the registrar has them in hand. */
export const PAPER_WORDS = {
  HOUSEHOLD_REGISTER: '居民户口簿',
  OTHER_PROOF: '其他证明文件',
  COPY: '所持证件的复印件',
} as const;

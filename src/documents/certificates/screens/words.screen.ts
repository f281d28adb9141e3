/** 证书用语 of the screens. */

export const STAGE_WORDS = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;
export const OUTCOME_WORDS = { GRADUATED: '毕业', COMPLETED: '结业', LEFT_PARTIAL: '肄业' } as const;
export const CERTIFICATE_WORDS = { GRADUATED: '毕业证书', COMPLETED: '结业证书', LEFT_PARTIAL: '肄业证书' } as const;
export const GROUND_WORDS = { LOST: '毕业证书遗失', DAMAGED: '毕业证书损坏' } as const;
export const MARK_WORDS = {
  PRINCIPAL: '校长签字',
  SCHOOL: '学校盖章',
  COUNTY: '县级教育行政部门验印',
  CITY: '市级教育行政部门鉴印',
  REGISTRY: '学籍管理专用章',
} as const;

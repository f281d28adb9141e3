/** 选项: codes that several questions share, with the words that forms and findings use. */

export const STAGES = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' } as const;
export type Stage = keyof typeof STAGES;

/** 批准机关: who may approve an exception that a text leaves to approval. */
export const APPROVERS = {
  TOWNSHIP: '乡镇人民政府',
  COUNTY: '县级教育行政部门',
  CITY: '市级教育行政部门',
  PROVINCE: '省级教育行政部门',
} as const;
export type Approver = keyof typeof APPROVERS;

/** 学籍主管部门的层级: who supervises a school. */
export const SUPERVISORS = { COUNTY: '县级', CITY: '市级', PROVINCE: '省级' } as const;
export type Supervisor = keyof typeof SUPERVISORS;

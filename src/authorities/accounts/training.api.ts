/** 岗前培训: what somebody must have learned before taking office; for server and pages alike. */

/** 岗前培训的五项内容 (MOE-N3.2). */
export const TRAINING_TOPICS = {
  IMPORTANCE: '学籍管理工作的重要意义',
  MEASURES: '学籍管理办法',
  SYSTEM: '系统的基本功能',
  DATA_CAPTURE: '学籍信息采集的基本要求',
  CHANGES: '各类学籍变动的操作',
} as const;
export type TrainingTopic = keyof typeof TRAINING_TOPICS;

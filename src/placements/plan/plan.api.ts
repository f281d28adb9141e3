/** 分班方案接口形状: the board: class groups, students, adjustments, what the law says. */
import { z } from 'zod';
import { boundsShape, stageShape } from '../placements.api.ts';

const counts = { total: z.number().int(), boys: z.number().int(), girls: z.number().int(), others: z.number().int() };

const plannedGroupShape = z.object({
  id: z.uuid(),
  name: z.string().describe('七(3)班'),
  ordinal: z.number().int(),
  teacherName: z.string().nullable().describe('已指定或抽到的班主任'),
  ...counts,
  present: z.object(counts).describe('分班前已在班的'),
});

const plannedStudentShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  gender: z.string(),
  genderWords: z.string(),
  classGroupId: z.uuid(),
  drawnId: z.uuid().describe('抽到的班级'),
  special: z.boolean().describe('随班就读'),
  boards: z.boolean().describe('住校'),
});

const wishWords = {
  kind: z.enum(['TOGETHER', 'APART']),
  studentIds: z.array(z.uuid()).min(2).max(20),
  reason: z.string().trim().min(2, '请写明理由，不少于2个字').max(200),
};
export const wishShape = z.object(wishWords);

const adjustmentShape = z.object({
  seq: z.number().int(),
  studentId: z.uuid(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  personName: z.string(),
  at: z.string(),
});

const planFindingShape = z.object({
  verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
  sentence: z.string(),
  chip: z.string(),
  remedy: z.string().optional(),
  classGroupId: z.uuid().optional(),
});

export const PLAN_STATES = {
  DRAFT: '草稿',
  IN_REVIEW: '核办中',
  RETURNED: '退回调整',
  PUBLISHED: '已公布',
  DISCARDED: '已作废',
} as const;

export const planShape = z.object({
  id: z.uuid(),
  school: z.object({ id: z.uuid(), name: z.string() }),
  stage: stageShape,
  grade: z.number().int(),
  gradeWords: z.string(),
  intakeWords: z.string(),
  state: z.enum(Object.keys(PLAN_STATES) as (keyof typeof PLAN_STATES)[]),
  case: z.object({ id: z.uuid(), number: z.string(), stateWords: z.string() }).nullable(),
  reviewer: z.string().nullable().describe('本地规定须审核时，审核的学籍主管部门'),
  mayChange: z.boolean(),
  version: z.number().int(),
  today: z.string(),
  seed: z.string(),
  draws: z.number().int(),
  drawnAt: z.string(),
  madeByName: z.string(),
  teacherSeed: z.string().nullable(),
  bounds: boundsShape.nullable(),
  groups: z.array(plannedGroupShape),
  students: z.array(plannedStudentShape),
  waiting: z.number().int().describe('抽取后新到、尚未列入方案的'),
  wishes: z.array(z.object({ ...wishWords, names: z.array(z.string()), kept: z.boolean() })),
  adjustments: z.array(adjustmentShape),
  findings: z.array(planFindingShape),
});

export const planLinesShape = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      grade: z.number().int(),
      gradeWords: z.string(),
      intakeYear: z.number().int(),
      intakeWords: z.string(),
      stage: stageShape,
      state: z.enum(['OPEN', 'PUBLISHED', 'DISCARDED']),
      seed: z.string(),
      drawnAt: z.string(),
    }),
  ),
});

export type PlanView = z.infer<typeof planShape>;
export type PlannedGroupView = z.infer<typeof plannedGroupShape>;
export type PlannedStudentView = z.infer<typeof plannedStudentShape>;
export type PlanLines = z.infer<typeof planLinesShape>;
export type WishInput = z.infer<typeof wishShape>;

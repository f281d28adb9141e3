/** 毕业接口形状. */
import { z } from 'zod';

export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
export const outcomeShape = z.enum(['GRADUATED', 'COMPLETED', 'LEFT_PARTIAL']);
const stayShape = z.enum(['AWAY', 'OPEN_CASE', 'PROBLEM_RECORD', 'MISSING_RESULTS', 'NOT_FINISHED', 'WEIGHED_ABOVE']);
export const factsShape = z.record(z.string().max(40), z.union([z.boolean(), z.number().min(0), z.string().max(20)]));
const approverShape = z.enum(['SCHOOL', 'AUTHORITY', 'CITY']).describe('核准机关');
const groundShape = z.object({ sentence: z.string(), chip: z.string().nullable().describe('依据的条款') });

const judgedShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  outcome: outcomeShape.nullable().describe('毕业、结业、肄业；暂不办理的为空'),
  outcomeWords: z.string(),
  stay: stayShape.nullable().describe('暂不办理的情形'),
  grounds: z.array(groundShape),
});

export const gridShape = z.object({
  classGroupName: z.string(),
  schoolName: z.string(),
  stage: stageShape,
  stageWords: z.string(),
  year: z.number().int().describe('毕业年度'),
  decidedBy: approverShape,
  /** 录入栏: in the order of the law's question. */
  columns: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(['FLAG', 'NUMBER', 'CHOICE']),
      unit: z.string().nullable(),
      choices: z.array(z.object({ code: z.string(), words: z.string() })),
    }),
  ),
  /** 不能改的原因; null where the caller's school may enter. */
  closed: z.string().nullable(),
  rows: z.array(
    judgedShape.extend({
      numberMasked: z.string(),
      facts: factsShape.nullable(),
      version: z.number().int(),
      carriedFrom: z
        .object({ schoolName: z.string(), year: z.number().int() })
        .nullable()
        .describe('随学籍转来的成绩由谁录入；本校本年度录入的为空'),
      found: factsShape.describe('学籍档案里已有的成绩和评价，可以带入'),
    }),
  ),
});
export type GraduationGrid = z.infer<typeof gridShape>;

export const resultsBody = z.object({
  results: z
    .array(z.object({ studentId: z.uuid(), facts: factsShape, seenVersion: z.number().int().min(0) }))
    .min(1)
    .max(200),
});

export const trialBody = z.object({
  results: z
    .array(z.object({ studentId: z.uuid(), facts: factsShape }))
    .min(1)
    .max(200),
});
export const trialShape = z.object({ rows: z.array(judgedShape) });
export type GraduationTrial = z.infer<typeof trialShape>;

export const outcomesShape = z.object({
  schoolName: z.string(),
  stageWords: z.string(),
  year: z.number().int(),
  current: z.number().int().describe('本年度'),
  counts: z.record(outcomeShape, z.number().int()),
  students: z.array(
    judgedShape.extend({
      classGroupName: z.string().nullable(),
      endedOn: z.string().nullable().describe('学籍按此结果终止的日期；尚未终止的为空'),
      caseId: z.uuid().nullable(),
    }),
  ),
});
export type GraduationOutcomes = z.infer<typeof outcomesShape>;

const countsShape = z.record(outcomeShape, z.number().int());

export const graduationListShape = z.object({
  year: z.number().int(),
  schoolId: z.uuid().nullable().describe('本校；主管部门为空'),
  /** 本校毕业年级. */
  stages: z.array(
    z.object({
      stage: stageShape,
      stageWords: z.string(),
      students: z.number().int(),
      ready: z.number().int().describe('结果已明的人数'),
      leaving: countsShape.describe('结果已明的，各有多少'),
      stays: z.array(judgedShape).describe('暂不办理的学生'),
      short: z.array(judgedShape).describe('拟作结业、肄业的学生'),
      ended: countsShape.describe('本年度已办结的，各有多少'),
      decidedBy: approverShape,
      underWay: z.object({ caseId: z.uuid(), number: z.string() }).nullable().describe('在办办件'),
      classGroups: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          students: z.number().int(),
          recorded: z.number().int().describe('录过成绩的人数'),
          ready: z.number().int(),
        }),
      ),
    }),
  ),
  /** 下级学校，或者下级地方. */
  below: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      /** 学校和学段; null for a place. */
      school: z.object({ id: z.uuid(), stage: stageShape, stageWords: z.string() }).nullable(),
      lists: z.number().int().describe('应办的毕业名单份数'),
      students: z.number().int().nullable().describe('毕业年级在籍人数；下级地方不统计'),
      recorded: z.number().int().nullable().describe('录过成绩的人数'),
      underWay: z.number().int().describe('在办份数'),
      done: z.number().int().describe('已办结份数'),
      ended: countsShape,
    }),
  ),
  items: z.array(
    z.object({
      caseId: z.uuid(),
      number: z.string(),
      schoolId: z.uuid(),
      schoolName: z.string(),
      stage: stageShape,
      stageWords: z.string(),
      state: z.string(),
      stateWords: z.string(),
      undone: z.boolean().describe('办结后又整件撤销'),
      outcomes: z.string(),
      openedOn: z.string(),
    }),
  ),
});
export type GraduationList = z.infer<typeof graduationListShape>;

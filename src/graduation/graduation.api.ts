/** 毕业接口形状. */
import { z } from 'zod';

export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
export const outcomeShape = z.enum(['GRADUATED', 'COMPLETED', 'LEFT_PARTIAL']);
const stayShape = z.enum(['AWAY', 'OPEN_CASE', 'PROBLEM_RECORD', 'MISSING_RESULTS', 'NOT_FINISHED', 'WEIGHED_ABOVE']);
export const factsShape = z.record(z.string().max(40), z.union([z.boolean(), z.number().min(0), z.string().max(20)]));
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
  stage: stageShape,
  year: z.number().int().describe('毕业年度'),
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

export const outcomesShape = z.object({
  schoolName: z.string(),
  stageWords: z.string(),
  year: z.number().int(),
  counts: z.record(outcomeShape, z.number().int()),
  students: z.array(judgedShape.extend({ ended: z.boolean().describe('学籍已按此结果终止') })),
});
export type GraduationOutcomes = z.infer<typeof outcomesShape>;

export const graduationListShape = z.object({
  year: z.number().int(),
  /** 本校毕业年级. */
  stages: z.array(
    z.object({
      stage: stageShape,
      stageWords: z.string(),
      students: z.number().int(),
      ready: z.number().int().describe('结果已明的人数'),
      decidedBy: z.enum(['SCHOOL', 'AUTHORITY', 'CITY']).describe('核准机关'),
      underWay: z.string().nullable().describe('在办办件编号'),
      classGroups: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          students: z.number().int(),
          ready: z.number().int(),
        }),
      ),
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
      outcomes: z.string(),
      openedOn: z.string(),
    }),
  ),
});
export type GraduationList = z.infer<typeof graduationListShape>;

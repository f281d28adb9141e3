/** 班级接口形状. */
import { z } from 'zod';
import { reasonField } from '../form-fields.api.ts';

const countsShape = z.object({ total: z.number().int(), boys: z.number().int(), girls: z.number().int() });

export const classGroupShape = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string().describe('一(1)班'),
  stage: z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']),
  grade: z.number().int(),
  gradeName: z.string(),
  intakeYear: z.number().int(),
  intakeName: z.string().describe('2026级'),
  ordinal: z.number().int(),
  kind: z.string(),
  teacherId: z.uuid().nullable(),
  teacherName: z.string().nullable(),
  counts: countsShape,
  /** What the law of the place says of this size; empty where it says nothing. */
  findings: z.array(
    z.object({
      verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
      sentence: z.string(),
      remedy: z.string().nullable(),
      chip: z.string(),
      clauses: z.array(z.string()).readonly(),
    }),
  ),
  bounds: z.object({ preferred: z.number().int(), most: z.number().int() }).nullable().describe('班额：原则上与最多'),
  validFrom: z.string(),
});

export const classStructureShape = z.object({
  schoolId: z.uuid(),
  schoolName: z.string(),
  schoolYear: z.number().int(),
  grades: z.array(
    z.object({
      grade: z.number().int(),
      gradeName: z.string(),
      stage: z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']),
      intakeYear: z.number().int(),
      intakeName: z.string(),
      counts: countsShape,
      classGroups: z.array(classGroupShape),
    }),
  ),
  unplaced: z.number().int().describe('在册而未编班的学生'),
});

export const openingsBody = z.object({
  openings: z
    .array(z.object({ grade: z.int().min(1).max(12), count: z.int().min(1).max(60) }))
    .min(1)
    .max(12),
  schoolYear: z.int().min(2000).max(2100).optional(),
  kind: z
    .string()
    .regex(/^\d{2}$/)
    .default('10')
    .describe('班级类型代码'),
});

export const teacherBody = z.object({ accountId: z.uuid().nullable() });
export const closingBody = z.object({ reason: reasonField });

export type ClassGroupView = z.infer<typeof classGroupShape>;
export type ClassStructure = z.infer<typeof classStructureShape>;

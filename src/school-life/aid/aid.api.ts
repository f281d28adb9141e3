/** 资助接口形状. */
import { z } from 'zod';

export const SCHEME_CODES = ['LIVING', 'FEES', 'GRANT', 'MEALS', 'OTHER'] as const;

export const aidEntryShape = z.object({
  scheme: z.enum(SCHEME_CODES),
  term: z.union([z.literal(1), z.literal(2)]),
  givenOn: z.iso.date('请填写发放日期'),
  note: z.string().trim().max(100).optional(),
  amounts: z
    .array(
      z.object({ studentId: z.uuid(), amount: z.number().positive('金额须大于零').max(100_000, '金额过大，请核对') }),
    )
    .min(1, '请先选择学生')
    .max(500, '一次最多500名学生'),
});
export type AidEntry = z.infer<typeof aidEntryShape>;

export const aidsShape = z.object({
  schoolYear: z.number().int(),
  poor: z.array(
    z.object({
      studentId: z.uuid(),
      name: z.string(),
      classGroupName: z.string(),
      degreeWords: z.string(),
      from: z.string(),
    }),
  ),
  /** Empty for class teachers: they know who is poor, not who received what. */
  items: z.array(
    z.object({
      id: z.uuid(),
      studentId: z.uuid(),
      name: z.string(),
      schemeWords: z.string(),
      amount: z.number(),
      termWords: z.string(),
      givenOn: z.string(),
      note: z.string().nullable(),
    }),
  ),
});
export type AidList = z.infer<typeof aidsShape>;

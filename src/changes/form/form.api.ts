/** 申请表的形状: the fields of a form as they are sent to a screen, and which of them are to be filled in. Pure. */
import { z } from 'zod';

/** One field; `when` names another field and the values of it with which this one is asked at all. */
export const formFieldShape = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['DAY', 'NUMBER', 'FLAG', 'TEXT', 'CHOICE', 'CHOICES']),
  options: z.array(z.object({ code: z.string(), words: z.string() })).describe('可选项；其他类别为空'),
  unit: z.string().nullable(),
  least: z.number().nullable(),
  most: z.number().nullable(),
  required: z.boolean(),
  when: z
    .object({ key: z.string(), among: z.array(z.string()) })
    .nullable()
    .describe('只在另一项为这些值时填'),
  hint: z.string().nullable(),
  past: z.boolean().describe('日期不得晚于今天'),
});

/** What is filled in, by field; what was left empty is left out. */
export const formValuesShape = z.record(
  z.string().max(40),
  z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(60)).max(40)]),
);

export type FormFieldView = z.infer<typeof formFieldShape>;
export type FormValues = z.infer<typeof formValuesShape>;

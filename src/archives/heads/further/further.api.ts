/** 自设项接口形状. */
import { z } from 'zod';

const id = z.uuid();

export const fieldEntryShape = z.object({
  entries: z
    .array(z.object({ studentId: id, values: z.record(z.string().max(60), z.string().max(200)) }))
    .min(1)
    .max(200),
});

export const fieldGridShape = z.object({
  classGroup: z.object({ id, name: z.string() }),
  items: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      valueKind: z.enum(['TEXT', 'NUMBER', 'DAY', 'CHOICE', 'YES_NO']),
      kindWords: z.string(),
      required: z.boolean(),
      choices: z.array(z.string()),
      setBy: z.string(),
    }),
  ),
  students: z.array(
    z.object({
      studentId: id,
      name: z.string(),
      seatNo: z.number().int().nullable(),
      values: z.record(z.string(), z.string()),
    }),
  ),
});

const field = z.object({
  key: z.string(),
  title: z.string(),
  setBy: z.string(),
  from: z.string(),
  caseId: id,
  required: z.boolean(),
  ended: z.boolean(),
  notice: z.string(),
  kindWords: z.string(),
  choices: z.array(z.string()),
  stageWords: z.string(),
  students: z.number().int().describe('应填的学生：此项学段内的在籍学生'),
  filled: z.number().int().describe('其中已填的'),
});

export const fieldsShape = z.object({
  chip: z.string().describe('谁可以设，依据条款'),
  here: z.array(field).describe('本地和上级所设'),
  below: z.array(field).describe('下级所设，报本级备案'),
});

export type FieldEntry = z.infer<typeof fieldEntryShape>;
export type FieldGrid = z.infer<typeof fieldGridShape>;
export type FieldsView = z.infer<typeof fieldsShape>;

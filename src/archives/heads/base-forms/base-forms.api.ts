/** 学籍表核对接口形状. */
import { z } from 'zod';

const id = z.uuid();

const signOffShape = z.object({
  students: z.number().int(),
  lacking: z.number().int(),
  signedByName: z.string(),
  signedOn: z.string(),
  reviewedByName: z.string().nullable(),
  reviewedOn: z.string().nullable(),
});

export const checkShape = z.object({ studentIds: z.array(id).min(1).max(200) });

export const groupFormsShape = z.object({
  classGroup: z.object({ id, name: z.string() }),
  term: z.string(),
  chip: z.string().nullable().describe('班主任审核的依据条款'),
  students: z.array(
    z.object({
      studentId: id,
      name: z.string(),
      seatNo: z.number().int().nullable(),
      missing: z.array(z.string()).describe('学籍表未填的必填项'),
      fileLacks: z.array(z.string()).describe('学籍档案缺项'),
      differences: z.array(z.object({ label: z.string(), before: z.string(), now: z.string() })),
      lastCheck: z.object({ words: z.string(), on: z.string(), byName: z.string() }).nullable(),
      checked: z.boolean(),
      changedSince: z.boolean().describe('本学期核对后又有变动'),
    }),
  ),
  signOff: signOffShape.nullable(),
});

export const formChecksShape = z.object({
  term: z.string(),
  classGroups: z.array(
    z.object({
      id,
      name: z.string(),
      total: z.number().int(),
      checked: z.number().int(),
      signOff: signOffShape.nullable(),
    }),
  ),
});

export type GroupFormsView = z.infer<typeof groupFormsShape>;
export type FormChecksView = z.infer<typeof formChecksShape>;

/** 辍学名册接口形状: who has dropped out in a place, who came back, and whose file goes home at term end. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';

const day = z.string().refine(isCivilDate, '日期须写作2026-09-01');

const reportShape = z.object({
  recipientName: z.string(),
  on: z.string(),
  receivedOn: z.string().nullable(),
});

const handOverShape = z.object({
  asked: z.string().describe('规定由学籍主管部门办的事'),
  chip: z.string(),
  dueOn: z.string().describe('学期末'),
  household: z.string(),
  sent: z
    .object({
      receiverName: z.string(),
      on: z.string(),
      receivedOn: z.string().nullable(),
      receivedBy: z.string().nullable(),
    })
    .nullable(),
});

export const dropoutShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  numberMasked: z.string(),
  gradeWords: z.string(),
  schoolName: z.string(),
  since: z.string().describe('登记辍学的日期'),
  reason: z.string(),
  whereaboutsWords: z.string(),
  familyWords: z.string(),
  reports: z.array(reportShape),
  caseId: z.uuid(),
  handOver: handOverShape.nullable().describe('学期末应转交档案的'),
});

export const dropoutsShape = z.object({
  today: z.string(),
  term: z.object({ words: z.string(), endsOn: z.string() }),
  counts: z.object({
    now: z.number().int().describe('现在辍学'),
    reported: z.number().int().describe('本学年新登记'),
    returned: z.number().int().describe('本学年复学'),
    persuaded: z.number().int().describe('其中经劝返、责令返校'),
    toHandOver: z.number().int().describe('本学期末待转交档案'),
  }),
  schools: z.array(
    z.object({
      schoolName: z.string(),
      now: z.number().int(),
      reported: z.number().int(),
      returned: z.number().int(),
      persuaded: z.number().int(),
    }),
  ),
  items: z.array(dropoutShape),
});

export const handOverRequestShape = z.object({
  receiverName: z.string().trim().min(2, '请写明接收机构').max(80),
  on: day,
  onPaper: z.boolean(),
});
export const handOverReceiptShape = z.object({ on: day, by: z.string().trim().min(1, '请写明签收人').max(50) });

export type DropoutsView = z.infer<typeof dropoutsShape>;
export type DropoutItem = z.infer<typeof dropoutShape>;
export type HandOverRequest = z.infer<typeof handOverRequestShape>;
export type HandOverReceipt = z.infer<typeof handOverReceiptShape>;

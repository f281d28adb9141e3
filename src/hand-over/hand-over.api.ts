/** 档案转接接口形状. */
import { z } from 'zod';

const coded = z.object({ value: z.string(), words: z.string() });

export const handOverShape = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  caseId: z.uuid().nullable().describe('学籍不经办件转接的为空'),
  reasonWords: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  fromName: z.string(),
  toName: z.string(),
  completedOn: z.string(),
  dueOn: z.string().nullable().describe('没有规定期限的为空'),
  state: z.enum(['OWED', 'OVERDUE', 'SENT', 'RECEIVED', 'INCOMPLETE', 'SUPPLIED', 'TAKEN_BACK']),
  daysLeft: z.number().int().nullable().describe('离到期还有几天；负数为逾期；已转出的为空'),
  sent: z
    .object({
      on: z.string(),
      byName: z.string(),
      wayWords: z.string(),
      parcel: z.string().nullable(),
      partsWords: z.array(z.string()),
      pages: z.number().int(),
      keptWords: z.array(z.string()),
      lateReason: z.string().nullable(),
    })
    .nullable(),
  received: z
    .object({
      on: z.string(),
      byName: z.string(),
      complete: z.boolean(),
      missingWords: z.array(z.string()),
      note: z.string().nullable(),
      suppliedOn: z.string().nullable(),
    })
    .nullable(),
  may: z.enum(['SEND', 'RECEIVE', 'SUPPLY']).nullable().describe('读者可办的事'),
});

export const handOverPageShape = z.object({
  items: z.array(handOverShape),
  toSend: z.number().int(),
  overdue: z.number().int(),
  toReceive: z.number().int(),
});

const said = z.object({ sentence: z.string(), chip: z.string() });

export const handOverViewShape = z.object({
  handOver: handOverShape.nullable().describe('此件没有档案须转的为空'),
  term: said.nullable(),
  breach: said.extend({ remedy: z.string().nullable() }).nullable().describe('逾期未转的，依规如何处理'),
  choices: z.object({ ways: z.array(coded), parts: z.array(coded), copies: z.array(coded) }),
});

export const scanShape = z.object({
  code: z.string(),
  handOver: handOverShape.nullable(),
  words: z.string().nullable().describe('不能办理的原因；可办理的为空'),
});

export type Scan = z.infer<typeof scanShape>;
export type HandOver = z.infer<typeof handOverShape>;
export type HandOverPage = z.infer<typeof handOverPageShape>;
export type HandOverView = z.infer<typeof handOverViewShape>;

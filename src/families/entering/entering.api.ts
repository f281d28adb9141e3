/** 家长进入接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';

export const enteringShape = z.object({
  secret: z
    .string()
    .regex(/^[\w-]{16,64}$/)
    .catch('0000000000000000000000'), // what no link can be is answered like a link that is not there
  bornOn: z.string().refine(isCivilDate, '请填孩子的出生日期'),
  lastFour: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{4}$/, '请填末四位'),
});

export const familySessionShape = z.object({
  childName: z.string(),
  relationWords: z.string(),
  guardianName: z.string().describe('脱敏'),
  schoolName: z.string(),
  classWords: z.string().nullable(),
  registered: z.boolean().describe('已建立学籍；未建立的是学校的新生登记'),
  onLeave: z.boolean(),
  left: z.boolean().describe('现不在籍'),
  today: z.string(),
  csrfToken: z.string(),
});

export const signedOutShape = z.object({ signedOut: z.literal(true) });

export type FamilySession = z.infer<typeof familySessionShape>;

/** 转学意愿接口形状. */
import { z } from 'zod';
import { foundChildShape } from '../transfers.api.ts';

export const invitationItemShape = z.object({
  id: z.uuid(),
  childName: z.string(),
  gradeWords: z.string(),
  fromName: z.string(),
  toName: z.string(),
  groundWords: z.string(),
  said: z.string(),
  askedOn: z.string(),
  recordedByName: z.string(),
  arranged: z.boolean().describe('主管部门安排的'),
  state: z.enum(['OPEN', 'TAKEN', 'DECLINED', 'ARRANGED', 'WITHDRAWN']),
  answer: z
    .object({
      byName: z.string(),
      on: z.string(),
      reasonWords: z.string().nullable(),
      opinion: z.string().nullable(),
      chip: z.string().nullable(),
      sentence: z.string().nullable(),
      remedy: z.string().nullable(),
    })
    .nullable(),
  caseId: z.uuid().nullable(),
  may: z.array(z.enum(['TAKE', 'DECLINE', 'WITHDRAW', 'ARRANGE'])).describe('读者可办的事'),
});

export const invitationPageShape = z.object({
  items: z.array(invitationItemShape),
  open: z.number().int().describe('给本地学校、待答复的'),
  toArrange: z.number().int().describe('本地学校不能接收、待安排的'),
});

export const takenUpShape = z.object({
  child: foundChildShape,
  ground: z.string(),
  moved: z.string().nullable(),
  said: z.string(),
});

export type InvitationItem = z.infer<typeof invitationItemShape>;
export type InvitationPage = z.infer<typeof invitationPageShape>;
export type TakenUp = z.infer<typeof takenUpShape>;

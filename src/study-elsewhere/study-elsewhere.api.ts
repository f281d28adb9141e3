/** 就读安排接口形状. */
import { z } from 'zod';

export const arrangementShape = z.object({
  studentId: z.uuid(),
  caseId: z.uuid(),
  name: z.string(),
  kind: z.enum(['GUEST_STUDY', 'HOME_DELIVERY', 'SPECIAL_SCHOOL', 'INCLUSIVE', 'WORK_STUDY']),
  schoolName: z.string().describe('学籍所在学校'),
  thereName: z.string().describe('就读学校'),
  gradeWords: z.string(),
  begunOn: z.string(),
  untilOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  side: z.enum(['REGISTERED', 'GUEST', 'ABOVE']).describe('对读者：学籍所在学校、借读学校或上级'),
});

export const arrangementListShape = z.object({ today: z.string(), items: z.array(arrangementShape) });

export const entryShape = z.object({
  kind: z.enum(['RESULT', 'ATTENDANCE', 'CONDUCT', 'OTHER']),
  words: z.string().trim().min(2, '请写明内容').max(500),
});

export const entryListShape = z.object({
  items: z.array(entryShape.extend({ id: z.uuid(), personName: z.string(), madeAt: z.string() })),
  /** 尚未送回: the school of the registration reads nothing before the study has ended. */
  held: z.boolean(),
});

export type ArrangementItem = z.infer<typeof arrangementShape>;
export type ArrangementList = z.infer<typeof arrangementListShape>;
export type EntryList = z.infer<typeof entryListShape>;
export type NewEntry = z.infer<typeof entryShape>;

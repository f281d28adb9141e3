/** 基本信息表签字接口形状. */
import { z } from 'zod';

export const formLineShape = z.object({
  path: z.string(),
  label: z.string(),
  value: z.string().describe('空为未填'),
  masked: z.boolean().describe('另一位家庭成员的，由其本人核对'),
  fixed: z.string().nullable().describe('不能在此处改的原因'),
  keyData: z.boolean(),
});

const groupShape = z.object({ key: z.string(), title: z.string(), lines: z.array(formLineShape) });

export const stepShape = z.object({
  by: z.enum(['GUARDIAN', 'CLASS_TEACHER', 'SCHOOL']),
  words: z.string(),
  chip: z.string().nullable(),
  state: z.enum(['DONE', 'NOW', 'LATER']),
  on: z.string().nullable(),
});

export const formShape = z.object({
  childName: z.string(),
  schoolName: z.string(),
  registered: z.boolean().describe('已建立学籍；未建立的是学校的新生登记'),
  hasPhoto: z.boolean(),
  mayTakePhoto: z.boolean().describe('可由家长采集照片'),
  groups: z.array(groupShape),
  digest: z.string().describe('所示内容的摘要，签字时送回'),
  steps: z.array(stepShape),
  toSign: z.enum(['FILLED', 'FINAL']).nullable().describe('现在要签的；不用签的为空'),
  changed: z.boolean().describe('签字以后内容有变，可重新核对签字'),
  proposed: z.array(z.string()).describe('已填报、待学校采用的信息项'),
  signedOn: z.string().nullable(),
  findings: z
    .array(z.object({ path: z.string(), sentence: z.string(), remedy: z.string(), chip: z.string().nullable() }))
    .describe('还缺或有误、须家长补正的'),
});

export const signingQuery = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  step: z.enum(['FILLED', 'FINAL']),
});

export const signedFormShape = z.object({
  childName: z.string(),
  registered: z.boolean(),
  guardianName: z.string(),
  stepWords: z.string(),
  signedAt: z.string(),
  same: z.boolean().describe('所签内容与现在所存一致'),
  differs: z.array(z.string()).describe('所签与现在所存不同的信息项'),
  groups: z.array(groupShape),
  teacher: z.object({ name: z.string(), on: z.string() }).nullable(),
  leader: z.object({ name: z.string(), on: z.string() }).nullable(),
  mayCheck: z.boolean(),
});

export type BaseForm = z.infer<typeof formShape>;
export type SignedForm = z.infer<typeof signedFormShape>;

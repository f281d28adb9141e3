/** 在籍证明接口的样子: how long it is to hold, and what it tells beyond the least. */
import { z } from 'zod';

/** Days that a proof may hold, and what is offered first; whoever needs longer asks for another. */
export const PROOF_DAYS = { least: 7, usual: 30, most: 180 } as const;

/** What a proof may tell beside name, school, stage, grade and state, with the words before it on the paper. */
export const PROOF_ITEMS = {
  gender: '性别',
  bornOn: '出生日期',
  classGroup: '班级',
  admittedIn: '入学年月',
  registrationNumber: '学籍号（脱敏）',
} as const;
export type ProofItem = keyof typeof PROOF_ITEMS;
const ITEMS = Object.keys(PROOF_ITEMS) as [ProofItem, ...ProofItem[]];

export const proofBody = z.object({
  days: z.number().int().min(PROOF_DAYS.least).max(PROOF_DAYS.most).default(PROOF_DAYS.usual).describe('有效天数'),
  items: z.array(z.enum(ITEMS)).max(ITEMS.length).default([]).describe('在最少内容之外还写明的项目'),
  purpose: z.string().trim().max(40).optional().describe('用途，印在证明上，不公开'),
});
export type ProofWish = z.infer<typeof proofBody>;

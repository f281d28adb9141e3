/** 在籍证明接口的样子: how long it is to hold, and what it tells beyond the least. */
import { z } from 'zod';
import { PROOF_DAYS, PROOF_ITEMS, type ProofItem } from './proof-words.api.ts';

const ITEMS = Object.keys(PROOF_ITEMS) as [ProofItem, ...ProofItem[]];

export const proofBody = z.object({
  days: z.number().int().min(PROOF_DAYS.least).max(PROOF_DAYS.most).default(PROOF_DAYS.usual).describe('有效天数'),
  items: z.array(z.enum(ITEMS)).max(ITEMS.length).default([]).describe('在最少内容之外还写明的项目'),
  purpose: z.string().trim().max(40).optional().describe('用途，印在证明上，不公开'),
});
export type ProofWish = z.infer<typeof proofBody>;

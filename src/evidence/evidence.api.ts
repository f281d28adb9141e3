/** 佐证材料接口形状. */
import { z } from 'zod';
import { OTHER } from './limits.api.ts';

export const handedInShape = z.object({
  id: z.uuid(),
  paper: z.string(),
  what: z.string(),
  state: z.enum(['IN', 'RETURNED', 'WITHDRAWN']),
  mediaType: z.enum(['image/jpeg', 'application/pdf']),
  size: z.number().int(),
  pages: z.number().int(),
  seq: z.number().int().describe('交材料时办件已到第几步'),
  institutionName: z.string(),
  personName: z.string(),
  at: z.string(),
  returnReason: z.string().nullable(),
  mayOpen: z.boolean(),
  mayWithdraw: z.boolean().describe('可撤回或换交：办件在本机构手中'),
  mayReturn: z.boolean().describe('可退回：办件由本机构承办，且不是自己所交'),
});

export const evidenceShape = z.object({
  mayAdd: z.boolean().describe('办件在本机构手中，可以交材料'),
  items: z.array(handedInShape).describe('先交的在前'),
});

/** What goes with the file; in the address, so that it is known while the file still runs in. */
export const handInShape = z.object({
  paper: z.string().trim().min(1).max(60).default(OTHER).describe('材料代码'),
  what: z.string().trim().min(2, '请写材料名称，例如居民户口簿').max(60).describe('材料名称'),
  replaces: z.uuid().optional().describe('换下哪一份'),
});

export type HandedIn = z.infer<typeof handedInShape>;
export type EvidenceView = z.infer<typeof evidenceShape>;
export type HandIn = z.output<typeof handInShape>;

/** 核验接口的样子: what anybody is told of a paper by its code, and what offices see of the papers of a student. */
import { z } from 'zod';

/** VALID, or why not: EXPIRED, REVOKED, or UNKNOWN, which is also said of what cannot be a code at all. */
export const OUTCOMES = ['VALID', 'EXPIRED', 'REVOKED', 'UNKNOWN'] as const;
export type VerificationOutcome = (typeof OUTCOMES)[number];

export const verificationShape = z.object({
  outcome: z.enum(OUTCOMES),
  paper: z
    .object({
      kindWords: z.string().describe('文书种类'),
      issuedBy: z.string().describe('出具单位'),
      issuedOn: z.string(),
      validUntil: z.string().nullable().describe('有效期的最后一天，没有期限的为空'),
      revokedOn: z.string().nullable(),
      digest: z.string().nullable().describe('电子文件的SHA-256，十六进制'),
    })
    .nullable(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })).describe('与纸面核对的内容，失效的文书不列'),
});
export type Verification = z.infer<typeof verificationShape>;

export const issuedPaperShape = z.object({
  paperId: z.uuid(),
  kind: z.string().describe('文书种类的名称，见登记簿'),
  kindWords: z.string(),
  issuedByName: z.string(),
  issuedOn: z.string(),
  validUntil: z.string().nullable(),
  state: z.enum(['VALID', 'EXPIRED', 'REVOKED']),
  revokedOn: z.string().nullable(),
  revokedByName: z.string().nullable(),
  revokeReason: z.string().nullable(),
  takenBack: z.string().nullable().describe('在何处收回；可在此撤销的为空'),
  looks: z.number().int().describe('核验次数'),
  lastLookedOn: z.string().nullable(),
});
export type IssuedPaper = z.infer<typeof issuedPaperShape>;

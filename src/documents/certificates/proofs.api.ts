/** 学历证明接口形状. */
import { z } from 'zod';
import { findingsShape, outcomeShape, stageShape, verdictShape } from './certificates.api.ts';

export const wishShape = z.enum(['REISSUE', 'REPLACE', 'PROOF']);

const earlierProofs = z.number().int().min(0).max(20).describe('此前在纸质台账上已出具的次数');
const whose = { studentId: z.uuid(), stage: stageShape, asks: wishShape };
export const previewQuery = z.object({ ...whose, earlierProofs: z.coerce.number().pipe(earlierProofs).default(0) });
export const openProofBody = z.object({
  ...whose,
  ground: z.enum(['LOST', 'DAMAGED']),
  purpose: z.string().trim().min(2, '请写明用途，例如升学、就业').max(60),
  fileChecked: z.boolean(),
  earlierProofs: earlierProofs.default(0),
  opinion: z.string().max(500).optional(),
});

export const previewShape = z.object({
  verdict: verdictShape,
  findings: findingsShape,
  papers: z.array(z.object({ words: z.string(), by: z.string(), chip: z.string() })).describe('应交材料，由谁交'),
  steps: z.array(z.object({ role: z.string(), institutionName: z.string() })).describe('审核各方'),
  name: z.string(),
  proofName: z.string().describe('本地的叫法：学历证明书、学历证明、证明信'),
  against: z.string().nullable().describe('不办理的原因和改办什么'),
});
export type ProofPreview = z.infer<typeof previewShape>;

export const formerShape = z.object({
  items: z.array(
    z.object({
      studentId: z.uuid(),
      name: z.string(),
      stage: stageShape,
      outcome: outcomeShape,
      title: z.string().describe('初中毕业'),
      endedOn: z.string(),
      certificateNumber: z.string().nullable(),
      proofs: z.number().int(),
    }),
  ),
});
export type FormerStudents = z.infer<typeof formerShape>;

export const proofsShape = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      caseId: z.uuid(),
      studentId: z.uuid(),
      number: z.string(),
      ordinal: z.number().int(),
      name: z.string(),
      title: z.string(),
      schoolName: z.string(),
      certificateNumber: z.string().nullable(),
      issuedOn: z.string(),
    }),
  ),
});
export type AcademicProofs = z.infer<typeof proofsShape>;

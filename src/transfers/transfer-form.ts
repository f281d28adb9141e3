/** 转学申请表: what the receiving school fills in and hands in. */
import { z } from 'zod';
import { isCivilDate } from '../kernel/civil-date.ts';
import { MOVES, REFUSAL_REASONS, TRANSFER_GROUNDS, TRANSFER_PAPERS } from '../policy/index.ts';

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);

/** 转学申请: what the receiving school fills in. */
export const transferFormShape = z.object({
  ground: keysOf(TRANSFER_GROUNDS),
  moved: keysOf(MOVES).optional(),
  forTerm: z.enum(['RUNNING', 'NEXT']),
  targetGrade: z.number().int().min(1).max(12),
  classGroupId: z.uuid().optional(),
  guardianApplies: z.boolean(),
  underSanction: z.boolean(),
  schoolAtNewPlace: z.boolean().optional(),
  proficiencyExamTaken: z.boolean().optional(),
  kilometres: z.number().min(0).max(200).optional(),
  stops: z.number().int().min(0).max(100).optional(),
  registrationAgreed: z.boolean().optional(),
  registrationStays: z.boolean().optional(),
  papers: z.array(keysOf(TRANSFER_PAPERS)).max(20),
});

const token = z.string().min(20).max(2_000);

/** The form so far, and whom it is about. */
export const previewRequestShape = z.object({ token, form: transferFormShape });

/** The same, handed in. */
export const openingShape = previewRequestShape.extend({
  opinion: z.string().trim().max(500).optional(),
  invitationId: z.uuid().optional().describe('由家长转学意愿而来的'),
});

/** 不同意: its ground, and what it means in this case. */
export const refusalShape = z.object({
  reason: keysOf(REFUSAL_REASONS),
  opinion: z.string().trim().min(1, '不同意须写明具体情况').max(450),
  seq: z.number().int(),
});

/** 转学意愿: what the family says, recorded by the school that has the child. */
export const invitationShape = z.object({
  studentId: z.uuid(),
  toSchoolId: z.uuid(),
  ground: keysOf(TRANSFER_GROUNDS),
  moved: keysOf(MOVES).optional(),
  said: z.string().trim().min(2, '请写明家长的说明').max(500),
  askedOn: z.string().refine(isCivilDate, '日期须写作2026-09-01'),
});

/** 婉拒: its ground, and what it means here. */
export const declineShape = refusalShape.omit({ seq: true });

export type InvitationInput = z.infer<typeof invitationShape>;
export type TransferForm = z.infer<typeof transferFormShape>;
export type TransferOpening = z.infer<typeof openingShape>;

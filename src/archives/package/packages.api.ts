/** 档案包接口形状. */
import { z } from 'zod';

export const lineShape = z.object({ holds: z.boolean(), words: z.string() });

export const givenShape = z.object({
  items: z.array(
    z.object({
      caseId: z.uuid(),
      number: z.string(),
      title: z.string(),
      receiverName: z.string(),
      approvedOn: z.string(),
      lastDay: z.string().describe('最晚取出'),
      taken: z.object({ at: z.string(), byName: z.string(), size: z.number().int() }).nullable(),
      code: z.string().nullable().describe('取件码；取出后由学校另行告知接收单位'),
      mayTake: z.boolean(),
    }),
  ),
});

export const receivedShape = z.object({
  id: z.uuid(),
  name: z.string(),
  fromSchool: z.string(),
  approval: z.string(),
  madeAt: z.string(),
  numberMasked: z.string().nullable(),
  identityMasked: z.string().nullable(),
  takenAt: z.string(),
  takenByName: z.string(),
  studentId: z.uuid().nullable().describe('尚未归入的为空'),
  attachedAt: z.string().nullable(),
});

export const receivedPageShape = z.object({ items: z.array(receivedShape) });

export const receivedViewShape = receivedShape.extend({
  lines: z.array(lineShape),
  registrations: z.array(
    z.object({
      school: z.string(),
      stage: z.string(),
      grade: z.number().int(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  heads: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      items: z.array(z.object({ what: z.string(), on: z.string(), entry: z.string().nullable() })),
    }),
  ),
  papers: z.array(z.string()),
  compared: z
    .array(z.object({ label: z.string(), same: z.boolean() }))
    .nullable()
    .describe('与本校记录逐项核对；尚未归入的为空'),
});

export const checkShape = z.object({
  sound: z.boolean(),
  lines: z.array(lineShape),
  student: z.object({ name: z.string(), fromSchool: z.string(), receiver: z.string() }).nullable(),
});

export const nodeKeysShape = z.object({
  own: z.object({ keyId: z.string(), suite: z.enum(['international', 'guomi']), publicKey: z.string() }),
  keys: z.array(
    z.object({
      id: z.uuid(),
      keyId: z.string(),
      nodeName: z.string(),
      publicKey: z.string(),
      proposedByName: z.string(),
      proposedAt: z.string(),
      confirmedByName: z.string().nullable(),
      endedByName: z.string().nullable(),
      mayConfirm: z.boolean(),
      mayDrop: z.boolean(),
    }),
  ),
});

export type GivenPackages = z.infer<typeof givenShape>;
export type ReceivedItem = z.infer<typeof receivedShape>;
export type ReceivedPage = z.infer<typeof receivedPageShape>;
export type ReceivedView = z.infer<typeof receivedViewShape>;
export type PackageCheck = z.infer<typeof checkShape>;
export type NodeKeys = z.infer<typeof nodeKeysShape>;

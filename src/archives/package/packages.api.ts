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

const verdictShape = z.enum(['SAME', 'DIFFERS', 'ONLY_THERE', 'ONLY_HERE', 'PLACED']);
const nullable = z.string().nullable();

export const receivedViewShape = receivedShape.extend({
  receiver: z.string(),
  fromSchoolCode: z.string(),
  approvedOn: z.string(),
  signer: z.object({
    ...{ keyId: z.string(), suiteWords: z.string() },
    trust: z.enum(['OWN', 'TRUSTED', 'DROPPED', 'UNKNOWN']),
    nodeName: nullable,
    trustWords: z.string().describe('由何机构何人登记、何人确认'),
  }),
  digest: nullable.describe('目录摘要，一包一个'),
  lines: z.array(lineShape),
  entries: z.array(
    z.object({
      ...{ name: z.string(), title: z.string(), size: z.number().int(), digest: z.string() },
      ...{ holds: z.boolean(), words: z.string(), opens: z.boolean().describe('可在页内打开') },
    }),
  ),
  unread: z.array(z.string()).describe('读不出的部分'),
  keyData: z.array(
    z.object({ name: z.string(), genderWords: z.string(), bornOn: z.string(), from: z.string(), to: nullable }),
  ),
  numbers: z.array(z.object({ kindWords: z.string(), masked: z.string(), from: z.string(), to: nullable })),
  registrations: z.array(
    z.object({
      ...{ school: z.string(), schoolCode: z.string(), stageWords: z.string(), gradeWords: z.string() },
      ...{ stateWords: z.string(), endWords: nullable, from: z.string(), to: nullable },
    }),
  ),
  heads: z.array(
    z.object({
      ...{ code: z.string(), title: z.string() },
      items: z.array(
        z.object({
          ...{ what: z.string(), on: z.string(), schoolName: nullable, source: z.string(), entry: nullable },
          values: z.array(z.object({ label: z.string(), value: z.string() })).describe('此项所载，如成绩、测量值'),
        }),
      ),
    }),
  ),
  against: z.enum(['HERE', 'UNATTACHED', 'GONE']).describe('与本校记录核对；尚未归入，或学生已离开本校的，无可核对'),
  compared: z.array(
    z.object({
      title: z.string(),
      items: z.array(
        z.object({
          ...{ path: z.string(), label: z.string(), there: nullable, here: nullable },
          verdict: verdictShape.nullable(),
        }),
      ),
    }),
  ),
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

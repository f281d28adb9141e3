/**
 * 变动接口形状: what a partner system reads, in the feed and in deliveries alike.
 *
 * No name, birthday, document number, address, telephone, opinion or reason ever stands here: a partner system that may
 * have them asks for them by a recorded disclosure. The registration number holds the identity number of the child and
 * is given only where the approval says so.
 */
import { z } from 'zod';
import { CHANGE_KINDS, type ChangeKind } from '../../feed/change-kinds.api.ts';

const day = z.iso.date();
const institution = z
  .object({ code: z.string().nullable().describe('学校标识码或机构代码'), name: z.string() })
  .nullable();

const common = {
  id: z.uuid().describe('变动标识，同一变动在各处相同；重复收到时凭此略过'),
  position: z.int().describe('序位，即游标；同一学生的变动按此先后'),
  at: z.iso.datetime(),
  studentId: z.uuid().nullable().describe('学生标识，终身不变'),
  caseId: z.uuid().nullable().describe('办件标识'),
  registrationNumber: z.string().nullable().describe('学籍号；批准文件未写明提供的为空'),
};

const caseData = z.object({
  number: z.string().describe('办件号'),
  caseKind: z.string(),
  workflow: z.string(),
  seq: z.int().describe('办理经过序号'),
  action: z.string(),
  step: z.string(),
  fromState: z.string(),
  toState: z.string(),
  ended: z.boolean().describe('是否办结'),
  forced: z.boolean().describe('是否强制办理'),
  school: institution,
  holder: institution.describe('现由哪个单位办理'),
  dueOn: day.nullable(),
});

const registration = z.object({
  registrationId: z.uuid(),
  school: institution,
  stage: z.string(),
  grade: z.int(),
  intakeYear: z.int(),
  state: z.string(),
  on: day.describe('自何日起'),
});

const DATA = {
  CASE_OPENED: caseData,
  CASE_MOVED: caseData,
  CASE_DECIDED: caseData,
  CASE_FORCED: caseData,
  CASE_LAPSED: caseData,
  CASE_REMINDED: caseData,
  REGISTRATION_BEGUN: registration,
  REGISTRATION_CHANGED: registration.extend({
    earlierId: z.uuid(),
    earlierState: z.string(),
    earlierGrade: z.int(),
  }),
  REGISTRATION_ENDED: registration.extend({
    reason: z.string().nullable().describe('TRANSFERRED为转学，其余为终止原因'),
  }),
  NUMBER_ISSUED: z.object({ numberKind: z.enum(['L', 'G', 'J']) }),
  KEY_DATA_CHANGED: z.object({ items: z.array(z.string()).describe('变更的信息项，不含内容') }),
  RECORD_CHANGED: z.object({}),
  CLASS_GROUP_CHANGED: z.object({
    school: institution,
    classGroupId: z.uuid().nullable().describe('为空的未编班'),
    on: day,
  }),
} as const satisfies Record<ChangeKind, z.ZodObject>;

const shapeOf = <K extends ChangeKind>(kind: K) =>
  z.object({ ...common, kind: z.literal(kind).describe(CHANGE_KINDS[kind]), data: DATA[kind] });

/** One change, by kind. */
export const eventShape = z.discriminatedUnion('kind', [
  shapeOf('CASE_OPENED'),
  shapeOf('CASE_MOVED'),
  shapeOf('CASE_DECIDED'),
  shapeOf('CASE_FORCED'),
  shapeOf('CASE_LAPSED'),
  shapeOf('CASE_REMINDED'),
  shapeOf('REGISTRATION_BEGUN'),
  shapeOf('REGISTRATION_CHANGED'),
  shapeOf('REGISTRATION_ENDED'),
  shapeOf('NUMBER_ISSUED'),
  shapeOf('KEY_DATA_CHANGED'),
  shapeOf('RECORD_CHANGED'),
  shapeOf('CLASS_GROUP_CHANGED'),
]);
export type EventView = z.infer<typeof eventShape>;

export const eventPageShape = z.object({
  events: z.array(eventShape),
  next: z.int().describe('下次的after；处理完本页后再存'),
  more: z.boolean().describe('后面是否已有变动'),
});
export type EventPage = z.infer<typeof eventPageShape>;

/** 家长申请接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';

const day = z.string().refine(isCivilDate, '请填日期');
const said = z.string().trim().min(2, '请写明情况，不少于2个字').max(500);
const code = z.string().max(40);
const item = z.object({ path: z.string().max(60), value: z.string().max(500) });

/** 申请内容. What a code may be is asked of the feature that the request goes to. */
export const contentShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('CORRECTION'), items: z.array(item).min(1, '请写明要更正的项目').max(30), said }),
  z.object({ kind: z.literal('TRANSFER'), toSchoolId: z.uuid(), ground: code, moved: code.optional(), said }),
  z.object({
    kind: z.literal('LEAVE'),
    reason: code,
    beginsOn: day,
    endsOn: day,
    hospital: code.optional(),
    otherProof: code.optional(),
    said,
  }),
  z.object({
    kind: z.literal('LEAVE_EXTENSION'),
    until: day,
    hospital: code.optional(),
    otherProof: code.optional(),
    said,
  }),
  z.object({
    kind: z.literal('RETURN'),
    returnsOn: day,
    gradeWanted: z.number().int().min(1).max(12),
    hospital: code.optional(),
    said,
  }),
  z.object({ kind: z.literal('COMPLAINT'), to: z.enum(['SCHOOL', 'AUTHORITY']), said }),
]);

export const sendingShape = z.object({ content: contentShape, paperIds: z.array(z.uuid()).max(9).default([]) });

const lineShape = z.object({ label: z.string(), before: z.string().nullable(), value: z.string() });
const paperShape = z.object({ id: z.uuid(), what: z.string(), mediaType: z.string(), pages: z.number().int() });
const answerShape = z.object({
  on: z.string(),
  byName: z.string(),
  opinion: z.string().nullable(),
  basis: z.string().nullable().describe('所依规定'),
});

export const requestShape = z.object({
  id: z.uuid(),
  kind: z.enum(['CORRECTION', 'TRANSFER', 'LEAVE', 'LEAVE_EXTENSION', 'RETURN', 'COMPLAINT']),
  kindWords: z.string(),
  receiverName: z.string(),
  state: z.enum(['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN']),
  stateWords: z.string(),
  sentOn: z.string(),
  answerBy: z.string().describe('答复期限'),
  lines: z.array(lineShape).describe('申请内容'),
  said: z.string(),
  papers: z.array(paperShape),
  answer: answerShape.nullable(),
  caseId: z.uuid().nullable(),
});

export const officeItemShape = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  childName: z.string(),
  registered: z.boolean().describe('已建立学籍；未建立的是新生登记'),
  schoolName: z.string(),
  classWords: z.string().nullable(),
  guardianWords: z.string(),
  kind: requestShape.shape.kind,
  kindWords: z.string(),
  state: requestShape.shape.state,
  stateWords: z.string(),
  sentOn: z.string(),
  answerBy: z.string(),
  late: z.boolean(),
  caseId: z.uuid().nullable(),
});

export const officePageShape = z.object({
  today: z.string(),
  open: z.number().int().describe('待答复'),
  late: z.number().int().describe('已过答复期限'),
  items: z.array(officeItemShape),
});

export const officeDetailShape = officeItemShape.extend({
  lines: z.array(lineShape),
  said: z.string(),
  papers: z.array(paperShape),
  answer: answerShape.nullable(),
  keyData: z.boolean().describe('含关键数据，须立案'),
  may: z.array(z.enum(['ACCEPT', 'OPEN_CASE', 'ANSWER', 'DECLINE'])).describe('读者可办的事'),
  articles: z
    .array(z.object({ verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']), chip: z.string(), sentence: z.string() }))
    .describe('当地规定对此申请怎么说，供不予受理时引用'),
  opensAt: z.string().nullable().describe('立案页面的地址'),
  matter: z.unknown().describe('休学、复学申请表的内容，供立案页面预填'),
  values: z.record(z.string(), z.string()).describe('关键数据的新值，供立案页面预填'),
});

export const answeringShape = z.object({
  accept: z.boolean(),
  opinion: z.string().trim().max(300).default(''),
  basis: z.string().trim().max(60).default('').describe('所依规定，如“四川·第二十五条”；不予受理时必填'),
});

export const answeredShape = z.object({
  done: z.boolean(),
  findings: z.array(
    z.object({ field: z.string(), severity: z.enum(['red', 'amber']), sentence: z.string(), remedy: z.string() }),
  ),
});

const option = z.object({ value: z.string(), words: z.string() });
export const choicesShape = z.object({
  answerWithin: z.number().int().describe('答复期限，工作日'),
  reasons: z.array(option).describe('休学原因'),
  hospitals: z.array(option),
  otherProofs: z.array(option),
  grounds: z.array(option).describe('转学事由'),
  moves: z.array(option).describe('迁移范围'),
  grades: z.array(option).describe('复学可选的年级'),
  authorityName: z.string(),
});

export const fieldShape = z.object({
  path: z.string(),
  kind: z.string(),
  maxLength: z.number().int(),
  hint: z.string().nullable(),
  options: z.array(option).nullable(),
});

export type Content = z.infer<typeof contentShape>;
export type RequestKind = Content['kind'];
export type FamilyRequest = z.infer<typeof requestShape>;
export type OfficeItem = z.infer<typeof officeItemShape>;
export type OfficePage = z.infer<typeof officePageShape>;
export type OfficeDetail = z.infer<typeof officeDetailShape>;
export type Answered = z.infer<typeof answeredShape>;
export type RequestChoices = z.infer<typeof choicesShape>;
export type CorrectionField = z.infer<typeof fieldShape>;
export type KeptPaperView = z.infer<typeof paperShape>;
export const papersShape = z.object({ items: z.array(paperShape) });

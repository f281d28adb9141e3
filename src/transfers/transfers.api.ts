/** 转学接口形状. */
import { z } from 'zod';
import type { TransferForm, TransferOpening } from './transfer-form.ts';

export type { TransferForm, TransferOpening };

const wordsShape = z.object({ value: z.string(), words: z.string() });

export const choicesShape = z.object({
  grounds: z.array(wordsShape).describe('转学事由'),
  moves: z.array(wordsShape).describe('迁移范围'),
  distances: z.array(wordsShape).describe('两校所在'),
  papers: z.array(wordsShape).describe('转学材料'),
});

export const findingChildShape = z.object({
  name: z.string().trim().min(2, '请写姓名全称').max(60),
  number: z.string().trim().min(6, '请写完整的身份证件号或学籍号').max(40),
});

export const foundChildShape = z.object({
  token: z.string().describe('本次查找的凭据，申请时随表提交，当日有效'),
  name: z.string(),
  genderWords: z.string(),
  numberMasked: z.string(),
  identityMasked: z.string(),
  schoolName: z.string(),
  placeName: z.string(),
  stage: z.string(),
  grade: z.number().int(),
  gradeWords: z.string(),
  stateWords: z.string(),
  schools: z.string().describe('两校所在'),
  special: z.enum(['INCLUSIVE', 'WORK_STUDY']).nullable().describe('特教、专门学校的特殊情形'),
  blockedBy: z
    .object({ sentence: z.string(), caseId: z.uuid().nullable() })
    .nullable()
    .describe('在办的其他办件；读者看得到的给出办件'),
  classGroups: z.array(z.object({ id: z.uuid(), name: z.string(), seated: z.number().int() })),
  term: z.object({ startsOn: z.string(), endsOn: z.string() }),
});

const citedShape = z.object({
  chip: z.string(),
  side: z.enum(['SENDING', 'RECEIVING']).nullable(),
});

export const previewShape = z.object({
  verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
  findings: z.array(
    citedShape.extend({
      ruleId: z.string(),
      code: z.string(),
      verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
      sentence: z.string(),
      remedy: z.string().nullable(),
    }),
  ),
  papers: z.array(z.object({ code: z.string(), words: z.string(), asked: z.array(citedShape) })),
  steps: z.array(
    z.object({ role: z.string(), institutionName: z.string(), latestOn: z.string().nullable() }).describe('办理各方'),
  ),
});

export const refusalGroundShape = z.object({
  reason: z.string(),
  words: z.string(),
  lawful: z.boolean(),
  sentence: z.string().nullable().describe('所依规定；没有规定涉及的为空'),
  remedy: z.string().nullable(),
  chip: z.string().nullable(),
});

export const transferItemShape = z.object({
  caseId: z.uuid(),
  number: z.string(),
  title: z.string(),
  stateWords: z.string(),
  tone: z.enum(['PROCESS', 'DONE', 'REFUSED', 'NEUTRAL']),
  holderName: z.string().nullable(),
  dueOn: z.string().nullable(),
  openedAt: z.string(),
});

export const transferPageShape = z.object({ items: z.array(transferItemShape), next: z.string().nullable() });

export type TransferChoices = z.infer<typeof choicesShape>;
export type FoundChild = z.infer<typeof foundChildShape>;
export type TransferPreview = z.infer<typeof previewShape>;
export type TransferItem = z.infer<typeof transferItemShape>;
export type TransferPage = z.infer<typeof transferPageShape>;
export type RefusalGroundView = z.infer<typeof refusalGroundShape>;

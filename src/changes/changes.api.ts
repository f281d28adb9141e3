/** 学籍异动接口形状. */
import { z } from 'zod';
import { formFieldShape, formValuesShape } from './form/form.api.ts';

const verdict = z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']);
const citedLines = z.array(z.object({ words: z.string(), chip: z.string() }));

export const findingShape = z.object({
  ruleId: z.string(),
  code: z.string(),
  verdict,
  sentence: z.string(),
  remedy: z.string().nullable(),
  chip: z.string(),
});

/** What a preview of any change answers. */
export const previewShape = z.object({
  verdict,
  findings: z.array(findingShape),
  papers: z.array(z.object({ words: z.string(), by: z.string(), chip: z.string() })).describe('应交材料，由谁交'),
  steps: z.array(z.object({ role: z.string(), institutionName: z.string() })).describe('办理各方'),
});

export const changePreviewShape = previewShape.extend({ deadlines: citedLines.describe('规定的时限') });

export const kindsShape = z.object({
  student: z.object({
    studentId: z.uuid(),
    name: z.string(),
    genderWords: z.string(),
    numberMasked: z.string(),
    schoolName: z.string(),
    gradeWords: z.string(),
    stateWords: z.string(),
  }),
  blocked: z
    .object({ sentence: z.string(), caseId: z.uuid().nullable() })
    .nullable()
    .describe('此学生有在办的件，办结前不能另办'),
  kinds: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      purpose: z.string(),
      after: z.string().describe('办结的结果'),
      unfit: z.string().nullable().describe('现在不能办的原因；能办的为空'),
      fields: z.array(formFieldShape),
    }),
  ),
});

export const findingLeftShape = z.object({
  name: z.string().trim().min(2, '请写姓名全称').max(60),
  number: z.string().trim().min(6, '请写完整的身份证件号或学籍号').max(40),
});

export const foundLeftShape = z.object({
  studentId: z.uuid(),
  token: z.string().nullable().describe('本次查找的凭据，申请时随表提交，当日有效；现已在籍的为空，应办转学'),
  name: z.string(),
  genderWords: z.string(),
  numberMasked: z.string(),
  schoolName: z.string().describe('现在或最后的学校'),
  placeName: z.string(),
  gradeWords: z.string(),
  stateWords: z.string(),
});

const whom = {
  studentId: z.uuid(),
  token: z.string().min(20).max(2_000).optional().describe('查找外校离校学生的凭据'),
};

export const kindsQueryShape = z.object(whom);

export const changeRequestShape = z.object({
  ...whom,
  kind: z.string().max(40),
  form: formValuesShape,
});
export const changeOpeningShape = changeRequestShape.extend({ opinion: z.string().trim().max(500).optional() });

export const changeItemShape = z.object({
  caseId: z.uuid(),
  number: z.string(),
  studentId: z.uuid(),
  kind: z.string(),
  kindTitle: z.string(),
  title: z.string(),
  schoolName: z.string(),
  stateWords: z.string(),
  tone: z.enum(['PROCESS', 'DONE', 'REFUSED', 'NEUTRAL']),
  holderName: z.string().nullable(),
  dueOn: z.string().nullable(),
  openedAt: z.string(),
});

export const changePageShape = z.object({
  items: z.array(changeItemShape),
  next: z.uuid().nullable().describe('下一页从此件之后起；没有更多时为空'),
});

/** As every feature shows a preview beside its form. */
export type ShownPreview = z.infer<typeof previewShape>;
export type ChangePreview = z.infer<typeof changePreviewShape>;
export type KindsForStudent = z.infer<typeof kindsShape>;
export type FoundLeft = z.infer<typeof foundLeftShape>;
export type ChangeItem = z.infer<typeof changeItemShape>;
export type ChangePage = z.infer<typeof changePageShape>;

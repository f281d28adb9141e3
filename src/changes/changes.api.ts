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
  papers: citedLines.describe('应交材料'),
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

export const changeRequestShape = z.object({
  studentId: z.uuid(),
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
export type ChangeItem = z.infer<typeof changeItemShape>;
export type ChangePage = z.infer<typeof changePageShape>;

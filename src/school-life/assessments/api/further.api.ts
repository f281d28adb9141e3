/** 考核接口形状: credits, quality reports, activities, and what the file of one student holds of all of it. */
import { z } from 'zod';
import { isCivilDate } from '../../../kernel/civil-date.ts';
import { CATEGORIES, RATINGS } from '../assessment.api.ts';
import { PRACTICE_KINDS } from '../practice/practice.api.ts';
import { OCCASIONS } from '../quality/quality.api.ts';
import { classGroupShape, keysOf, termBody, termQuery, termShape } from './assessments.api.ts';

const id = z.uuid();
const sumName = z.enum(['TOTAL', ...(Object.keys(CATEGORIES) as (keyof typeof CATEGORIES)[])]);
const seat = { studentId: id, seatNo: z.number().int().nullable(), name: z.string() };

export const creditsShape = z.object({
  classGroup: classGroupShape,
  needs: z
    .array(
      z.object({
        sum: sumName,
        label: z.string(),
        least: z.number().nullable().describe('空为本省没有定'),
        chip: z.string().nullable(),
      }),
    )
    .describe('毕业所需学分'),
  rows: z.array(
    z.object({
      ...seat,
      sums: z.record(sumName, z.number()),
      proficiency: z.array(z.object({ subject: z.string(), words: z.string() })),
    }),
  ),
});
export type CreditsView = z.infer<typeof creditsShape>;

const occasion = keysOf(OCCASIONS);
const ratings = z.partialRecord(z.enum(['MORAL', 'LEARNING', 'HEALTH', 'ART', 'PRACTICE']), keysOf(RATINGS));
const teacherWords = z.string().trim().max(500);
export const reportsQuery = termQuery.extend({ occasion });
export const reportsShape = z.object({
  classGroup: classGroupShape,
  term: termShape,
  occasion,
  paperName: z.string().describe('报告名称'),
  dimensions: z.array(z.object({ code: z.string(), words: z.string() })),
  /** 归档依据. */
  chip: z.string().nullable(),
  rows: z.array(
    z.object({
      ...seat,
      version: z.number().int().describe('0为未填'),
      ratings,
      teacherWords: z.string(),
      signed: z.object({ byName: z.string(), at: z.string() }).nullable(),
    }),
  ),
});
export const reportsBody = termBody.extend({
  occasion,
  reports: z
    .array(z.object({ studentId: id, seenVersion: z.number().int().min(0), ratings, teacherWords }))
    .min(1)
    .max(400),
  reason: z.string().trim().min(2, '请写明理由，不少于2个字').max(200).optional(),
});
export const signatureBody = termBody.extend({ occasion, studentIds: z.array(id).min(1).max(400) });

const day = z.string().refine(isCivilDate, '日期须写作2026-09-01');
const practiceFields = {
  kind: keysOf(PRACTICE_KINDS),
  activity: z.string().trim().min(2, '请写明活动内容，不少于2个字').max(100),
  heldOn: day,
  hours: z.number().min(0.5, '课时至少0.5').max(500),
  partTaken: z.string().trim().min(2, '请写明承担的任务，不少于2个字').max(100),
  confirmedByName: z.string().trim().min(2, '请写明证明人或证明单位').max(60),
};
export const practiceBody = z.object({ ...practiceFields, studentIds: z.array(id).min(1).max(400) });
/** 整班登记: each row its own activity of one student. */
export const practiceRowsBody = z.object({
  records: z
    .array(z.object({ studentId: id, ...practiceFields }))
    .min(1)
    .max(400),
});
export const practiceEndBody = z.object({
  ids: z.array(id).min(1).max(400),
  reason: z.string().trim().min(2, '请写明理由，不少于2个字').max(200),
});
const recordShape = z.object({ id, ...practiceFields, heldOn: z.string(), kindWords: z.string() });
export const practiceShape = z.object({
  classGroup: classGroupShape,
  today: z.string(),
  paperName: z.string().nullable().describe('依本地规定填写的表'),
  rows: z.array(z.object({ ...seat, hours: z.number(), records: z.array(recordShape) })),
});

/** 一名学生: all that any school has recorded, latest first. */
export const studentAssessmentsShape = z.object({
  terms: z.array(
    z.object({
      term: termShape,
      schoolName: z.string(),
      broughtTo: z.string().nullable().describe('由转入学校照原件补录的，为补录的学校'),
      results: z.array(
        z.object({
          kindWords: z.string(),
          subject: z.string(),
          words: z.string(),
          earlier: z.array(z.object({ words: z.string(), why: z.string() })).describe('更正前'),
        }),
      ),
      reports: z.array(
        z.object({
          name: z.string(),
          signed: z.string().nullable(),
          ratings: z.array(z.object({ dimension: z.string(), words: z.string() })),
          teacherWords: z.string(),
        }),
      ),
    }),
  ),
  practice: z.array(recordShape.omit({ id: true, kind: true })),
});

export type ReportsView = z.infer<typeof reportsShape>;
export type ReportRow = ReportsView['rows'][number];
export type ReportsSave = z.infer<typeof reportsBody>;
export type SignatureWish = z.infer<typeof signatureBody>;
export type PracticeView = z.infer<typeof practiceShape>;
export type PracticeWish = z.infer<typeof practiceBody>;
export type PracticeRows = z.infer<typeof practiceRowsBody>;
export type PracticeEnd = z.infer<typeof practiceEndBody>;
export type StudentAssessments = z.infer<typeof studentAssessmentsShape>;

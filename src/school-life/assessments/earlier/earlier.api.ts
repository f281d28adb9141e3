/** 补录接口形状: a term that a student spent elsewhere, entered from the papers brought along. */
import { z } from 'zod';
import { termBody, termQuery, termShape } from '../api/assessments.api.ts';
import { RATINGS } from '../assessment.api.ts';

/** What papers tell of a term: its finals, and of senior students modules and examinations. */
export const EARLIER_KINDS = { FINAL: '期末考试', PROFICIENCY: '学业水平考试', CREDITS: '学分认定' } as const;
const kind = z.enum(['FINAL', 'PROFICIENCY', 'CREDITS']);
const dimension = z.enum(['MORAL', 'LEARNING', 'HEALTH', 'ART', 'PRACTICE']);
const rating = z.enum(Object.keys(RATINGS) as [keyof typeof RATINGS, ...(keyof typeof RATINGS)[]]);

export const earlierQuery = termQuery.extend({ kind });

export const earlierShape = z.object({
  terms: z.array(termShape).describe('可补录的学期，近的在前；没有的为空'),
  term: termShape.nullable(),
  kinds: z.array(z.object({ kind, words: z.string() })),
  kind,
  gradeWords: z.string().nullable(),
  from: z.string().describe('带入自，空为尚未补录'),
  columns: z.array(
    z.object({ code: z.string(), name: z.string(), text: z.string(), allowed: z.string(), earlier: z.boolean() }),
  ),
  report: z.object({
    name: z.string(),
    dimensions: z.array(z.object({ code: dimension, words: z.string() })),
    version: z.number().int(),
    ratings: z.partialRecord(dimension, rating),
    teacherWords: z.string(),
  }),
});
export type EarlierView = z.infer<typeof earlierShape>;

export const earlierBody = termBody.extend({
  kind,
  from: z.string().trim().min(2, '请填写原就读学校，不少于2个字').max(60),
  cells: z.array(z.object({ subject: z.string().max(60), was: z.string().max(20), text: z.string().max(20) })).max(100),
  report: z
    .object({
      seenVersion: z.number().int().min(0),
      ratings: z.partialRecord(dimension, rating),
      teacherWords: z.string().trim().max(500),
    })
    .optional(),
  reason: z.string().trim().min(2, '请写明理由，不少于2个字').max(200).optional(),
});
export type EarlierSave = z.infer<typeof earlierBody>;

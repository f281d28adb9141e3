/** 考核接口形状: terms, grids of results, subjects, and how far a school is. */
import { z } from 'zod';
import { findingShape } from '../../attendance/attendance.api.ts';
import { CATEGORIES, RESULT_KINDS } from '../assessment.api.ts';

export const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);
const id = z.uuid();
export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
const kind = keysOf(RESULT_KINDS);
const category = keysOf(CATEGORIES);
const scale = z.enum(['POINTS', 'RATING', 'CREDITS']);

const schoolYear = z.number().int().min(1990).max(2100);
const term = z.union([z.literal(1), z.literal(2)]);
export const termShape = z.object({ schoolYear, term, words: z.string() });
/** In an address numbers are text. */
export const termQuery = z.object({
  schoolYear: z.coerce.number().pipe(schoolYear),
  term: z.coerce.number().pipe(term),
});
export const termBody = z.object({ schoolYear, term });
export const gridQuery = termQuery.extend({ kind });
export const classGroupShape = z.object({ id, name: z.string(), stage: stageShape });

export const citedShape = z.object({ sentence: z.string(), chip: z.string().nullable() });

export const subjectShape = z.object({
  stage: stageShape,
  code: z.string(),
  name: z.string(),
  grades: z.array(z.number().int()).describe('开设年级，空为不开设'),
  scale,
  fullPoints: z.number().int().nullable(),
  category: category.nullable(),
  credits: z.number().nullable(),
  own: z.boolean().describe('学校自主命名的模块'),
});
export const subjectsShape = z.object({
  stages: z.array(
    z.object({
      stage: stageShape,
      stageWords: z.string(),
      grades: z.array(z.object({ grade: z.number().int(), words: z.string() })),
      subjects: z.array(subjectShape),
    }),
  ),
});
export const subjectWish = z.object({
  stage: stageShape,
  code: z.string().max(60).optional().describe('空为新设的模块'),
  name: z.string().trim().min(2, '科目名称不少于2个字').max(30),
  grades: z.array(z.number().int().min(1).max(12)).max(12),
  scale,
  fullPoints: z.number().int().min(1).max(300).nullable(),
  category: category.nullable(),
  credits: z.number().min(0.5).max(30).nullable(),
});

export const gridShape = z.object({
  classGroup: classGroupShape,
  term: termShape,
  kind,
  grade: z.number().int(),
  columns: z.array(subjectShape.pick({ code: true, name: true, scale: true, fullPoints: true, credits: true })),
  rows: z.array(
    z.object({
      studentId: id,
      seatNo: z.number().int().nullable(),
      name: z.string(),
      cells: z.record(
        z.string(),
        z.object({
          text: z.string(),
          earlier: z.boolean().describe('以前已登记，更改须写明理由'),
          by: z.string().nullable().describe('登记人和时间'),
          first: z.string().nullable().describe('补考前的成绩'),
          closed: z.string().nullable().describe('不能填的原因'),
        }),
      ),
    }),
  ),
  guests: z.array(citedShape.extend({ name: z.string() })).describe('在本校借读，不列入本校名册的学生'),
  consequences: z.array(citedShape.extend({ name: z.string() })).describe('补考后仍不合格的后果，毕业年级'),
  findings: z.array(findingShape),
  steps: z.array(z.object({ byWords: z.string(), what: z.string(), chip: z.string() })),
});

/** What is changed: a cell with what the person saw in it and what shall stand there. */
export const gridBody = termBody.extend({
  kind,
  cells: z
    .array(z.object({ studentId: id, subject: z.string().max(60), was: z.string().max(20), text: z.string().max(20) }))
    .min(1)
    .max(5000),
  reason: z.string().trim().min(2, '请写明理由，不少于2个字').max(200).optional(),
});

export const rowsShape = z.object({ rows: z.array(z.array(z.string())).describe('首行为表头') });

/** 归档: how far each class group of the school is in a term. */
export const overviewShape = z.object({
  today: z.string(),
  terms: z.array(termShape),
  term: termShape,
  /** 已到该归档的时候. */
  due: z.boolean(),
  dueFinding: findingShape.nullable(),
  classGroups: z.array(
    classGroupShape.extend({
      grade: z.number().int(),
      students: z.number().int(),
      subjects: z.number().int(),
      entered: z.number().int().describe('已登记的期末成绩数'),
      filed: z.boolean().describe('期末成绩已全部记入学籍档案'),
      kinds: z.array(kind),
      reports: z.array(
        z.object({ occasion: z.string(), words: z.string(), written: z.number().int(), signed: z.number().int() }),
      ),
    }),
  ),
});

export type SubjectsView = z.infer<typeof subjectsShape>;
export type SubjectView = z.infer<typeof subjectShape>;
export type SubjectWish = z.infer<typeof subjectWish>;
export type GridView = z.infer<typeof gridShape>;
export type GridRow = GridView['rows'][number];
export type GridColumn = GridView['columns'][number];
export type GridSave = z.infer<typeof gridBody>;
export type OverviewView = z.infer<typeof overviewShape>;
export type OverviewGroup = OverviewView['classGroups'][number];

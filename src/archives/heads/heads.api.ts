/** 学籍档案接口形状: the heads of a file, what a class group or school lacks, papers and notes. */
import { z } from 'zod';
import { isCivilDate } from '../../kernel/civil-date.ts';
import { OTHER_PAPER, PAPER_KINDS, type PaperKind } from './papers/paper-kinds.api.ts';

const id = z.uuid();
const day = z.string().refine(isCivilDate, '日期须写作2026-09-01');
export const headShape = z.enum(['BASICS', 'PROOFS', 'DEVELOPMENT', 'HEALTH', 'AWARDS', 'AID', 'FURTHER']);

const gap = z.object({ sentence: z.string(), remedy: z.string(), chip: z.string() });

export const fileShape = z.object({
  studentId: id,
  schoolName: z.string(),
  asOf: z.string(),
  closed: z.boolean().describe('已转出，档案到转出之日止'),
  term: z.string(),
  due: z.object({ sentence: z.string(), chip: z.string(), overdue: z.boolean() }).nullable(),
  mayAdd: z.boolean(),
  mayOpenHealth: z.boolean(),
  heads: z.array(
    z.object({
      code: headShape,
      title: z.string(),
      chip: z.string(),
      items: z.array(
        z.object({
          key: z.string(),
          what: z.string(),
          on: z.string(),
          schoolName: z.string().nullable(),
          source: z.string(),
          to: z.string().nullable(),
          filedId: z.string().nullable().describe('直接归档的材料，可另附更正说明'),
          paperId: z.string().nullable().describe('有扫描件'),
        }),
      ),
      missing: z.array(gap),
      noted: z.string().nullable().describe('注明无'),
      mayNote: z.boolean(),
    }),
  ),
  paperKinds: z.array(z.object({ paper: z.string(), words: z.string(), head: headShape })),
});

export const paperQuery = z.object({
  paper: z.enum([OTHER_PAPER, ...(Object.keys(PAPER_KINDS) as PaperKind[])]),
  head: headShape.optional().describe('其他材料归入哪一部分'),
  what: z.string().trim().min(2, '请写材料名称，不少于2个字').max(60).optional(),
  datedOn: day,
  corrects: id.optional().describe('更正哪一份'),
});

/** 纸质在档: the paper itself lies in the folder of each of these students. */
export const paperOnlyShape = z.object({
  paper: paperQuery.shape.paper,
  head: headShape.optional(),
  what: paperQuery.shape.what,
  datedOn: day,
  studentIds: z.array(id).min(1).max(200),
});

export const notesShape = z.object({
  head: z.enum(['DEVELOPMENT', 'AWARDS', 'AID']),
  studentIds: z.array(id).min(1).max(200),
});

const headCount = z.object({ code: headShape, title: z.string(), lacking: z.number().int() });

export const gapsShape = z.object({
  school: z.object({ id, name: z.string() }),
  term: z.string(),
  chip: z.string(),
  total: z.number().int(),
  complete: z.number().int(),
  overdue: z.number().int(),
  heads: z.array(headCount),
  classGroups: z.array(
    z.object({
      id: id.nullable(),
      name: z.string(),
      total: z.number().int(),
      complete: z.number().int(),
      overdue: z.number().int(),
      heads: z.array(headCount),
    }),
  ),
});

const lackShape = z.object({
  head: headShape,
  words: z.string().describe('所缺部分、自设项或材料'),
  whole: z.boolean().describe('整个部分缺'),
  chip: z.string().describe('依据条款'),
  lacking: z.number().int().describe('缺此项的学生数'),
});

const sums = { total: z.number().int(), complete: z.number().int(), overdue: z.number().int() };

export const gapOverviewShape = z.object({
  place: z.object({ id, name: z.string() }),
  upper: id.nullable().describe('上一级；本级的为空'),
  term: z.string(),
  ...sums,
  items: z.array(lackShape),
  schools: z.array(z.object({ id, name: z.string(), ...sums, items: z.array(lackShape) })),
  below: z.array(z.object({ id, name: z.string() })).describe('下级教育行政部门，可逐级打开'),
});

export const groupGapsShape = z.object({
  classGroup: z.object({ id, name: z.string() }),
  term: z.string(),
  chip: z.string(),
  heads: z.array(z.object({ code: headShape, title: z.string(), none: z.string().nullable() })),
  students: z.array(
    z.object({
      studentId: id,
      name: z.string(),
      seatNo: z.number().int().nullable(),
      enteredOn: z.string(),
      overdue: z.boolean(),
      due: z.string().nullable(),
      lacking: z.array(headShape),
      noted: z.array(headShape),
      missing: z.array(gap.extend({ head: headShape })),
    }),
  ),
});

export type FileView = z.infer<typeof fileShape>;
export type PaperEntry = z.infer<typeof paperQuery>;
export type PaperOnlyEntry = z.infer<typeof paperOnlyShape>;
export type NotesEntry = z.infer<typeof notesShape>;
export type GapsView = z.infer<typeof gapsShape>;
export type GroupGapsView = z.infer<typeof groupGapsShape>;
export type GapOverview = z.infer<typeof gapOverviewShape>;

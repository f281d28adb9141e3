/** 表册样式接口的样子: what an authority lays down of a paper, and what holds at its place by whom. */
import { z } from 'zod';
import { SHEET_SIZES, type SheetSize } from '../printing/sheet-size.api.ts';

const millimetres = z.number().int().min(0).max(60);
const line = z.string().trim().max(60);

export const sheetBody = z.object({
  size: z.enum(Object.keys(SHEET_SIZES) as [SheetSize, ...SheetSize[]]),
  landscape: z.boolean().describe('横向'),
  margins: z.object({ top: millimetres, bottom: millimetres, left: millimetres, right: millimetres }),
  body: z.number().min(6).max(20).multipleOf(0.5).describe('正文字号，磅'),
  head: z.string().trim().max(40).describe('题上单位，空为不加'),
  foot: line.describe('页脚，空为不加'),
  copies: line.describe('一式几份，空为不加'),
});

/** Who has laid something down; empty where nobody has. */
const held = z.object({
  placeName: z.string().describe('由哪一级设定'),
  byName: z.string(),
  on: z.string(),
  mine: z.boolean().describe('由本单位设定'),
});
export type HeldBy = z.infer<typeof held>;

const paperShape = z.object({
  paper: z.string(),
  title: z.string().describe('本系统的名称'),
  sheet: held.nullable(),
  wording: held.nullable(),
  template: held.nullable(),
  waiting: z.number().int().describe('待本单位第二人启用的模板'),
  faults: z.number().int().describe('近30天改用本系统式样打印的次数'),
});
export const papersShape = z.object({ papers: z.array(paperShape) });
export type PaperStyles = z.infer<typeof papersShape>;
export type PaperStyleLine = PaperStyles['papers'][number];

export const templateShape = z.object({
  id: z.uuid(),
  proposedByName: z.string(),
  proposedOn: z.string(),
  confirmedByName: z.string().nullable(),
  validFrom: z.string().nullable(),
  endedByName: z.string().nullable(),
  state: z.enum(['WAITING', 'COMING', 'IN_FORCE', 'REPLACED', 'ENDED']),
  own: z.boolean().describe('由本人提出，须由他人启用'),
});
export type TemplateVersion = z.infer<typeof templateShape>;

export const styleShape = z.object({
  paper: z.string(),
  title: z.string(),
  fixed: z
    .object({ title: z.string(), clauses: z.array(z.string()) })
    .nullable()
    .describe('法定名称'),
  words: z.boolean().describe('项目用语可改'),
  wording: held.extend({ title: z.string().nullable() }).nullable(),
  design: z.object({
    own: sheetBody,
    sizes: z.array(z.object({ size: z.string(), words: z.string() })),
    flows: z.boolean().describe('纸张、方向、边距、字号可改'),
    lines: z.array(z.enum(['head', 'foot'])),
    why: z.string().describe('不能全改的原因'),
    leastBottom: z.number(),
  }),
  sheet: sheetBody.describe('现行版面'),
  sheetHeld: held.nullable(),
  template: held.extend({ id: z.uuid() }).nullable().describe('现行的自备模板'),
  versions: z.array(templateShape).describe('本单位提出过的模板'),
  faults: z.array(z.object({ id: z.uuid(), at: z.string(), words: z.string() })),
});
export type PaperStyleView = z.infer<typeof styleShape>;

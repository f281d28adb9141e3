/** 家长链接接口形状. */
import { z } from 'zod';

export const makingShape = z
  .object({
    classGroupId: z.uuid().optional().describe('一个班的学生和已编入该班的新生'),
    importId: z.uuid().optional().describe('一次导入的新生'),
    alone: z.literal(true).optional().describe('逐人登记的新生'),
    studentId: z.uuid().optional().describe('一名学生或新生'),
    ordinal: z.number().int().min(0).max(9).optional().describe('成员序号，只在为一名学生开出时'),
    validDays: z.number().int().min(1).max(366).default(180),
    renew: z.boolean().default(false).describe('已有链接的也重开，原链接停用'),
  })
  .refine(
    (it) => [it.classGroupId, it.importId, it.alone, it.studentId].filter((one) => one !== undefined).length === 1,
    {
      message: '请选一个班级、一次导入或一名学生',
    },
  );

/** Shown once: nobody can show the secret again. */
export const madeLinkShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  seatNo: z.number().int().nullable(),
  guardianWords: z.string().describe('父亲王**'),
  secret: z.string().describe('链接/family/之后的部分，只在开出时给出'),
  asks: z.array(z.enum(['PHONE', 'DOCUMENT'])).describe('核对时可填的末四位'),
});

export const madeSheetShape = z.object({
  schoolName: z.string(),
  classGroupName: z.string().nullable(),
  lastDay: z.string().describe('有效至'),
  items: z.array(madeLinkShape),
  kept: z.number().int().describe('已有链接、未重开的人数'),
  without: z
    .array(z.object({ name: z.string(), why: z.string() }))
    .describe('没有登记监护人或没有可核对信息、不能开出的学生'),
});

export const linkLineShape = z.object({
  studentId: z.uuid(),
  registered: z.boolean().describe('已建立学籍；未建立的是新生登记'),
  name: z.string(),
  seatNo: z.number().int().nullable(),
  links: z.array(
    z.object({
      id: z.uuid(),
      guardianWords: z.string(),
      state: z.enum(['WAITING', 'OPENED', 'LOCKED', 'EXPIRED']),
      madeOn: z.string(),
      lastDay: z.string(),
      elsewhere: z.boolean().describe('由原学校开出'),
    }),
  ),
  signed: z
    .object({
      signatureId: z.uuid().nullable().describe('待学校审核的签字'),
      stepWords: z.string(),
      tone: z.enum(['NONE', 'PROCESS', 'DUE', 'DONE']),
      mayCheck: z.boolean().describe('轮到读者审核'),
    })
    .describe('基本信息表签字到哪一步'),
});

export const linksPageShape = z.object({
  schoolName: z.string(),
  classGroupName: z.string().nullable(),
  items: z.array(linkLineShape),
});

/** The drafts of a workbook, or those put forward one by one. */
export const draftsQuery = z.object({ importId: z.union([z.uuid(), z.literal('')]).optional() });

export const revokedShape = z.object({ revoked: z.literal(true) });

export type Making = z.input<typeof makingShape>;
export type MadeSheet = z.infer<typeof madeSheetShape>;
export type MadeLink = z.infer<typeof madeLinkShape>;
export type LinksPage = z.infer<typeof linksPageShape>;
export type LinkLine = z.infer<typeof linkLineShape>;

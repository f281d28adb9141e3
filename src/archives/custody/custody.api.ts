/** 档案保管接口形状. */
import { z } from 'zod';

export const custodyShape = z.object({
  schools: z.array(
    z.object({
      schoolId: z.uuid(),
      name: z.string(),
      files: z.number().int().describe('离校后未在他校就读的学生的档案'),
      endedOn: z.string().nullable().describe('撤并日；本校为空'),
      since: z.string().nullable().describe('到本单位保管的日期；本校为空'),
      archiveName: z.string().nullable().describe('存放单位，由本单位自行保管的为空'),
      before: z.array(z.object({ name: z.string(), until: z.string() })).describe('此前的保管单位，最早的在前'),
    }),
  ),
  items: z.array(
    z.object({
      studentId: z.uuid(),
      name: z.string(),
      genderWords: z.string(),
      bornOn: z.string(),
      schoolName: z.string().describe('最后就读学校'),
      gradeWords: z.string(),
      leftOn: z.string(),
      reasonWords: z.string(),
      opens: z.boolean().describe('可打开学生页；由本单位接管、不在管理范围内的为否'),
    }),
  ),
  more: z.boolean().describe('还有更早的，请按姓名或学籍号查'),
  law: z.array(z.object({ sentence: z.string(), chip: z.string() })),
});

export type Custody = z.infer<typeof custodyShape>;

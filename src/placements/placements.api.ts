/** 班级接口形状: class groups with their sizes and the law's bounds, their students on any day, and who is unplaced. */
import { z } from 'zod';

export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);

const counts = {
  total: z.number().int(),
  boys: z.number().int(),
  girls: z.number().int(),
  others: z.number().int().describe('性别未载明为男女的'),
};

export const boundsShape = z.object({
  usual: z.number().int().describe('原则上的班额'),
  most: z.number().int().nullable().describe('最大班额；未规定时为空'),
  chip: z.string().describe('山西·第十三条'),
});

const sizeFinding = z.object({
  verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
  sentence: z.string(),
  chip: z.string(),
  remedy: z.string().optional(),
});

export const classGroupShape = z.object({
  id: z.uuid(),
  name: z.string().describe('七(3)班'),
  code: z.string(),
  stage: stageShape,
  grade: z.number().int(),
  gradeWords: z.string(),
  intakeYear: z.number().int(),
  intakeWords: z.string().describe('2026级'),
  multiGrade: z.string().nullable().describe('复式班的各年级：一年级、二年级'),
  ordinal: z.number().int(),
  teacherName: z.string().nullable().describe('当日不是今天时为空'),
  ...counts,
  bounds: boundsShape.nullable().describe('本地未规定班额时为空'),
  findings: z.array(sizeFinding),
});

export const unplacedShape = z.object({
  stage: stageShape,
  grade: z.number().int(),
  gradeWords: z.string(),
  intakeYear: z.number().int(),
  intakeWords: z.string(),
  ...counts,
  classGroupIds: z.array(z.uuid()).describe('可编入的班级'),
  review: z
    .object({
      sentence: z.string(),
      chip: z.string(),
      intakeYear: z.number().int().describe('审核时所指的招生年度'),
      reviewed: z.object({ on: z.string(), by: z.string(), opinion: z.string() }).nullable(),
    })
    .nullable()
    .describe('本地规定分班须先审核时有值'),
});

const schoolShape = z.object({ id: z.uuid(), name: z.string(), code: z.string().nullable() });

export const classGroupsShape = z.object({
  school: schoolShape,
  on: z.string(),
  today: z.string(),
  classGroups: z.array(classGroupShape),
  grades: z
    .array(z.object({ grade: z.number().int(), gradeWords: z.string(), intakeWords: z.string() }))
    .describe('本校所设年级及其本学年的届别，尚无班级的也在内'),
  unplaced: z.array(unplacedShape),
});

export const memberShape = z.object({
  studentId: z.uuid(),
  seatNo: z.number().int().nullable(),
  name: z.string(),
  gender: z.string(),
  genderWords: z.string(),
  bornOn: z.string(),
  ethnicWords: z.string(),
  registrationNumber: z.string().describe('脱敏'),
  identityNumber: z.string().describe('脱敏'),
  studyModeWords: z.string(),
  state: z.string(),
  stateWords: z.string(),
  registeredOn: z.string(),
  secondaryNumbers: z.array(z.string()).describe('现行辅号，考籍号510126070001'),
});

export const classRosterShape = z.object({
  school: schoolShape,
  on: z.string(),
  today: z.string(),
  classGroup: classGroupShape,
  students: z.array(memberShape),
});

export const unplacedPageShape = z.object({
  on: z.string(),
  students: z.array(memberShape),
  next: z.string().nullable().describe('下一页的位置；没有更多时为空'),
});

export const changedGroupsShape = z.object({
  classGroups: z.array(z.object({ classGroupId: z.uuid(), name: z.string(), ...counts })),
});

export const changesShape = z.object({
  items: z.array(
    z.object({
      at: z.string(),
      personName: z.string(),
      did: z.string().describe('编入班级、调班、编班内学号'),
      joined: z.number().int(),
      left: z.number().int(),
      total: z.number().int().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export type ClassGroupView = z.infer<typeof classGroupShape>;
export type UnplacedView = z.infer<typeof unplacedShape>;
export type ClassGroupsView = z.infer<typeof classGroupsShape>;
export type MemberView = z.infer<typeof memberShape>;
export type ClassRosterView = z.infer<typeof classRosterShape>;
export type UnplacedPage = z.infer<typeof unplacedPageShape>;
export type ChangedGroups = z.infer<typeof changedGroupsShape>;
export type ClassGroupChanges = z.infer<typeof changesShape>;

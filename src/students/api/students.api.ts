/** 学生接口形状. */
import { z } from 'zod';

export const rosterRowShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  gender: z.string(),
  bornOn: z.string(),
  numberMasked: z.string(),
  identityMasked: z.string(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  stage: z.string(),
  grade: z.number().int(),
  gradeWords: z.string(),
  classGroupId: z.uuid().nullable(),
  classGroupName: z.string().nullable(),
  seatNo: z.number().int().nullable(),
  state: z.string(),
  stateWords: z.string(),
  photoId: z.uuid().nullable(),
});

export const studentPageShape = z.object({
  items: z.array(rosterRowShape),
  next: z.string().nullable().describe('下一页的位置；没有更多时为空'),
  total: z.number().int().nullable().describe('本校或本县在籍总数；带查找词时不计'),
});

const itemShape = z.object({
  key: z.string(),
  label: z.string(),
  value: z.string().describe('已按代码表译成文字；保密项为脱敏值'),
  keyData: z.boolean(),
  masked: z.boolean().describe('可说明事由后查看完整值'),
});

export const bandShape = z.object({
  kind: z.enum(['SCHOOL', 'GRADE']),
  label: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  state: z.string(),
});

export const markShape = z.object({
  kind: z.enum(['REGISTERED', 'NUMBER', 'KEY_DATA', 'CASE']),
  on: z.string(),
  title: z.string(),
  note: z.string(),
  caseId: z.uuid().nullable(),
});

export const studentShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  pinyin: z.string(),
  genderWords: z.string(),
  bornOn: z.string(),
  age: z.number().int(),
  photoId: z.uuid().nullable(),
  state: z.string(),
  stateWords: z.string(),
  numberMasked: z.string(),
  identityMasked: z.string(),
  identityTypeWords: z.string(),
  schoolId: z.uuid().nullable(),
  schoolName: z.string().nullable(),
  gradeWords: z.string().nullable(),
  classGroupId: z.uuid().nullable(),
  classGroupName: z.string().nullable(),
  seatNo: z.number().int().nullable(),
  teacherName: z.string().nullable(),
  openCases: z.array(z.object({ caseId: z.uuid(), title: z.string(), stateWords: z.string() })),
  groups: z.array(z.object({ title: z.string(), items: z.array(itemShape) })),
  guardians: z.array(
    z.object({
      ordinal: z.number().int(),
      name: z.string().describe('脱敏'),
      relationWords: z.string(),
      isGuardian: z.boolean(),
      phoneMasked: z.string(),
      items: z.array(itemShape),
    }),
  ),
  numbers: z.array(z.object({ kind: z.string(), masked: z.string(), from: z.string(), to: z.string().nullable() })),
  bands: z.array(bandShape),
  marks: z.array(markShape),
  version: z.number().int(),
});

export const viewerShape = z.object({
  at: z.string(),
  personName: z.string(),
  institutionName: z.string(),
  did: z.string(),
  reason: z.string().nullable(),
});

export type RosterItem = z.infer<typeof rosterRowShape>;
export type StudentView = z.infer<typeof studentShape>;
export type Viewer = z.infer<typeof viewerShape>;

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
  ethnicWords: z.string(),
  studyModeWords: z.string(),
  registeredOn: z.string(),
  state: z.string(),
  stateWords: z.string(),
  photoId: z.uuid().nullable(),
});

export const studentPageShape = z.object({
  items: z.array(rosterRowShape),
  previous: z.string().nullable().describe('上一页的位置；已是第一页时为空'),
  next: z.string().nullable().describe('下一页的位置；没有更多时为空'),
  total: z.number().int().nullable().describe('符合条件的人数；市、省未选县或学校时不计'),
});

export const leftPageShape = z.object({
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
    }),
  ),
  more: z.boolean().describe('还有更早的，请按姓名查'),
});

const choiceShape = z.object({ value: z.string(), words: z.string() });

export const listFiltersShape = z.object({
  counties: z.array(choiceShape).describe('市、省可选的县'),
  schools: z.array(choiceShape).describe('县内可选的学校；市、省须先选县'),
  grades: z.array(choiceShape),
  classGroups: z.array(choiceShape.extend({ grade: z.string() })).describe('所选学校或本校的班级'),
  states: z.array(choiceShape),
});

export const itemShape = z.object({
  path: z.string().describe('信息项路径，如homeAddress、guardians.0.phone'),
  label: z.string(),
  value: z.string().describe('已按代码表译成文字；保密项为脱敏值'),
  raw: z.string().describe('填报用的值：代码、日期、数；保密项为空'),
  masked: z.boolean().describe('可说明事由后查看完整值'),
  fixed: z.string().nullable().describe('不能在此处改的原因'),
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

export const openCaseShape = z.object({
  caseId: z.uuid(),
  title: z.string(),
  holderName: z.string().describe('现由谁办'),
  dueOn: z.string().nullable(),
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
  left: z
    .object({ on: z.string(), words: z.string(), schoolName: z.string() })
    .nullable()
    .describe('离校情况；在籍时为空'),
  openCases: z.array(openCaseShape),
  groups: z.array(z.object({ key: z.string(), title: z.string(), items: z.array(itemShape) })),
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
  id: z.uuid(),
  at: z.string(),
  personName: z.string().describe('外单位的人脱敏'),
  institutionName: z.string(),
  did: z.string(),
  about: z.string().nullable().describe('所涉信息项'),
  reason: z.string().nullable(),
});

export const updateAnswerShape = z.object({
  student: studentShape.nullable().describe('更新后的学生；有红色结论时未写入，为空'),
  findings: z.array(
    z.object({ field: z.string(), severity: z.enum(['red', 'amber']), sentence: z.string(), remedy: z.string() }),
  ),
});

export type RosterItem = z.infer<typeof rosterRowShape>;
export type StudentPage = z.infer<typeof studentPageShape>;
export type LeftPage = z.infer<typeof leftPageShape>;
export type ListFilters = z.infer<typeof listFiltersShape>;
export type Item = z.infer<typeof itemShape>;
export type StudentView = z.infer<typeof studentShape>;
export type Viewer = z.infer<typeof viewerShape>;
export type UpdateAnswer = z.infer<typeof updateAnswerShape>;
export type UpdateFinding = UpdateAnswer['findings'][number];

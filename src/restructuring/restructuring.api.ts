/** 学校变动接口形状. */
import { z } from 'zod';

const grade = z.number().int().min(1).max(12);
const stage = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);

/** What is wanted; the school that it is about stands beside it. */
export const matterShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('MERGER'), intoId: z.uuid() }),
  z.object({
    kind: z.literal('CLOSURE'),
    custodianId: z.uuid().optional().describe('接管档案的单位'),
    archiveName: z
      .string()
      .trim()
      .min(4, '存放单位写全称，不少于4个字')
      .max(60)
      .optional()
      .describe('存放单位：不在机构名录内的，如县档案馆，由接管单位负责'),
    ownerProposed: z.boolean().optional().describe('原隶属部门已提出接管单位'),
    destinations: z.array(z.object({ grade, toId: z.uuid() })).max(12),
  }),
  z.object({ kind: z.literal('WHOLE_CLASS'), classGroupId: z.uuid(), toId: z.uuid() }),
  z.object({
    kind: z.literal('SCHOOLING'),
    name: z.string().trim().min(4).max(60).optional(),
    schoolType: z
      .enum([
        'PRIMARY',
        'TEACHING_POINT',
        'NINE_YEAR',
        'JUNIOR',
        'COMPLETE_SECONDARY',
        'SENIOR',
        'TWELVE_YEAR',
        'SPECIAL',
        'SPECIALIZED',
      ])
      .optional(),
    stages: z.array(stage).min(1).optional(),
    years: z.partialRecord(stage, z.number().int().min(2).max(6)).optional(),
    provincialConsent: z.string().trim().max(100).optional(),
  }),
]);
export type RestructuringMatter = z.infer<typeof matterShape>;

export const wishShape = z.object({ schoolId: z.uuid(), matter: matterShape });
export const openingShape = wishShape.extend({
  opinion: z.string().trim().min(4, '请写明变动依据，不少于四个字').max(500),
});

const moveShape = z.object({
  classGroupId: z.uuid().nullable(),
  stage,
  grade,
  groupWords: z.string(),
  students: z.number().int(),
  toId: z.uuid().nullable(),
  toName: z.string().nullable(),
  groupThere: z.string().nullable(),
  /** 班额: what the law of the place says of so many there; null where it has nothing against it. */
  size: z.object({ verdict: z.enum(['DISCRETIONARY', 'REFUSE']), sentence: z.string(), chip: z.string() }).nullable(),
});

/** 档案去向: paper files that go with the students, and those of former students that a school leaves behind. */
const filesShape = z.object({
  withStudents: z.array(z.object({ toName: z.string(), files: z.number().int() })).describe('随学生转接的档案'),
  former: z
    .object({
      files: z.number().int(),
      schools: z.number().int().describe('其中连同已由本校接管档案的原学校'),
      keeperName: z.string().nullable().describe('接管单位；尚未指定的为空'),
    })
    .nullable()
    .describe('此前离校学生的档案；学校继续办学的为空'),
});

const findingShape = z.object({
  ruleId: z.string(),
  code: z.string(),
  verdict: z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']),
  sentence: z.string(),
  remedy: z.string().nullable(),
  chip: z.string(),
});

export const planShape = z.object({
  schoolName: z.string(),
  said: z.array(z.object({ label: z.string(), words: z.string() })),
  moves: z.array(moveShape),
  students: z.number().int(),
  files: filesShape,
  openCases: z.array(z.object({ caseId: z.uuid().nullable(), words: z.string() })),
  orphans: z.number().int(),
  findings: z.array(findingShape),
});

export const namesShape = z.object({
  items: z.array(z.object({ studentId: z.uuid(), name: z.string(), numberMasked: z.string(), gradeWords: z.string() })),
});

export const schoolShape = z.object({
  id: z.uuid(),
  name: z.string(),
  stages: z.array(stage),
  schoolType: z.string().nullable(),
  years: z.partialRecord(stage, z.number().int()),
  provincialConsent: z.string(),
  keepers: z
    .array(z.object({ id: z.uuid(), name: z.string() }))
    .describe('学校撤销的，可接管其档案的教育行政部门；另可选接收学生的学校'),
  keeping: z.array(z.object({ sentence: z.string(), chip: z.string() })).describe('接管单位由谁指定、由谁提出'),
  grades: z.array(z.object({ stage, grade, words: z.string(), students: z.number().int() })),
  classGroups: z.array(z.object({ id: z.uuid(), words: z.string(), students: z.number().int() })),
});

export const listedShape = z.object({
  items: z.array(
    z.object({
      caseId: z.uuid(),
      number: z.string(),
      schoolName: z.string(),
      matterWords: z.string(),
      said: z.string(),
      state: z.string(),
      stateWords: z.string(),
      students: z.number().int().nullable().describe('已转接的学生，未执行的为空'),
      openedOn: z.string(),
      doneOn: z.string().nullable(),
    }),
  ),
});

export type RestructuringList = z.infer<typeof listedShape>;
export type PlannedFiles = z.infer<typeof filesShape>;
export type PlanView = z.infer<typeof planShape>;
export type MovedNames = z.infer<typeof namesShape>;
export type SchoolBefore = z.infer<typeof schoolShape>;

/** 录取名册接口形状. */
import { z } from 'zod';

export const stageShape = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
const verdict = z.enum(['ALLOW', 'DISCRETIONARY', 'REFUSE']);

const columnShape = z.enum([
  ...['name', 'identityNumber', 'way', 'noticeNumber', 'registrationNumber', 'formerSchool'],
  ...['sourceArea', 'householdArea', 'migrantPapers', 'registration', 'phone', 'schoolCode'],
] as [
  'name',
  'identityNumber',
  'way',
  'noticeNumber',
  'registrationNumber',
  'formerSchool',
  'sourceArea',
  'householdArea',
  'migrantPapers',
  'registration',
  'phone',
  'schoolCode',
]);

export const numberedLineShape = z.object({
  row: z.int().min(1).describe('工作表中的行号；逐人登记的填1'),
  values: z.partialRecord(columnShape, z.string().max(200)),
});

export const checkedLineShape = numberedLineShape.extend({
  findings: z.array(
    z.object({
      column: columnShape,
      verdict: z.enum(['REFUSE', 'DISCRETIONARY']).describe('REFUSE不能列入名册；DISCRETIONARY可列入，留待核对'),
      sentence: z.string(),
      remedy: z.string(),
      chip: z.string().optional().describe('法规出处'),
    }),
  ),
});

export const readRollShape = z.object({
  columns: z.array(
    z.object({
      key: columnShape,
      heading: z.string(),
      required: z.boolean(),
      choices: z.array(z.string()).describe('空为自由填写'),
      hint: z.string(),
    }),
  ),
  rows: z.array(checkedLineShape),
  unknownHeadings: z.array(z.string()).describe('表中有而名册没有的栏目'),
});

export const rollLinesBody = z.object({ stage: stageShape, rows: z.array(numberedLineShape).min(1).max(3_000) });
export const checkedLinesShape = z.object({ rows: z.array(checkedLineShape) });

export const rollStateShape = z.enum([
  'WAITING',
  'DEFERRED',
  'NO_SHOW',
  'DROPOUT',
  'CHECKED_IN',
  'IN_HAND',
  'REGISTERED',
  'ENDED',
]);

const foundShape = z.object({
  ruleId: z.string(),
  verdict,
  sentence: z.string(),
  remedy: z.string().optional(),
  chip: z.string(),
});

export const rollItemShape = z.object({
  id: z.uuid(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  stage: stageShape,
  stageWords: z.string(),
  name: z.string(),
  identityMasked: z.string(),
  wayWords: z.string(),
  migrant: z.boolean(),
  formerSchool: z.string().nullable(),
  household: z.string().nullable().describe('户籍所在地名称'),
  noticeNumber: z.string().nullable(),
  continues: z.boolean().describe('已有学籍档案，升学后接续'),
  state: rollStateShape,
  stateWords: z.string(),
  dueOn: z.string().describe('应报到的最后一天'),
  deferredTo: z.string().nullable(),
  checkedInOn: z.string().nullable(),
  papersWords: z.array(z.string()),
  feesPaid: z.boolean(),
  hasPhoto: z.boolean(),
  dropoutOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  endWords: z.string().nullable(),
  caseId: z.uuid().nullable(),
  entrantId: z.uuid().nullable(),
});

export const rollListShape = z.object({
  intakeYear: z.number().int(),
  termStart: z.string(),
  items: z.array(rollItemShape),
  more: z.boolean().describe('还有未列出的，按学校或学段缩小范围'),
  counts: z.partialRecord(rollStateShape, z.number().int()),
  stages: z.array(
    z.object({
      stage: stageShape,
      words: z.string(),
      places: z.number().int().nullable(),
      admitted: z.number().int(),
      mayEnter: z.boolean(),
      enteredBy: z.string().nullable().describe('名册由谁登记；可自行登记的为空'),
    }),
  ),
});

export const rollEntryShape = z.object({
  item: rollItemShape,
  identityNumber: z.string().nullable().describe('本校学籍管理员可见全号，他人脱敏'),
  phone: z.string().nullable(),
  termStart: z.string(),
  acts: z.array(
    z.object({
      id: z.uuid(),
      act: z.string(),
      words: z.string(),
      on: z.string(),
      byName: z.string(),
      detail: z.string(),
      findings: z.array(foundShape.omit({ remedy: true })),
    }),
  ),
  noShow: z
    .object({
      findings: z.array(foundShape),
      steps: z.array(z.object({ byWords: z.string(), what: z.string(), chip: z.string() })),
      forfeitAfter: z.string().nullable().describe('到此日仍未报到的，方可取消入学资格；义务教育为空'),
      contacts: z.number().int(),
      reports: z.number().int(),
    })
    .nullable()
    .describe('未报到的规定怎么办；已报到的为空'),
});

export type CheckedRollLine = z.infer<typeof checkedLineShape>;
export type ReadRoll = z.infer<typeof readRollShape>;
export type RollItem = z.infer<typeof rollItemShape>;
export type RollList = z.infer<typeof rollListShape>;
export type RollEntryView = z.infer<typeof rollEntryShape>;

/** 地方设定接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../kernel/civil-date.ts';
import { FILE_FIELD_KINDS, type FileFieldKind } from './settable/file-field-kinds.api.ts';

const day = z.string().refine(isCivilDate, '日期须写作2026-09-01');
const code = z.object({ code: z.string(), words: z.string() });

export const settableShape = z.object({
  question: z.string(),
  questionTitle: z.string(),
  ruleId: z.string(),
  ruleTitle: z.string(),
  parameter: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  kind: z.enum(['NUMBER', 'FLAG', 'MONTH_DAY', 'LIMIT', 'CHOICE', 'LIST', 'TEXT']),
  codes: z.array(code),
  narrower: z.enum(['SMALLER', 'LARGER', 'SHORTER', 'SUBSET', 'ONCE', 'NEVER']).describe('下级可以怎样设定'),
  value: z.unknown().describe('现行值；没有文本规定的为空'),
  words: z.string().nullable(),
  chip: z.string().nullable(),
});

export const noticeShape = z.object({
  title: z.string().trim().min(4, '请写依据文件的全名').max(120),
  number: z.string().trim().max(60).optional().describe('文号'),
  address: z
    .url({ protocol: /^https?$/, error: '网址须以https://或http://开头' })
    .max(300)
    .optional()
    .describe('可以看到原文的网址'),
  issuedOn: day,
});

const limit = z.union([
  z.strictObject({ days: z.number().int().min(1).max(1000) }),
  z.strictObject({ months: z.number().int().min(1).max(240) }),
  z.strictObject({ workingDays: z.number().int().min(1).max(500) }),
]);

/** A value in one of the shapes that parameters have. */
export const valueShape = z.union([
  z.number(),
  z.boolean(),
  z.string().max(60),
  z.array(z.string().max(60)).max(20),
  limit,
]);

const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '每年的日子须写作07-15');
const why = z.string().trim().min(4, '请写明原因，不少于4个字').max(200);

export const freezeShape = z.object({
  kind: z.literal('FREEZE'),
  title: z.string().trim().min(2, '请写停办期的名称，例如毕业升级').max(20),
  firstDay: dayOfYear.describe('每年自何日起'),
  lastDay: dayOfYear.describe('至何日止，含当日'),
  cases: z.array(z.string().max(40)).min(1, '请至少选一类办件').max(60),
  stops: z.enum(['OPENING', 'DECIDING']).describe('只停受理，或受理核办都停'),
  clockStands: z.boolean().describe('期间在办件的时限停计'),
  offline: z.boolean().describe('期间可收纸质申请，以脱机受理录入'),
  why,
});

export const outageShape = z.object({
  kind: z.literal('OUTAGE'),
  firstOn: day,
  lastOn: day,
  clockStands: z.boolean().describe('期间在办件的时限停计'),
  why,
});

const choiceWords = z.string().trim().min(1).max(20);
export const fileFieldShape = z
  .object({
    kind: z.literal('FILE_FIELD'),
    title: z.string().trim().min(2, '请写自设项的名称，不少于2个字').max(20),
    valueKind: z.enum(Object.keys(FILE_FIELD_KINDS) as [FileFieldKind, ...FileFieldKind[]]),
    choices: z.array(choiceWords).max(12).default([]).describe('单选的各项，其他种类为空'),
    stages: z.array(z.enum(['PRIMARY', 'JUNIOR', 'SENIOR'])).min(1, '请至少选一个学段'),
    required: z.boolean().describe('必填：没有填的列入缺项'),
    ended: z.boolean().default(false).describe('停用：自生效日起不再填写，已填的留在档案内'),
  })
  .refine(
    ({ valueKind, choices }) => (valueKind === 'CHOICE') === choices.length > 1,
    '单选须写两项以上，其他种类不写选项',
  );

export const itemShape = z.discriminatedUnion('kind', [
  fileFieldShape,
  z.object({
    kind: z.literal('PARAMETER'),
    ruleId: z.string().max(80),
    parameter: z.string().max(80),
    value: valueShape,
    article: z.string().trim().min(1, '请写依据文件的条款').max(40),
  }),
  z.object({
    kind: z.literal('TERM'),
    schoolYear: z.number().int().min(2000).max(2100),
    term: z.union([z.literal(1), z.literal(2)]),
    startsOn: day,
    endsOn: day,
  }),
  z.object({
    kind: z.literal('NOTICE'),
    matter: z.string().max(80).describe('所涉事项，取自matters'),
    says: z.string().trim().min(10, '请写明通知的内容，不少于10个字').max(500),
  }),
  freezeShape,
  outageShape,
  z.object({
    kind: z.literal('REMEDY'),
    review: z.string().trim().min(1, '请写行政复议的期限').max(20),
    reviewBy: z.string().trim().max(40).optional().describe('复议机关'),
    suit: z.string().trim().min(1, '请写行政诉讼的期限').max(20),
  }),
]);

const parameterItem = z.object({
  kind: z.literal('PARAMETER'),
  ruleId: z.string().max(80),
  parameter: z.string().max(80),
  value: valueShape,
  article: z.string().max(40).default('试算'),
});

export const trialShape = z.object({
  items: z.array(parameterItem).min(1, '请至少选一项参数').max(60),
  after: z.uuid().optional().describe('上一批答复中的next'),
});

const countsShape = z.object({ red: z.number().int(), amber: z.number().int(), green: z.number().int() });

export const trialCaseShape = z.object({
  caseId: z.uuid(),
  number: z.string(),
  title: z.string(),
  kindTitle: z.string(),
  schoolName: z.string(),
  stateWords: z.string(),
  ended: z.boolean(),
  before: countsShape.describe('现行规定下不符、酌定、符合各几人'),
  after: countsShape.describe('按试算的值'),
  sentences: z.array(z.string()),
});

export const trialPageShape = z.object({
  examined: z.number().int(),
  changed: z.array(trialCaseShape),
  without: z.array(z.string()).describe('上位规定不许，因而不起作用的值'),
  next: z.uuid().nullable(),
});

export const proposalShape = z.object({
  notice: noticeShape,
  from: day.describe('生效日期'),
  to: day.optional().describe('失效日期，不写为长期'),
  items: z.array(itemShape).min(1, '请至少设定一项').max(60),
  reason: z.string().trim().max(500).optional(),
});

export const settingShape = z.object({
  item: itemShape,
  label: z.string(),
  words: z.string(),
  notice: noticeShape,
  validFrom: z.string(),
  validTo: z.string().nullable(),
  caseId: z.uuid(),
  setAt: z.string(),
});

export const settingsShape = z.object({
  place: z.object({ code: z.string(), name: z.string() }),
  settable: z.array(settableShape),
  matters: z.array(code).describe('通知可以涉及的事项'),
  kinds: z.array(code).describe('可以停办的办件'),
  settings: z.array(settingShape),
});

export type SettingValue = z.infer<typeof valueShape>;
export type SettableParameter = z.infer<typeof settableShape>;
export type Proposal = z.infer<typeof proposalShape>;
export type TrialItem = z.input<typeof parameterItem>;
export type TrialCase = z.infer<typeof trialCaseShape>;
export type TrialPage = z.infer<typeof trialPageShape>;
export type SettingsView = z.infer<typeof settingsShape>;
export type SettingView = z.infer<typeof settingShape>;

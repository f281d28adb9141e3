/** 账号接口形状. */
import { z } from 'zod';
import { civilDateField, loginNameField, personNameField, reasonField } from '../form-fields.api.ts';

export const roleField = z.enum([
  'SCHOOL_REGISTRAR',
  'SCHOOL_LEADER',
  'CLASS_TEACHER',
  'AUTHORITY_REGISTRAR',
  'AUTHORITY_LEADER',
]);
export const accountStateField = z.enum(['UNTRAINED', 'ACTIVE', 'SEALED', 'CLOSED']);
const subjectField = z.string().trim().min(1).max(255);

export const accountShape = z.object({
  id: z.uuid(),
  loginName: z.string(),
  personName: z.string(),
  role: roleField,
  roleWords: z.string(),
  state: accountStateField,
  stateWords: z.string(),
  institutionId: z.uuid(),
  institutionName: z.string(),
  trainedOn: z.string().nullable(),
  trainingNote: z.string().nullable(),
  hasTotp: z.boolean(),
  needsTotp: z.boolean().describe('岗位须用动态口令'),
  signsInElsewhere: z.boolean(),
  isLocked: z.boolean(),
  mustChangePassword: z.boolean().describe('临时密码尚未修改'),
  madeAt: z.string(),
  lastLoginAt: z.string().nullable(),
  isOwn: z.boolean(),
});

export const accountsQuery = z.object({
  institution: z.uuid().optional(),
  role: roleField.optional(),
  state: accountStateField.optional(),
  search: z.string().trim().max(40).optional(),
  after: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const accountBody = z.object({
  institutionId: z.uuid(),
  role: roleField,
  personName: personNameField,
  loginName: loginNameField,
  oidcSubject: subjectField.optional(),
});

export const madeAccountShape = z.object({
  id: z.uuid(),
  temporaryPassword: z.string().nullable().describe('只显示这一次；经统一身份认证登录的没有'),
});

export const trainingBody = z.object({
  trainedOn: civilDateField,
  topics: z.array(z.enum(['IMPORTANCE', 'MEASURES', 'SYSTEM', 'DATA_CAPTURE', 'CHANGES'])),
  trainer: z.string().trim().min(2).max(60),
  formalStaff: z.boolean(),
});

export const reasonBody = z.object({ reason: reasonField });
export const roleBody = z.object({ role: roleField, reason: reasonField });
export const subjectBody = z.object({ subject: subjectField });
export const stateShape = z.object({ state: accountStateField });

export const loginFrequencyShape = z.object({
  weekFrom: z.string(),
  weekTo: z.string().describe('周日'),
  closed: z.boolean().describe('该周已结束'),
  required: z.number().int().describe('每周至少登录次数'),
  clause: z.string(),
  items: z.array(
    z.object({
      accountId: z.uuid(),
      personName: z.string(),
      roleWords: z.string(),
      institutionId: z.uuid(),
      institutionName: z.string(),
      logins: z.number().int(),
      lastLoginAt: z.string().nullable(),
      verdict: z.enum(['MET', 'OPEN', 'SHORT']).describe('已达到、未到周末、不足'),
    }),
  ),
});

export type AccountView = z.infer<typeof accountShape>;
export type LoginFrequency = z.infer<typeof loginFrequencyShape>;

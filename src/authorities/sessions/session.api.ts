/** 会话接口形状: what the sign-in pages send and what every page knows of the person. */
import { z } from 'zod';

export const sessionShape = z.object({
  accountId: z.uuid(),
  personName: z.string(),
  role: z.string(),
  roleWords: z.string().describe('学校学籍管理员'),
  institution: z.object({
    id: z.uuid(),
    name: z.string(),
    shortName: z.string(),
    level: z.enum(['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION']),
    levelWords: z.string(),
    placeCode: z.string(),
    placeName: z.string(),
  }),
  classGroupIds: z.array(z.uuid()).describe('班主任所带班级'),
  today: z.string(),
  schoolYear: z.number().int().describe('学年，以起始年份计'),
  termWords: z.string().describe('2026—2027学年第一学期'),
  csrfToken: z.string().describe('写操作须在x-csrf-token中送回'),
  draftKey: z.string().describe('32字节，浏览器以此加密未保存的底稿；每人一把，不随登录改变'),
  mustGiveCode: z.boolean().describe('先补验动态口令'),
  mustChangePassword: z.boolean(),
  mustSetUpTotp: z.boolean(),
  demo: z.boolean().describe('演示数据，非真实学生'),
  signsInElsewhere: z.boolean().describe('经统一身份认证登录，本系统无密码'),
  hasTotp: z.boolean(),
  capabilities: z.array(z.string()).describe('可调用的接口，形如“POST /api/accounts”'),
});

/** Which ways in this installation offers, for somebody who is not signed in. */
export const waysInShape = z.object({
  firstRun: z.boolean().describe('尚无任何账号，等待首次设置'),
  identityProvider: z.boolean().describe('可用统一身份认证登录'),
  minPasswordLength: z.number().int(),
  demo: z.boolean().describe('演示数据，非真实学生'),
});

export const signInBody = z.object({
  loginName: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(200),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

export const passwordBody = z.object({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) });
export const codeBody = z.object({ code: z.string().regex(/^\d{6}$/) });
export const totpShape = z.object({
  secret: z.string().describe('不能扫码时手工输入'),
  uri: z.string().describe('otpauth地址，供生成二维码'),
});
export const signedOutShape = z.object({ signedOut: z.literal(true) });

export type Session = z.infer<typeof sessionShape>;
export type WaysIn = z.infer<typeof waysInShape>;

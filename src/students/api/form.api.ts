/** 信息项表接口形状: the form as data, so that every screen that asks for a record asks the same. */
import { z } from 'zod';

export const fieldShape = z.object({
  path: z.string().describe('homeAddress、guardians.0.phone、economy.familySize'),
  number: z.number().int().nullable().describe('编号'),
  label: z.string(),
  heading: z.string().describe('表头写法：成员1联系电话'),
  kind: z.string(),
  table: z.string().nullable().describe('代码表；其余为空'),
  required: z.boolean(),
  requiredWhen: z.string().nullable().describe('有条件必填的条件：有身份证件'),
  keyData: z.boolean().describe('关键数据，更正须办件'),
  classified: z.boolean().describe('保密项'),
  fixed: z.string().nullable().describe('建籍后不能直接改的原因'),
  filledBy: z.enum(['family', 'school', 'system']),
  maxLength: z.number().int(),
  example: z.string(),
  hint: z.string().nullable(),
  usual: z.string().nullable(),
  basis: z.string(),
});

export const formShape = z.object({
  groups: z.array(z.object({ key: z.string(), title: z.string(), fields: z.array(fieldShape) })),
  tables: z.record(z.string(), z.array(z.object({ value: z.string(), words: z.string() }))),
});

export const areasShape = z.object({
  items: z.array(z.object({ value: z.string(), words: z.string() })).describe('现行县级以上行政区划'),
});

export type FormField = z.infer<typeof fieldShape>;
export type RegistrationForm = z.infer<typeof formShape>;
export type Areas = z.infer<typeof areasShape>;

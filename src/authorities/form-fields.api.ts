/** 填报项: what several forms about institutions and their people ask for alike. */
import { z } from 'zod';
import { type CivilDate, isCivilDate } from '../kernel/civil-date.ts';

/** A day as forms write it: 2026-09-01. */
export const civilDateField = z
  .string()
  .refine(isCivilDate, { error: '须是实有的日期，写作2026-09-01' })
  .transform((text) => text as CivilDate);

/** Names of people who work here: Han characters with · between parts, or Latin letters. */
export const personNameField = z
  .string()
  .trim()
  .max(40)
  .regex(/^(?:\p{Script=Han}[\p{Script=Han}·]*\p{Script=Han}|[A-Za-z][A-Za-z .'-]*[A-Za-z])$/u, {
    error: '姓名须是两个以上汉字，或拉丁字母',
  });

/** 办公电话: digits with what people put between them. */
export const phoneField = z
  .string()
  .trim()
  .regex(/^[\d+\-() ]{5,20}$/, { error: '电话须是数字，可带区号和分机' });

/** Why somebody does what affects another person. */
export const reasonField = z.string().trim().min(2, { error: '请写明理由' }).max(500);

export const loginNameField = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/, { error: '登录名须是3至32位小写字母、数字、点、横线，以字母开头' });

/** One record by its id in the address. */
export const byId = z.object({ id: z.uuid() });

/** 旷课接口形状: who stays away, what the law asks next, contacts and written reports. */
import { z } from 'zod';
import { dayShape, findingShape } from '../attendance.api.ts';
import { CONTACT_WAYS, RECIPIENTS, REPORT_MATTERS } from './reporting.api.ts';

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);

const contactShape = z.object({
  id: z.uuid(),
  on: z.string(),
  wayWords: z.string(),
  who: z.string(),
  outcome: z.string(),
  madeByName: z.string(),
});

const reportShape = z.object({
  id: z.uuid(),
  matter: keysOf(REPORT_MATTERS),
  matterWords: z.string(),
  recipient: keysOf(RECIPIENTS),
  recipientName: z.string(),
  on: z.string(),
  paperNumber: z.string().nullable(),
  receivedOn: z.string().nullable(),
  receivedBy: z.string().nullable(),
});

const stepShape = z.object({
  by: z.string(),
  byWords: z.string(),
  what: z.string(),
  chip: z.string(),
  done: z.boolean().describe('已登记办过'),
});

/** WATCH: the law asks for nothing beside contact yet. DUE: it asks for something that has not been done. TOLD: done. */
export const levelShape = z.enum(['DUE', 'TOLD', 'WATCH']);

export const truantShape = z.object({
  studentId: z.uuid(),
  name: z.string(),
  numberMasked: z.string(),
  gradeWords: z.string(),
  classGroupId: z.uuid().nullable(),
  classGroupName: z.string(),
  schoolName: z.string(),
  stateWords: z.string(),
  level: levelShape,
  from: z.string().nullable().describe('连续旷课首日'),
  runDays: z.number().int().describe('连续旷课，天'),
  periods: z.number().int().describe('本学期累计旷课，节'),
  days: z.number().int().describe('本学期累计旷课，天'),
  lastOn: z.string(),
  contacts: z.number().int(),
  findings: z.array(findingShape),
  steps: z.array(stepShape),
});

export const truantsShape = z.object({
  today: z.string(),
  due: z.number().int(),
  total: z.number().int(),
  items: z.array(truantShape),
});

export const truantStandingShape = z.object({
  today: z.string(),
  studentId: z.uuid(),
  name: z.string(),
  numberMasked: z.string(),
  gradeWords: z.string(),
  schoolName: z.string(),
  stateWords: z.string(),
  senior: z.boolean(),
  since: z.string().describe('联系与报告从此日起列出'),
  truant: truantShape.nullable().describe('本学期没有旷课的为空'),
  contacts: z.array(contactShape),
  reports: z.array(reportShape),
  recipients: z.array(z.object({ code: keysOf(RECIPIENTS), words: z.string() })),
});

export const contactRequestShape = z.object({
  on: dayShape,
  way: keysOf(CONTACT_WAYS),
  who: z.string().trim().min(1, '请写明联系的是谁').max(50),
  outcome: z.string().trim().min(2, '请写明联系情况，不少于2个字').max(500),
});

export const reportRequestShape = z.object({
  matter: keysOf(REPORT_MATTERS).default('TRUANCY'),
  recipient: keysOf(RECIPIENTS),
  recipientName: z.string().trim().min(2, '请写明报送给谁').max(80),
  on: dayShape,
  paperNumber: z.string().trim().max(60).optional(),
});

export const receiptRequestShape = z.object({
  on: dayShape,
  by: z.string().trim().min(1, '请写明签收人').max(50),
});

export type TruantsView = z.infer<typeof truantsShape>;
export type TruantView = z.infer<typeof truantShape>;
export type TruantStanding = z.infer<typeof truantStandingShape>;
export type ContactRequest = z.infer<typeof contactRequestShape>;
export type ReportRequest = z.output<typeof reportRequestShape>;
export type ReceiptRequest = z.infer<typeof receiptRequestShape>;

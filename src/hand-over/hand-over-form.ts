/** 档案转接单: what the sending school says of the file, and what the receiving school answers. */
import { z } from 'zod';
import { FILE_COPIES, FILE_PARTS } from '../policy/index.ts';
import { WAYS } from './hand-over.ts';

const keysOf = <K extends string>(words: Record<K, string>) => z.enum(Object.keys(words) as [K, ...K[]]);
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || undefined)
    .optional();

/** 转出. */
export const sendingShape = z.object({
  way: keysOf(WAYS),
  parcel: words(40),
  parts: z.array(keysOf(FILE_PARTS)).min(1, '请勾选转出的档案内容').max(10),
  pages: z.number().int().min(1, '请填写页数').max(5_000),
  kept: z.array(keysOf(FILE_COPIES)).max(2).optional().describe('转出学校留存；未填的不核对'),
  lateReason: words(300),
});

/** 签收. */
export const receiptShape = z.object({
  complete: z.boolean(),
  missing: z.array(keysOf(FILE_PARTS)).max(10).optional().describe('所缺的档案内容'),
  note: words(300),
});

const once = <T extends { id: string }>(files: readonly T[]) =>
  new Set(files.map(({ id }) => id)).size === files.length;

/** 成批转出: one parcel. */
export const sendingsShape = sendingShape.omit({ pages: true }).extend({
  files: z
    .array(z.object({ id: z.uuid(), pages: sendingShape.shape.pages }))
    .min(1, '请先扫描要转出的档案袋')
    .max(200)
    .refine(once, '同一份档案只列一次'),
});

/** 成批签收. */
export const receiptsShape = z.object({
  files: z
    .array(receiptShape.extend({ id: z.uuid() }))
    .min(1, '请先扫描要签收的档案袋')
    .max(200)
    .refine(once, '同一份档案只列一次'),
});

export type FileSending = z.infer<typeof sendingShape>;
export type FileReceipt = z.infer<typeof receiptShape>;
export type FileSendings = z.infer<typeof sendingsShape>;
export type FileReceipts = z.infer<typeof receiptsShape>;

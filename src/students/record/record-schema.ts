/** 学生记录的接口格式: what the interface takes as a record; every judgement beyond form belongs to checkRecord. */
import { z } from 'zod';
import { columns } from './fields/form.ts';

/** Longer than any item, so that overlong text is told as such and not refused as malformed. */
const LONGEST = 500;

const rawValue = z.union([z.string().max(LONGEST), z.number(), z.boolean(), z.null()]).optional();

/** A raw record by path, with no other keys: an item that the form does not have cannot be smuggled in. */
export const rawRecordSchema = z.strictObject(
  Object.fromEntries(columns.map(({ path, heading }) => [path, rawValue.describe(heading)])),
);

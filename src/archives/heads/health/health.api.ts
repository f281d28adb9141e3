/** 健康记录接口形状. */
import { z } from 'zod';
import { isCivilDate } from '../../../kernel/civil-date.ts';
import { HEALTH_KINDS, type HealthKind } from './health-items.api.ts';

const id = z.uuid();
export const healthKindShape = z.enum(Object.keys(HEALTH_KINDS) as [HealthKind, ...HealthKind[]]);
const dayShape = z.string().refine(isCivilDate, '日期须写作2026-09-01');

export const healthGridQuery = z.object({
  kind: healthKindShape,
  schoolYear: z.coerce.number().int().min(2000).max(2100).optional(),
});

export const healthEntryShape = z.object({
  kind: healthKindShape,
  measuredOn: dayShape,
  entries: z
    .array(
      z.object({
        studentId: id,
        seenId: id.nullable().describe('看到的上一份记录，没有的为空'),
        values: z.record(z.string().max(30), z.string().max(100)),
      }),
    )
    .min(1)
    .max(200),
});

export const healthGridShape = z.object({
  classGroup: z.object({ id, name: z.string() }),
  kind: healthKindShape,
  kindWords: z.string(),
  form: z.string(),
  schoolYear: z.number().int(),
  today: z.string(),
  items: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      unit: z.string().nullable(),
      kind: z.enum(['NUMBER', 'TEXT', 'CHOICE', 'TIME']),
      gender: z.string().nullable(),
      choices: z.array(z.string()),
    }),
  ),
  students: z.array(
    z.object({
      studentId: id,
      name: z.string(),
      seatNo: z.number().int().nullable(),
      gender: z.string(),
      recordId: id.nullable(),
      measuredOn: z.string().nullable(),
      enteredByName: z.string().nullable(),
      values: z.record(z.string(), z.string()),
    }),
  ),
});

export const rowsShape = z.object({ rows: z.array(z.array(z.string())).describe('首行为表头') });

export const studentHealthShape = z.object({
  records: z.array(
    z.object({
      id,
      kind: healthKindShape,
      kindWords: z.string(),
      form: z.string(),
      schoolYear: z.number().int(),
      measuredOn: z.string(),
      schoolName: z.string(),
      enteredByName: z.string(),
      values: z.array(z.object({ label: z.string(), value: z.string(), unit: z.string().nullable() })),
    }),
  ),
});

export type HealthEntry = z.infer<typeof healthEntryShape>;
export type HealthGrid = z.infer<typeof healthGridShape>;
export type StudentHealth = z.infer<typeof studentHealthShape>;

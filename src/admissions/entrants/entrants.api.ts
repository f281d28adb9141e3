/** 新生登记接口形状. */
import { z } from 'zod';

export const foundShape = z.object({
  field: z.string().describe('信息项的路径；空为整条记录'),
  label: z.string(),
  severity: z.enum(['red', 'amber']),
  code: z.string(),
  cause: z.string(),
  sentence: z.string(),
  remedy: z.string(),
  at: z.tuple([z.number().int(), z.number().int()]).nullable().describe('有误的字符，按填写的原文计'),
  curable: z.boolean().describe('可一次改'),
  confirmed: z.boolean().describe('已有人看过，认为无误'),
  chip: z.string().nullable().describe('法规出处'),
  studentId: z.uuid().nullable().describe('疑似同一人的另一份学籍'),
});

export const entrantStateShape = z.enum(['DRAFT', 'SKIPPED', 'SUBMITTED', 'REGISTERED', 'REFUSED']);

/** One entrant as lists show it: nothing classified is in the open. */
export const entrantRowShape = z.object({
  id: z.uuid(),
  rowNo: z.number().int().nullable().describe('工作簿中的行号'),
  state: entrantStateShape,
  version: z.number().int().describe('改时送回，他人已改则不予覆盖'),
  name: z.string(),
  gender: z.string(),
  bornOn: z.string(),
  identityMasked: z.string(),
  classText: z.string(),
  guardian: z.string(),
  phoneMasked: z.string(),
  value: z.string().describe('所查的一项，保密项脱敏'),
  red: z.number().int(),
  amber: z.number().int().describe('待确认，已确认的不计'),
  mended: z.number().int(),
  findings: z.array(foundShape),
});

/** An entrant with everything that was filled in. */
export const entrantShape = entrantRowShape.extend({
  importId: z.uuid().nullable(),
  caseId: z.uuid().nullable(),
  stateWords: z.string(),
  gradeWords: z.string(),
  photoId: z.uuid().nullable(),
  values: z.record(z.string(), z.string()).describe('填写的原文，按信息项的路径；列表中为空'),
});

export const entrantPageShape = z.object({ items: z.array(entrantShape), next: z.uuid().nullable() });

const sideShape = z.object({
  name: z.string(),
  gender: z.string(),
  bornOn: z.string(),
  identityMasked: z.string(),
  guardian: z.string(),
  schoolName: z.string(),
});

/** 疑似同一人: two records side by side, both masked. */
export const suspicionsShape = z.object({
  entrant: sideShape,
  pairs: z.array(
    z.object({
      studentId: z.uuid(),
      score: z.number().int(),
      confirmed: z.boolean(),
      reasons: z.array(z.object({ code: z.string(), sentence: z.string(), weight: z.number().int() })),
      student: sideShape.extend({ numberMasked: z.string() }),
    }),
  ),
});

export type FoundView = z.infer<typeof foundShape>;
export type EntrantRow = z.infer<typeof entrantRowShape>;
export type EntrantView = z.infer<typeof entrantShape>;
export type EntrantPage = z.infer<typeof entrantPageShape>;
export type SuspicionsView = z.infer<typeof suspicionsShape>;

/** 学校名录导入的接口形状. */
import { z } from 'zod';

const columnField = z.enum([
  'code',
  'name',
  'shortName',
  'schoolType',
  'ownership',
  'upper',
  'place',
  'stages',
  'primaryYears',
  'juniorYears',
  'seniorYears',
  'provincialConsent',
  'modelSchool',
  'primaryAuthority',
  'juniorAuthority',
  'seniorAuthority',
  'address',
  'postalCode',
  'phone',
]);

const numberedRowShape = z.object({
  row: z.int().min(1).describe('工作表中的行号'),
  values: z.partialRecord(columnField, z.string().max(200)),
});

export const checkedRowShape = numberedRowShape.extend({
  findings: z.array(z.object({ column: columnField, sentence: z.string(), remedy: z.string() })),
});

export const readSchoolsShape = z.object({
  columns: z.array(
    z.object({
      key: columnField,
      heading: z.string(),
      required: z.boolean(),
      choices: z.array(z.string()).describe('空为自由填写'),
    }),
  ),
  rows: z.array(checkedRowShape),
  unknownHeadings: z.array(z.string()).describe('表中有而名录没有的栏目'),
});

export const schoolRowsBody = z.object({ rows: z.array(numberedRowShape).min(1).max(2_000) });
export const checkedRowsShape = z.object({ rows: z.array(checkedRowShape) });

export type ReadSchools = z.infer<typeof readSchoolsShape>;
export type CheckedSchoolRow = z.infer<typeof checkedRowShape>;

/** 机构接口形状: the tree, one institution, and the forms that make and change them. */
import { z } from 'zod';
import { civilDateField, phoneField, reasonField } from '../form-fields.api.ts';
import { officeShape } from '../offices/offices.api.ts';

export const stageField = z.enum(['PRIMARY', 'JUNIOR', 'SENIOR']);
export const schoolTypeField = z.enum([
  'PRIMARY',
  'TEACHING_POINT',
  'NINE_YEAR',
  'JUNIOR',
  'COMPLETE_SECONDARY',
  'SENIOR',
  'TWELVE_YEAR',
  'SPECIAL',
  'SPECIALIZED',
  'VOCATIONAL',
]);
export const ownershipField = z.enum(['PUBLIC', 'PRIVATE']);
const yearsField = z.partialRecord(stageField, z.int().min(1).max(9));
const kindField = z.enum(['AUTHORITY', 'CENTRE_SCHOOL', 'SCHOOL']);
const nameField = z.string().trim().min(2).max(80);
const shortNameField = z.string().trim().min(2).max(30);
const placeCodeField = z.string().regex(/^\d{6}$/, { error: '行政区划代码须是6位数字' });
const consentField = z.string().trim().min(4).max(60).optional();

export const directoryRowShape = z.object({
  id: z.uuid(),
  kind: kindField,
  code: z.string().nullable(),
  name: z.string(),
  shortName: z.string(),
  level: z.enum(['SCHOOL', 'CENTRE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION']),
  placeCode: z.string(),
  schoolType: schoolTypeField.nullable(),
  typeWords: z.string().nullable().describe('九年一贯制学校'),
  ownership: ownershipField.nullable(),
  stages: z.array(stageField),
  upperId: z.uuid().nullable(),
  belowCount: z.number().int(),
  cursor: z.string().describe('翻页时随after送回'),
});

export const directoryQuery = z.object({
  under: z.uuid().optional().describe('其下所有机构'),
  upper: z.uuid().optional().describe('其直属机构'),
  kind: kindField.optional(),
  schoolType: schoolTypeField.optional(),
  search: z.string().trim().max(40).optional(),
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

const namedShape = z.object({ id: z.uuid(), name: z.string() });

export const institutionShape = directoryRowShape.omit({ cursor: true }).extend({
  englishName: z.string().nullable(),
  placeName: z.string(),
  levelWords: z.string(),
  ownershipWords: z.string().nullable(),
  modelSchool: z.boolean(),
  years: yearsField,
  provincialConsent: z.string().nullable().describe('学制试验的省级文号'),
  profile: z.array(z.object({ item: z.string(), label: z.string(), value: z.string().nullable() })),
  above: z.array(namedShape).describe('由高到低的上级机构'),
  supervisions: z.array(
    z.object({
      stage: stageField,
      stageWords: z.string(),
      authority: namedShape,
      reviewer: namedShape.nullable(),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
  campuses: z.array(
    z.object({ id: z.uuid(), name: z.string(), address: z.string().nullable(), validFrom: z.string() }),
  ),
  offices: z.array(officeShape).describe('只在管辖范围内给出'),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  inScope: z.boolean(),
  accountsKeptBy: z.string().nullable().describe('管理该机构账号的机构；为空即由本机构互相管理'),
  accountRoles: z
    .array(z.object({ role: z.string(), words: z.string() }))
    .describe('当前岗位在该机构管理哪些岗位的账号'),
  lacks: z.array(z.string()).describe('待补的事项，如无学籍管理员'),
});

export const schoolBody = z.object({
  code: z.string().trim(),
  name: nameField,
  shortName: shortNameField,
  schoolType: schoolTypeField,
  ownership: ownershipField,
  modelSchool: z.boolean().default(false),
  stages: z.array(stageField).optional(),
  years: yearsField.optional(),
  provincialConsent: consentField,
  upperId: z.uuid(),
  placeCode: placeCodeField.optional(),
  supervisedBy: z.partialRecord(stageField, z.uuid()).optional(),
});

export const authorityBody = z.object({ placeCode: placeCodeField, name: nameField, shortName: shortNameField });
export const centreSchoolBody = z.object({ name: nameField, shortName: shortNameField });

const text = (max: number) => z.string().trim().max(max).optional();
export const profileBody = z.object({
  englishName: text(120),
  shortName: shortNameField.optional(),
  items: z.object({
    address: text(120),
    postalCode: z
      .string()
      .trim()
      .regex(/^(\d{6})?$/, { error: '邮政编码须是6位数字' })
      .optional(),
    phone: z.union([z.literal(''), phoneField]).optional(),
    email: z.union([z.literal(''), z.email({ error: '电子信箱须形如name@example.cn' })]).optional(),
    website: z.union([z.literal(''), z.url({ error: '网址须以http://或https://开头' })]).optional(),
    organisationCode: text(18),
    legalCertificate: text(40),
    landRight: text(40),
    landCertificate: text(40),
    boarding: text(20),
    teachingLanguage: text(20),
    founder: text(60),
    foundedOn: text(10),
    minorityLanguage: text(40),
  }),
});

export const schoolingBody = z.object({
  name: nameField.optional(),
  schoolType: schoolTypeField.optional(),
  ownership: ownershipField.optional(),
  modelSchool: z.boolean().optional(),
  stages: z.array(stageField).optional(),
  years: yearsField.optional(),
  provincialConsent: consentField,
  reason: reasonField,
});

export const supervisionBody = z.object({
  stage: stageField,
  authorityId: z.uuid(),
  reviewerId: z.uuid().optional(),
  from: civilDateField,
});

export const campusBody = z.object({ name: nameField, address: text(120) });

export type DirectoryRow = z.infer<typeof directoryRowShape>;
export type InstitutionView = z.infer<typeof institutionShape>;

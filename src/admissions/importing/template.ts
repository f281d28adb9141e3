/** 导入模板: the empty workbook of the form, with the school's own class groups to choose from. */
import {
  classGroupName,
  getInstitution,
  gradeName,
  gradeOf,
  gradesOf,
  listClassGroups,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import { type Column, choicesOf, columns, type Field } from '../../students/index.ts';
import { type Template, type TemplateColumn, writeTemplate } from '../../workbooks/template.ts';

/** The sheet that schools fill in. */
export const TEMPLATE_SHEET = '新生信息';

/** The workbook for a school, as of the day of this transaction. */
export async function admissionTemplate(tx: Transaction, schoolId: string): Promise<Uint8Array> {
  const today = dayOf(tx.now);
  const school = await getInstitution(tx, { id: schoolId });
  const groups = await listClassGroups(tx, schoolId, today);
  const grades = new Set(gradesOf(school.stages, school.years).map(({ grade }) => grade));
  const choices: Choices = {
    grade: [...grades].map(gradeName),
    classGroup: [...new Set(groups.map((group) => classGroupName(gradeOf(group, today), group.ordinal)))],
  };
  const template: Template = {
    title: `${school.name}${intakeYearOf(today)}年新生基础信息表`,
    sheet: TEMPLATE_SHEET,
    columns: columns
      .filter(({ field }) => field.filledBy !== 'system' && field.kind !== 'photo')
      .map((one) => asked(one, choices)),
    notes: NOTES,
    madeAt: tx.now,
  };
  return writeTemplate(template);
}

/** What a school chooses from besides the code tables. */
type Choices = Readonly<Record<string, readonly string[]>>;

const NOTES = [
  '红色星号为必填。对照户口簿填写，一名学生一行；不要改动表头文字，不需要的非必填栏可以留空或删去。',
  '身份证件号、电话等栏已设为文本，请勿改为数值；日期写作2019-12-03，也可写作2019年12月3日。',
  '有下拉框的栏请从中选择。填好后在“入学注册—导入”中上传，系统逐格校验，有误的可在网页上改，也可下载标注后改了再传。',
];

function asked({ path, heading, field }: Column, choices: Choices): TemplateColumn {
  const offered = choices[path] ?? choicesFor(field);
  const comment = commentOf(field);
  return {
    key: path,
    heading,
    required: field.required === true && !path.startsWith('guardians.1.'),
    asText: !['integer', 'decimal', 'money'].includes(field.kind),
    example: field.example,
    ...(comment ? { comment } : {}),
    ...(offered.length > 0 ? { choices: offered } : {}),
  };
}

function choicesFor(field: Field): readonly string[] {
  if (field.kind === 'code') return choicesOf(field.table).map(({ label }) => label);
  return field.kind === 'boolean' ? ['是', '否'] : [];
}

/** The hint, and when the item must be filled in where that is not always. */
function commentOf({ hint, required, usual }: Field): string {
  const when = typeof required === 'object' ? `${required.why}的必填。` : '';
  return [hint, when, usual ? `多数填“${usual}”。` : ''].filter(Boolean).join('');
}

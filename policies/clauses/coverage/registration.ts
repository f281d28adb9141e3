/** 建籍: how the clauses of this subject are kept that nothing executes. */
import { type Keeping, notComputable, record } from './kept.ts';

const NATIONAL_FORM = record('src/admissions/importing/template.ts', '采集模板的栏目即全国统一的学籍基础信息表');
const STUDENT_FIELDS = record(
  'src/students/record/fields/extended-fields.ts',
  '学生类型和随迁、独生子女等栏目及其核对',
);

export const registration: Keeping = {
  'SC-0.8': notComputable('宗旨说明，没有可核对的条件'),
  'SC-4.4': record('src/authorities/classes/class-group.ts', '班级和年级以入学年份称呼：2026级'),
  'SC-17.3': NATIONAL_FORM,
  'SC-52.1': record('src/students/code-tables/identity-tables.ts', '外籍和港澳台学生的证件种类，按同样办法建籍'),
  'S6-5.b': STUDENT_FIELDS,
  'S6-5.d': STUDENT_FIELDS,
  'SX-0.1': record(
    'policies/000000-national/registration/registration-number.ts',
    '网页说明；一人一号由学籍号规则核对',
  ),
  'SX-9.4': record('migrations/0001-tables.sql', '每条学籍属于一所学校'),
  'SX-11.3': NATIONAL_FORM,
};

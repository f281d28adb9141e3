/**
 * 表册目录: every form that the texts name, once: what it is called where, of whom it is made and what it is drawn from.
 *
 * The texts name their annexes and do not print them, so the fields are our own design (式样自拟), said at the foot.
 */
import type { Stage } from '../../policy/index.ts';

/** Of whom one sheet is made. A CASE prints its own form, a BATCH is printed with its certificates, a RULE is read. */
export type FormOf = 'STUDENT' | 'ROSTER' | 'SCHOOL' | 'CASE' | 'BATCH' | 'RULE';

/** What a province calls the form, and the clause that names it. */
export interface Annex {
  /** First two digits of the GB/T 2260 codes of the province. */
  province: '51' | '14';
  /** 附件2 */
  annex: string;
  title: string;
  clauses: readonly string[];
  /** Only for these stages; absent: for all. */
  stages?: readonly Stage[];
}

interface FormText {
  /** What it is called where no annex names it. */
  title: string;
  of: FormOf;
  /** 取自: what fills it. */
  source: string;
  /** Also where no annex names it. */
  everywhere: boolean;
  /** People send it on as a table as well. */
  workbook: boolean;
  /** Only where a school has one of these stages; absent: for all. */
  stages?: readonly Stage[];
  annexes: readonly Annex[];
  /** Kinds of case whose application it is. */
  caseKinds?: readonly string[];
  /** What the form says, for a rule. */
  words?: readonly string[];
}

const sichuan = (annex: number, title: string, ...clauses: string[]): Annex => ({
  ...{ province: '51', annex: `附件${annex}`, title: `四川省${title}`, clauses },
  ...(title.startsWith('普通高中') ? { stages: ['SENIOR'] as const } : {}),
});
const shanxi = (annex: number, title: string, ...clauses: string[]): Annex => ({
  ...{ province: '14', annex: `附件${annex}`, title, clauses },
});

export const FORMS = {
  'student-base': {
    ...{ title: '学生基本信息表', of: 'STUDENT', source: '学生档案的全部信息项', everywhere: true, workbook: false },
    annexes: [sichuan(2, '中小学生情况登记表', 'SC-18.2'), shanxi(6, '学生基本信息表', 'SX-11.4.1')],
  },
  'registration-card': {
    ...{ title: '学生学籍卡', of: 'STUDENT', source: '学籍、学籍经历和变动', everywhere: true, workbook: false },
    annexes: [],
  },
  'class-roster': {
    ...{ title: '学生花名册', of: 'ROSTER', source: '某日在籍学生，按班级', everywhere: true, workbook: true },
    annexes: [sichuan(3, '中小学生　级学生花名册', 'SC-18.3'), shanxi(3, '在校生分班名册', 'SX-6.1.3')],
  },
  'school-base': {
    ...{ title: '学校基本信息表', of: 'SCHOOL', source: '机构档案和在籍人数', everywhere: true, workbook: false },
    annexes: [shanxi(1, '学校基本信息表', 'SX-6.1.1')],
  },
  'campus-base': {
    ...{ title: '校区基本信息表', of: 'SCHOOL', source: '机构档案的校区', everywhere: true, workbook: false },
    annexes: [shanxi(2, '校区基本信息表', 'SX-6.1.2')],
  },
  'increase-decrease': {
    ...{ title: '学生增减情况登记表', of: 'SCHOOL', source: '学籍变动', everywhere: true, workbook: true },
    annexes: [sichuan(9, '普通高中学生增减情况登记表', 'SC-A.9'), shanxi(4, '学生增减情况登记表', 'SX-6.1.5')],
  },
  'quality-compulsory': {
    ...{ title: '学生综合素质发展报告', of: 'STUDENT', source: '已签署的综合素质评价和当学期考试成绩' },
    ...{ everywhere: true, workbook: false, stages: ['PRIMARY', 'JUNIOR'], annexes: [] },
  },
  'quality-interim': {
    ...{ title: '综合素质阶段性评价报告单', of: 'STUDENT', source: '已签署的综合素质评价和考试成绩' },
    ...{ everywhere: false, workbook: false },
    annexes: [sichuan(10, '普通高中学生综合素质阶段性评价报告单', 'SC-A.10')],
  },
  'quality-final': {
    ...{ title: '综合素质终结性评价报告单', of: 'STUDENT', source: '已签署的综合素质评价和考试成绩' },
    ...{ everywhere: false, workbook: false },
    annexes: [sichuan(11, '普通高中学生综合素质终结性评价报告单', 'SC-A.11')],
  },
  'practice-record': {
    ...{ title: '综合实践活动记录表', of: 'STUDENT', source: '综合实践活动记录', everywhere: true, workbook: false },
    annexes: [sichuan(12, '普通高中学生综合实践活动记录表', 'SC-A.12')],
  },
  'physical-examination': {
    ...{ title: '学生体格检查登记表', of: 'STUDENT', source: '健康体检记录', everywhere: true, workbook: false },
    annexes: [sichuan(13, '普通高中学生体格检查登记表', 'SC-A.13')],
  },
  'fitness-card': {
    ...{
      title: '学生体质健康标准登记卡',
      of: 'STUDENT',
      source: '体质健康测试记录',
      everywhere: true,
      workbook: false,
    },
    annexes: [sichuan(14, '普通高中学生体质健康标准登记卡', 'SC-A.14')],
  },
  'leave-application': {
    ...{ title: '休学复学申请表', of: 'CASE', source: '休学、延长休学、复学办件', everywhere: true, workbook: false },
    annexes: [
      sichuan(5, '中小学生休学复学申请表', 'SC-25.3', 'SC-26.3'),
      shanxi(7, '山西省中小学生休学、复学申请表', 'SX-24.1'),
    ],
    caseKinds: ['LEAVE', 'LEAVE_EXTENSION', 'RETURN'],
  },
  'transfer-application': {
    ...{ title: '转学申请表', of: 'CASE', source: '转学办件', everywhere: true, workbook: false },
    annexes: [sichuan(7, '中小学生转学申请表', 'SC-32.1'), shanxi(8, '山西省中小学生转学申请表', 'SX-18.1')],
    caseKinds: ['TRANSFER'],
  },
  'guest-study-application': {
    ...{ title: '借读申请表', of: 'CASE', source: '借读办件', everywhere: true, workbook: false },
    annexes: [shanxi(9, '山西省中小学生借读申请表', 'SX-26.1')],
    caseKinds: ['GUEST_STUDY'],
  },
  'withdrawal-application': {
    ...{ title: '退学申请表', of: 'CASE', source: '退学办件', everywhere: true, workbook: false },
    annexes: [sichuan(6, '中小学生退学申请表', 'SC-28.1'), shanxi(10, '山西省中小学生退学申请表', 'SX-30.1')],
    caseKinds: ['WITHDRAWAL'],
  },
  'grade-change-application': {
    ...{ title: '留级跳级申请表', of: 'CASE', source: '留级、跳级办件', everywhere: true, workbook: false },
    annexes: [sichuan(4, '中小学生留级跳级申请表', 'SC-24.3')],
    caseKinds: ['GRADE_CHANGE'],
  },
  'graduate-roster': {
    ...{ title: '毕业生花名册', of: 'BATCH', source: '编号后的证书批次', everywhere: true, workbook: false },
    annexes: [
      sichuan(8, '中小学生　级毕业（结业、肄业）班学生花名册', 'SC-41.3'),
      shanxi(5, '毕业生花名册', 'SX-6.1.6'),
    ],
  },
  'certificate-stub': {
    ...{ title: '结业证书存根', of: 'SCHOOL', source: '编号后的结业、肄业证书', everywhere: true, workbook: false },
    annexes: [shanxi(11, '结业证书存根', 'SX-6.1.7')],
  },
  'proof-stub': {
    ...{ title: '学历证明存根', of: 'SCHOOL', source: '已出具的学历证明', everywhere: true, workbook: false },
    annexes: [shanxi(12, '学历证明存根', 'SX-6.1.8')],
  },
  'exam-number-rule': {
    ...{ title: '考籍号编码规则', of: 'RULE', source: '学籍号沿革中的考籍号', everywhere: false, workbook: false },
    annexes: [sichuan(1, '普通高中考籍号编码规则', 'SC-18.5')],
  },
} as const satisfies Record<string, FormText>;

export type FormId = keyof typeof FORMS;

/** A form as it is called at a place. */
export interface FormHere extends FormText {
  id: FormId;
  annex: string;
  clauses: readonly string[];
  stages?: readonly Stage[];
}

/** The form of a school's place; undefined where the place does not know it, or not for any stage of the school. */
export function formAt(id: FormId, placeCode: string, stages: readonly Stage[]): FormHere | undefined {
  const form: FormText = FORMS[id];
  if (form.stages && !form.stages.some((stage) => stages.includes(stage))) return undefined;
  const annex = form.annexes.find(({ province }) => placeCode.startsWith(province));
  const fits = !annex?.stages || annex.stages.some((stage) => stages.includes(stage));
  if (annex && fits) return { ...form, id, ...annex };
  return form.everywhere ? { ...form, id, annex: '', clauses: [] } : undefined;
}

/** Every form of the place, in the order of the directory. */
export const formsAt = (placeCode: string, stages: readonly Stage[]): FormHere[] =>
  (Object.keys(FORMS) as FormId[]).flatMap((id) => formAt(id, placeCode, stages) ?? []);

/** The application of a kind of case, as the place calls it; undefined where no annex names it. */
export function applicationAt(kind: string, placeCode: string): FormHere | undefined {
  const ids = Object.keys(FORMS) as FormId[];
  const id = ids.find((one) => (FORMS[one] as FormText).caseKinds?.includes(kind));
  const form = id && formAt(id, placeCode, ['PRIMARY', 'JUNIOR', 'SENIOR']);
  return form && form.annex !== '' ? form : undefined;
}

/** What the text of the place calls the roster of its class groups; undefined where none names it. */
export function rosterAt(placeCode: string, stages: readonly Stage[]): { title: string; annex: string } | undefined {
  const form = formAt('class-roster', placeCode, stages);
  if (!form || form.annex === '') return undefined;
  // 《四川省中小学生　级学生花名册》 has its blank for the intake year, which every page names beside the class group.
  return { title: placeCode.startsWith('51') ? '学生花名册' : form.title, annex: form.annex };
}

export const isFormId = (id: string): id is FormId => Object.hasOwn(FORMS, id);

/** 学校名录的栏目: what a workbook of schools says of each of them, and how its template looks. */
import type { TemplateColumn } from '../../../workbooks/template.ts';
import { SCHOOL_TYPES } from '../institution.store.ts';

const YES_NO = ['是', '否'];
export const OWNERSHIPS = { PUBLIC: '公办', PRIVATE: '民办' } as const;

/** Columns in the order of the template. */
export const SCHOOL_COLUMNS = [
  {
    key: 'code',
    heading: '学校标识码',
    required: true,
    asText: true,
    width: 14,
    example: '2141000123',
    comment: '教育部下发的10位代码：类别2位、省2位、序号6位',
  },
  { key: 'name', heading: '学校名称', required: true, width: 28, example: '长葛市新区实验小学' },
  { key: 'shortName', heading: '学校简称', width: 16, example: '新区实小', comment: '不填则用学校名称' },
  {
    key: 'schoolType',
    heading: '办学类型',
    required: true,
    width: 18,
    choices: Object.values(SCHOOL_TYPES),
    example: '小学',
  },
  {
    key: 'ownership',
    heading: '办学性质',
    required: true,
    width: 10,
    choices: Object.values(OWNERSHIPS),
    example: '公办',
  },
  {
    key: 'upper',
    heading: '上级机构',
    width: 22,
    example: '长葛市教育局',
    comment: '直接管理本校的教育局或乡镇中心校，写全名；不填则为导入者所在机构',
  },
  {
    key: 'place',
    heading: '所在县区代码',
    asText: true,
    width: 14,
    example: '411082',
    comment: '6位行政区划代码；市直学校须填所在的县（区）',
  },
  {
    key: 'stages',
    heading: '学段',
    width: 16,
    example: '小学',
    comment: '只有特殊教育学校、专门学校需要填，用顿号隔开：小学、初中、高中',
  },
  { key: 'primaryYears', heading: '小学学制', width: 10, choices: ['5', '6'], example: '6' },
  { key: 'juniorYears', heading: '初中学制', width: 10, choices: ['3', '4'], example: '' },
  { key: 'seniorYears', heading: '高中学制', width: 10, choices: ['3'], example: '' },
  {
    key: 'provincialConsent',
    heading: '学制试验省级文号',
    width: 22,
    example: '',
    comment: '学制不是六三三的，须填省级同意的文号',
  },
  { key: 'modelSchool', heading: '示范校', width: 10, choices: YES_NO, example: '否' },
  {
    key: 'primaryAuthority',
    heading: '小学学籍主管部门',
    width: 22,
    example: '',
    comment: '不填则为管理本校的教育局',
  },
  { key: 'juniorAuthority', heading: '初中学籍主管部门', width: 22, example: '' },
  { key: 'seniorAuthority', heading: '高中学籍主管部门', width: 22, example: '' },
  { key: 'address', heading: '地址', width: 30, example: '长葛市人民路12号' },
  { key: 'postalCode', heading: '邮政编码', asText: true, width: 10, example: '461500' },
  { key: 'phone', heading: '办公电话', asText: true, width: 16, example: '0374-6112233' },
] as const satisfies readonly TemplateColumn[];

export type SchoolColumn = (typeof SCHOOL_COLUMNS)[number]['key'];
/** One line of the workbook as texts, by column. */
export type SchoolRow = Partial<Record<SchoolColumn, string>>;

const headingsOf = (required: boolean) =>
  SCHOOL_COLUMNS.filter((column) => 'required' in column === required).map(({ heading }) => heading);

export const SCHOOL_HEADINGS = { required: headingsOf(true), optional: headingsOf(false) };

/** The name of a column as the person sees it. */
export const headingOf = (key: SchoolColumn): string => SCHOOL_COLUMNS.find((column) => column.key === key)!.heading;

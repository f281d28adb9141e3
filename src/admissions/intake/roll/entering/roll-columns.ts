/** 录取名册的栏目: what a workbook says of each child admitted, and how its template looks. */
import type { TemplateColumn } from '../../../../workbooks/template.ts';
import { ENTRY_WAYS } from '../admitted.ts';

/** 拟建学籍: whoever is admitted gets a registration like everybody else; the column is there to be refused (MOE-6.4, SX-10.3). */
export const REGISTRATIONS = { FULL: '正式学籍', GUEST: '借读或临时学籍' } as const;

/** 随迁子女所持材料, as the question of their entry names them. */
export const MIGRANT_PAPERS = {
  RESIDENCE: '居住证',
  EMPLOYMENT: '就业证明',
  LICENCE: '营业执照',
  HOUSEHOLD: '户口簿',
  LEASE: '住房证明',
} as const;

/** Columns in the order of the template. */
export const ROLL_COLUMNS = [
  { key: 'name', heading: '姓名', required: true, width: 12, example: '李沐辰', comment: '与户口簿一致' },
  {
    key: 'identityNumber',
    heading: '身份证件号',
    asText: true,
    width: 22,
    example: '510107201403070016',
    comment: '高中必填；小学、初中没有证件号的留空',
  },
  {
    key: 'way',
    heading: '录取方式',
    required: true,
    width: 12,
    choices: Object.values(ENTRY_WAYS),
    example: ENTRY_WAYS.DISTRICT,
  },
  { key: 'noticeNumber', heading: '录取通知书编号', asText: true, width: 18, example: '2026-0001' },
  {
    key: 'registrationNumber',
    heading: '原学籍号',
    asText: true,
    width: 24,
    example: '',
    comment: '已有学籍的填写，升学后沿用原学籍号',
  },
  { key: 'formerSchool', heading: '原就读学校', width: 24, example: '锦里西路小学' },
  {
    key: 'sourceArea',
    heading: '生源地代码',
    asText: true,
    width: 12,
    example: '510107',
    comment: '原就读学校所在县（区）的6位行政区划代码；跨市招生按此核对',
  },
  { key: 'householdArea', heading: '户籍所在地代码', asText: true, width: 14, example: '510107' },
  {
    key: 'migrantPapers',
    heading: '随迁子女材料',
    width: 24,
    example: '',
    comment: `用顿号隔开：${Object.values(MIGRANT_PAPERS).join('、')}；还没有收的留空`,
  },
  {
    key: 'registration',
    heading: '拟建学籍',
    width: 14,
    choices: Object.values(REGISTRATIONS),
    example: REGISTRATIONS.FULL,
    comment: '不填为正式学籍；不得建借读或临时学籍',
  },
  { key: 'phone', heading: '联系电话', asText: true, width: 14, example: '13900000000' },
  {
    key: 'schoolCode',
    heading: '学校标识码',
    asText: true,
    width: 14,
    example: '',
    comment: '教育局导入时填写；学校导入时留空',
  },
] as const satisfies readonly TemplateColumn[];

export type RollColumn = (typeof ROLL_COLUMNS)[number]['key'];
/** One line as texts, by column. */
export type RollLine = Partial<Record<RollColumn, string>>;

const isRequired = (column: TemplateColumn): boolean => column.required === true;

export const ROLL_HEADINGS = {
  required: ROLL_COLUMNS.filter(isRequired).map(({ heading }) => heading),
  optional: ROLL_COLUMNS.filter((column) => !isRequired(column)).map(({ heading }) => heading),
};

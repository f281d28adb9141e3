/** 学校表册: the base form of a school, its campuses, and who came and went in a time. Pure. */
import {
  gradeName,
  type Institution,
  PROFILE_ITEMS,
  type ProfileItem,
  SCHOOL_TYPES,
} from '../../../authorities/index.ts';
import type { Stage } from '../../../policy/index.ts';
import { STAGE_WORDS } from '../../cards/card-course.ts';
import { type FormBlock, type FormColumn, inRows } from '../form-paper.ts';

/** Students and class groups of a grade on the day. */
export interface GradeCount {
  grade: number;
  classGroups: number;
  boys: number;
  girls: number;
  others: number;
}

const OWNERSHIP = { PUBLIC: '公办', PRIVATE: '民办' } as const;

/** 学校基本信息表. */
export function schoolBase(
  school: Pick<
    Institution,
    'name' | 'code' | 'englishName' | 'schoolType' | 'ownership' | 'validFrom' | 'stages' | 'years'
  >,
  profile: Partial<Record<ProfileItem, string>>,
  campuses: number,
  grades: readonly GradeCount[],
): FormBlock[] {
  const years = (Object.keys(STAGE_WORDS) as Stage[])
    .filter((stage) => school.stages.includes(stage))
    .map((stage) => `${STAGE_WORDS[stage]}${school.years[stage] ?? ''}年`);
  const items = [
    { label: '学校名称', value: school.name, span: 2 as const },
    { label: '学校标识码', value: school.code ?? '' },
    { label: '英文名称', value: school.englishName ?? '', span: 2 as const },
    { label: '办学类型', value: school.schoolType ? SCHOOL_TYPES[school.schoolType] : '' },
    { label: '举办性质', value: school.ownership ? OWNERSHIP[school.ownership] : '' },
    { label: '学段和学制', value: years.join('、') },
    { label: '校区数', value: String(campuses) },
    { label: '启用日期', value: school.validFrom },
    ...(Object.keys(PROFILE_ITEMS) as ProfileItem[]).map((item) => ({
      ...{ label: PROFILE_ITEMS[item], value: profile[item] ?? '' },
      span: item === 'address' ? (2 as const) : (1 as const),
    })),
  ];
  return [
    { kind: 'ITEMS', heading: '基本情况', rows: inRows(items) },
    { kind: 'LIST', heading: '班级和学生', columns: GRADE_COLUMNS, rows: gradeRows(grades), blank: 0 },
    { kind: 'WORDS', heading: '学校核对', lines: [], room: 18 },
  ];
}

const GRADE_COLUMNS: FormColumn[] = [
  { heading: '年级', width: 58 },
  { heading: '班级数', width: 24 },
  { heading: '男', width: 24 },
  { heading: '女', width: 24 },
  { heading: '其他', width: 24 },
  { heading: '合计', width: 24 },
];

function gradeRows(grades: readonly GradeCount[]): string[][] {
  const sum = (of: keyof GradeCount) => grades.reduce((total, one) => total + one[of], 0);
  const row = (name: string, groups: number, counts: number[]) => [
    ...[name, String(groups), ...counts.map(String)],
    String(counts.reduce((total, one) => total + one, 0)),
  ];
  return [
    ...grades.map((one) => row(gradeName(one.grade), one.classGroups, [one.boys, one.girls, one.others])),
    row('合计', sum('classGroups'), [sum('boys'), sum('girls'), sum('others')]),
  ];
}

/** 校区基本信息表; who answers for a campus is written by hand. */
export function campusBase(
  campuses: readonly { name: string; address: string | null; validFrom: string }[],
): FormBlock[] {
  return [
    {
      kind: 'LIST',
      heading: '',
      columns: [
        { heading: '序号', width: 12 },
        { heading: '校区名称', width: 40, align: 'left' },
        { heading: '地址', width: 58, align: 'left' },
        { heading: '启用日期', width: 24 },
        { heading: '负责人', width: 20 },
        { heading: '联系电话', width: 24 },
      ],
      rows: campuses.map(({ name, address, validFrom }, at) => [`${at + 1}`, name, address ?? '', validFrom, '', '']),
      blank: Math.max(0, 8 - campuses.length),
    },
  ];
}

/** Who came and who went, as the register of the school tells it. */
export interface ChangeRegister {
  schoolId: string;
  schoolName: string;
  from: string;
  to: string;
  before: number;
  after: number;
  items: readonly {
    on: string;
    side: 'IN' | 'OUT';
    kindWords: string;
    name: string;
    genderWords: string;
    gradeWords: string;
    other: string | null;
  }[];
}

export const CHANGE_COLUMNS: FormColumn[] = [
  { heading: '序号', width: 12 },
  { heading: '日期', width: 22 },
  { heading: '姓名', width: 30 },
  { heading: '性别', width: 12 },
  { heading: '年级', width: 18 },
  { heading: '增减', width: 12 },
  { heading: '类别', width: 26 },
  { heading: '转自或转往', width: 46, align: 'left' },
];

/** The lines of the register, the same on paper and in the workbook. */
export const changeRows = ({ items }: ChangeRegister): string[][] =>
  items.map(({ on, side, kindWords, name, genderWords, gradeWords, other }, at) => [
    ...[`${at + 1}`, on, name, genderWords, gradeWords],
    ...[side === 'IN' ? '增' : '减', kindWords, other ?? ''],
  ]);

/** 学生增减情况登记表. */
export function increaseDecrease(register: ChangeRegister): FormBlock[] {
  const came = register.items.filter(({ side }) => side === 'IN').length;
  const left = register.items.length - came;
  return [
    {
      kind: 'ITEMS',
      heading: '',
      rows: inRows([
        { label: '期初在籍', value: `${register.before}人` },
        { label: '增加', value: `${came}人` },
        { label: '减少', value: `${left}人` },
        { label: '期末在籍', value: `${register.after}人`, span: 3 },
      ]),
    },
    {
      kind: 'LIST',
      heading: '增减学生',
      columns: CHANGE_COLUMNS,
      rows: changeRows(register),
      blank: register.items.length === 0 ? 6 : 0,
    },
  ];
}

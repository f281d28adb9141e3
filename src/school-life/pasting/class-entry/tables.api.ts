/**
 * 整班登记的表: which columns each table of a class group has, and how what people type or paste into a cell is read. The
 * screen and the workbook know them alike.
 */
import { isCivilDate } from '../../../kernel/civil-date.ts';
import { RATINGS, type Rating } from '../../assessments/assessment.api.ts';
import { PRACTICE_KINDS, type PracticeKind } from '../../assessments/practice/practice.api.ts';
import { readResult } from '../../assessments/results/read-value.api.ts';

export interface EntryColumn {
  code: string;
  name: string;
  note?: string;
  /** What may be chosen. */
  choices?: readonly string[];
  figures?: boolean;
  /** Most characters of a sentence. */
  longest?: number;
  /** Why the text is no value. */
  fault: (text: string, today: string) => string | undefined;
}

const AWARD_KINDS = { TITLE: '荣誉称号', ACADEMIC: '学科类', ACTIVITY: '活动类' } as const;
const AWARD_LEVELS = { CLASS: '班级', SCHOOL: '校级', ABOVE_SCHOOL: '校级以上' } as const;

const words = (name: string, least: number, most: number) => (text: string) => {
  const { length } = text.trim();
  return length < least || length > most ? `${name}须写${least}至${most}个字` : undefined;
};
const oneOf = (all: Readonly<Record<string, string>>) => (text: string) =>
  keyOf(all, text) === undefined ? `填${Object.values(all).join('、')}` : undefined;

/** The key whose words stand in the cell. */
export const keyOf = <K extends string>(all: Readonly<Record<K, string>>, text: string): K | undefined =>
  (Object.keys(all) as K[]).find((key) => all[key] === text.trim());

/** 2026-09-01, 2026/9/1, 2026.9.1, 2026年9月1日 or 20260901 as a day; undefined where it is none. */
export function readDay(text: string): string | undefined {
  const bare = text.normalize('NFKC').trim();
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(bare) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(bare) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(written) ? written : undefined;
}

const pastDay = (text: string, today: string) => {
  const day = readDay(text);
  if (day === undefined) return '日期写作2026-09-01';
  return day > today ? '日期还没有到' : undefined;
};

/** Hours of an activity, to one decimal. */
export function readHours(text: string): number | undefined {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/(课时|小时|学时)$/, '');
  const hours = /^\d{1,3}(\.\d)?$/.test(bare) ? Number(bare) : Number.NaN;
  return hours >= 0.5 && hours <= 500 ? hours : undefined;
}

/** 625, 1,250.50, ￥625元, in yuan. */
export function readAmount(text: string): number | undefined {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replaceAll(',', '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '');
  const amount = /^\d{1,6}(\.\d{1,2})?$/.test(bare) ? Number(bare) : Number.NaN;
  return amount > 0 && amount <= 100_000 ? amount : undefined;
}

/** A rating as the report words it, by a letter, or in short. */
export function readRating(text: string): Rating | undefined {
  const reading = readResult(text, { scale: 'RATING', fullPoints: null }, 'FINAL');
  return 'value' in reading ? reading.value?.rating : undefined;
}

export const readAwardKind = (text: string) => keyOf(AWARD_KINDS, text);
export const readAwardLevel = (text: string) => keyOf(AWARD_LEVELS, text);
export const readPracticeKind = (text: string): PracticeKind | undefined => keyOf(PRACTICE_KINDS, text);

/** 综合素质的列: a rating for each dimension of the report, and the teacher's words. */
export const qualityColumns = (dimensions: readonly { code: string; words: string }[]): EntryColumn[] => [
  ...dimensions.map(({ code, words: name }) => ({
    ...{ code, name, note: '等级' },
    fault: (text: string) =>
      text.trim() !== '' && !readRating(text) ? `填${Object.values(RATINGS).join('、')}，或A、B、C、D` : undefined,
  })),
  {
    ...{ code: 'teacherWords', name: '评语', longest: 500 },
    fault: (text) => (text.trim().length > 500 ? '评语最多500个字' : undefined),
  },
];

/** Tables in which a row is one new entry for one student; a row is filled in whole or not at all. */
export const ENTRY_TABLES = {
  PRACTICE: {
    words: '实践活动',
    columns: [
      {
        ...{ code: 'kind', name: '类别', choices: Object.values(PRACTICE_KINDS) },
        fault: oneOf(PRACTICE_KINDS),
      },
      { code: 'activity', name: '活动内容', fault: words('活动内容', 2, 100) },
      { code: 'heldOn', name: '日期', fault: pastDay },
      {
        ...{ code: 'hours', name: '课时', figures: true },
        fault: (text: string) => (readHours(text) === undefined ? '课时填0.5至500' : undefined),
      },
      { code: 'partTaken', name: '承担任务', fault: words('承担任务', 2, 100) },
      { code: 'confirmedByName', name: '证明人', fault: words('证明人', 2, 60) },
    ],
  },
  AWARDS: {
    words: '奖励',
    columns: [
      { code: 'title', name: '奖励名称', fault: words('奖励名称', 2, 60) },
      { code: 'category', name: '类别', choices: Object.values(AWARD_KINDS), fault: oneOf(AWARD_KINDS) },
      { code: 'level', name: '级别', choices: Object.values(AWARD_LEVELS), fault: oneOf(AWARD_LEVELS) },
      { code: 'givenOn', name: '颁奖日期', fault: pastDay },
      { code: 'giver', name: '颁发单位', fault: words('颁发单位', 2, 60) },
    ],
  },
  AIDS: {
    words: '资助',
    columns: [
      {
        ...{ code: 'amount', name: '金额', note: '元', figures: true },
        fault: (text: string) => (readAmount(text) === undefined ? '填大于零的金额，最多两位小数' : undefined),
      },
    ],
  },
} as const satisfies Record<string, { words: string; columns: readonly EntryColumn[] }>;
export type EntryTable = keyof typeof ENTRY_TABLES;

/** 缺项: the first column of a begun row that is still empty; rows with nothing in them are no entries. */
export const missingIn = (
  columns: readonly Pick<EntryColumn, 'code' | 'name'>[],
  values: Readonly<Record<string, string>>,
): string | undefined => columns.find(({ code }) => (values[code] ?? '').trim() === '')?.name;

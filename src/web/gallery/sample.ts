/** 样例: neutral data for looking at the parts. Nobody in it exists. */
import {
  Archive,
  BadgeCheck,
  BookOpen,
  Boxes,
  BriefcaseBusiness,
  CirclePause,
  House,
  LogIn,
  Pencil,
  Scale,
  Undo2,
  UserRound,
} from 'lucide-react';
import { addDays, type CivilDate, civilDate } from '../../kernel/civil-date.ts';
import type { NavGroup } from '../frame/side-nav.tsx';
import type { TimelineMark, TimelineRow } from '../parts/course/timeline.tsx';
import type { ListState } from '../query.ts';

export const TODAY = civilDate('2026-09-17');
export const READY: ListState = { kind: 'READY' };

/** Every view of the gallery: its address and words. */
export const VIEWS = [
  ['work', '待办'],
  ['case', '核办'],
  ['record', '档案'],
  ['table', '表格'],
  ['form', '填报'],
  ['states', '状态'],
  ['phone', '手机'],
] as const;

const ICONS = [House, BriefcaseBusiness, UserRound, Boxes, LogIn, Scale, Archive];

export const NAV: NavGroup[] = [
  {
    key: 'views',
    items: VIEWS.map(([view, words], at) => ({
      words,
      icon: ICONS[at]!,
      pages: [{ to: `/_gallery/${view}`, words, count: [23, 41, 0, 0, 0, 1200][at] }],
    })),
  },
  { key: 'more', items: [{ words: '没有此页', icon: BookOpen, pages: [{ to: '/absent', words: '没有此页' }] }] },
];

export interface Person {
  key: string;
  name: string;
  gender: string;
  bornOn: CivilDate;
  number: string;
  group: string;
  score: number;
}

const NAMES = [
  '甲一',
  '乙二',
  '丙三',
  '丁四',
  '戊五',
  '己六',
  '庚七',
  '辛八',
  '壬九',
  '癸十',
  '子鼠鼠',
  '丑牛',
  '寅虎',
  '𫖯卯',
];

/** `count` rows, the same every time. */
export function people(count: number): Person[] {
  return Array.from({ length: count }, (_, at) => ({
    key: `p${at}`,
    name: NAMES[(at * 5) % NAMES.length]!,
    gender: at % 2 === 0 ? '男' : '女',
    bornOn: addDays(civilDate('2015-01-01'), (at * 37) % 900),
    number: `4110**********${String((at * 7919) % 10000).padStart(4, '0')}`,
    group: `${(at % 6) + 1}组`,
    score: (at * 31) % 100,
  }));
}

const on = civilDate;

export const ROWS: TimelineRow[] = [
  {
    key: 'place',
    label: '单位',
    bands: [
      { key: 'a', from: on('2021-09-01'), to: on('2023-02-12'), words: '甲市甲区 第一单位', look: 1 },
      { key: 'b', from: on('2023-02-12'), to: on('2024-03-02'), words: '乙市第二单位', look: 2 },
      { key: 'p', from: on('2024-03-02'), to: on('2025-02-18'), words: '暂停（保留位置）', look: 'paused' },
      { key: 'c', from: on('2025-02-18'), to: on('2026-09-17'), words: '乙市第二单位 五(2)', look: 2 },
      { key: 'd', from: on('2026-09-17'), words: '拟到 丙市第三单位', look: 'planned' },
    ],
  },
  {
    key: 'step',
    label: '阶段',
    bands: [
      { key: '1', from: on('2021-09-01'), to: on('2022-09-01'), words: '第一年', look: 'plain' },
      { key: '2', from: on('2022-09-01'), to: on('2023-09-01'), words: '第二年', look: 'plain' },
      { key: '3', from: on('2023-09-01'), to: on('2024-03-02'), words: '第三年上', look: 'plain' },
      { key: '4', from: on('2025-02-18'), to: on('2025-09-01'), words: '第三年下', look: 'plain' },
      { key: '5', from: on('2025-09-01'), to: on('2026-09-01'), words: '第四年', look: 'plain' },
      { key: '6', from: on('2026-09-01'), words: '第五年', look: 'plain' },
    ],
  },
];

export const MARKS: TimelineMark[] = [
  { key: '1', on: on('2021-09-01'), icon: LogIn, words: '进入', note: '新编号码' },
  { key: '2', on: on('2022-04-20'), icon: BadgeCheck, words: '定号', note: '正式号码' },
  { key: '3', on: on('2023-02-12'), icon: Undo2, words: '转移', note: '甲→乙' },
  { key: '4', on: on('2024-03-02'), icon: CirclePause, words: '暂停', note: '1年' },
  { key: '5', on: on('2025-02-18'), icon: Undo2, words: '恢复', note: '接第三年下' },
  { key: '6', on: on('2025-10-20'), icon: Pencil, words: '改名', note: '甲→乙' },
  { key: '7', on: on('2025-10-28'), icon: BadgeCheck, words: '复核', note: '相符' },
  { key: '8', on: on('2026-09-09'), icon: Undo2, words: '转移', note: '乙→丙，办理中', now: true },
];

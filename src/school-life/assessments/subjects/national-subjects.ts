/** 国家课程科目: the usual subjects of each stage and the credits of senior modules; a school changes what it does otherwise. */
import { gradesOf } from '../../../authorities/index.ts';
import type { Stage } from '../../../policy/index.ts';
import type { Subject } from './subject.ts';

/** When in a stage a subject is taught: all years unless said. */
interface When {
  /** Not before this grade. */
  from?: number;
  /** Only in the last so many years. */
  last?: number;
  /** Not in the last year. */
  notLast?: boolean;
}
type Row = readonly [code: string, name: string, scale: 'POINTS' | 'RATING', when?: When];

const LISTS: Readonly<Record<Stage, readonly Row[]>> = {
  PRIMARY: [
    ['CHINESE', '语文', 'RATING'],
    ['MATHEMATICS', '数学', 'RATING'],
    ['ENGLISH', '英语', 'RATING', { from: 3 }],
    ['POLITICS', '道德与法治', 'RATING'],
    ['SCIENCE', '科学', 'RATING'],
    ['SPORT', '体育与健康', 'RATING'],
    ['MUSIC', '音乐', 'RATING'],
    ['ART', '美术', 'RATING'],
    ['INFORMATION', '信息科技', 'RATING', { from: 3 }],
    ['LABOUR', '劳动', 'RATING'],
  ],
  JUNIOR: [
    ['CHINESE', '语文', 'POINTS'],
    ['MATHEMATICS', '数学', 'POINTS'],
    ['ENGLISH', '英语', 'POINTS'],
    ['POLITICS', '道德与法治', 'POINTS'],
    ['HISTORY', '历史', 'POINTS'],
    ['GEOGRAPHY', '地理', 'POINTS', { notLast: true }],
    ['PHYSICS', '物理', 'POINTS', { last: 2 }],
    ['CHEMISTRY', '化学', 'POINTS', { last: 1 }],
    ['BIOLOGY', '生物学', 'POINTS', { notLast: true }],
    ['SPORT', '体育与健康', 'POINTS'],
    ['MUSIC', '音乐', 'RATING'],
    ['ART', '美术', 'RATING'],
    ['INFORMATION', '信息科技', 'RATING'],
    ['LABOUR', '劳动', 'RATING'],
  ],
  SENIOR: [
    ['CHINESE', '语文', 'POINTS'],
    ['MATHEMATICS', '数学', 'POINTS'],
    ['ENGLISH', '外语', 'POINTS'],
    ['POLITICS', '思想政治', 'POINTS'],
    ['HISTORY', '历史', 'POINTS'],
    ['GEOGRAPHY', '地理', 'POINTS'],
    ['PHYSICS', '物理', 'POINTS'],
    ['CHEMISTRY', '化学', 'POINTS'],
    ['BIOLOGY', '生物学', 'POINTS'],
    ['INFORMATION', '信息技术', 'RATING'],
    ['TECHNOLOGY', '通用技术', 'RATING'],
    ['ARTS', '艺术', 'RATING'],
    ['SPORT', '体育与健康', 'RATING'],
  ],
};

/** 必修学分: credits that the required modules of a subject give in the first, second and third year. */
const REQUIRED: readonly (readonly [code: string, name: string, credits: readonly [number, number, number]])[] = [
  ['CHINESE', '语文', [4, 4, 2]],
  ['MATHEMATICS', '数学', [4, 4, 2]],
  ['ENGLISH', '外语', [4, 4, 2]],
  ['POLITICS', '思想政治', [4, 2, 2]],
  ['HISTORY', '历史', [4, 2, 0]],
  ['GEOGRAPHY', '地理', [4, 2, 0]],
  ['PHYSICS', '物理', [4, 2, 0]],
  ['CHEMISTRY', '化学', [4, 2, 0]],
  ['BIOLOGY', '生物学', [2, 4, 0]],
  ['INFORMATION', '信息技术', [2, 2, 0]],
  ['TECHNOLOGY', '通用技术', [2, 2, 0]],
  ['ARTS', '艺术', [2, 2, 2]],
  ['SPORT', '体育与健康', [4, 4, 3]],
  ['RESEARCH', '研究性学习', [5, 5, 5]],
  ['COMMUNITY', '社区服务', [0, 0, 2]],
  ['PRACTICE', '社会实践', [2, 2, 2]],
];
const FULL_POINTS = 100;

/** The subjects of a stage under the school's years of schooling. */
export function nationalSubjects(stage: Stage, years: Partial<Record<Stage, number>>): Subject[] {
  const all = gradesOf([stage], years).map(({ grade }) => grade);
  const last = Math.max(...all);
  const plain = { category: null, credits: null, own: false } as const;
  const subjects = LISTS[stage].map(
    ([code, name, scale, when = {}]): Subject => ({
      ...{ stage, code, name, scale, ...plain },
      grades: all.filter((grade) => isTaught(when, grade, last)),
      fullPoints: scale === 'POINTS' ? FULL_POINTS : null,
    }),
  );
  return stage === 'SENIOR' ? [...subjects, ...requiredModules(all)] : subjects;
}

const isTaught = ({ from = 1, last: years = 99, notLast = false }: When, grade: number, last: number): boolean =>
  grade >= from && grade > last - years && !(notLast && grade === last);

const requiredModules = (grades: readonly number[]): Subject[] =>
  REQUIRED.flatMap(([code, name, credits]) =>
    credits.flatMap((given, year): Subject[] =>
      given === 0 || grades[year] === undefined
        ? []
        : [
            {
              ...{ stage: 'SENIOR', code: `${code}-${year + 1}`, name: `${name}必修${year + 1}` },
              ...{ grades: [grades[year]], scale: 'CREDITS', fullPoints: null, category: 'REQUIRED', credits: given },
              own: false,
            },
          ],
    ),
  );

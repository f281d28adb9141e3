/** 学校的样子: the schools that a county of the demonstration has: one of every kind, and what is special about some. */

import type { SchoolType } from '../../authorities/index.ts';
import type { Stage } from '../../policy/index.ts';
import { townsOf } from '../people/addresses.ts';

export interface SchoolText {
  type: SchoolType;
  /** Without the county, which comes before it. */
  name: string;
  /** Class groups in each grade of a stage. */
  classGroups: Partial<Record<Stage, number>>;
  /** Years of a stage, where they are not six, three and three. */
  years?: Partial<Record<Stage, number>>;
  /** Its class groups compared with those of other schools: 0.3 has about twelve children where others have forty. */
  size?: number;
  /** Only the first grades, as at a teaching point. */
  grades?: number;
  private?: true;
  model?: true;
  town?: string;
  /** Share of children who live at the school. */
  boarding?: number;
  /** A second campus. */
  campus?: string;
  /** Login names begin with it; the school code where there is none. */
  slug?: string;
  /** This autumn's first grade has class groups and no children yet. */
  awaitsIntake?: true;
  /** Run by the city, not by the county it lies in. */
  cityRun?: true;
}

/** Words that name schools and streets after nothing that is. */
const WORDS = '云杉 丹枫 金穗 鹤鸣 长亭 明湖 青藤 百合 银杏 木兰 翠屏 星河 晓月 听雨 向晚 松风'.split(' ');
export const STREETS: readonly string[] = WORDS;
const wordsFrom = (start: number) => (place: number) => WORDS[(start + place) % WORDS.length]!;

/** The ten schools of a usual county; `factor` times the class groups make it a large one. */
export function usualSchools(countyCode: string, factor = 1): SchoolText[] {
  const word = wordsFrom(Number(countyCode.slice(-3)));
  const [firstTown = '', secondTown = ''] = townsOf(countyCode);
  const times = (count: number) => Math.round(count * factor);
  return [
    { type: 'PRIMARY', name: `${word(0)}路小学`, classGroups: { PRIMARY: times(3) }, campus: '南校区' },
    { type: 'PRIMARY', name: `${firstTown}中心小学`, town: firstTown, classGroups: { PRIMARY: times(2) } },
    teachingPoint(firstTown, `${firstTown}中心小学大柳村`),
    {
      type: 'NINE_YEAR',
      name: `${secondTown}学校`,
      town: secondTown,
      classGroups: { PRIMARY: times(2), JUNIOR: times(2) },
    },
    { type: 'JUNIOR', name: `${word(1)}初级中学`, classGroups: { JUNIOR: times(4) }, boarding: 0.2 },
    {
      type: 'COMPLETE_SECONDARY',
      name: `${word(2)}中学`,
      classGroups: { JUNIOR: times(3), SENIOR: times(2) },
      boarding: 0.4,
    },
    {
      type: 'SENIOR',
      name: `${word(3)}高级中学`,
      classGroups: { SENIOR: times(6) },
      model: true,
      boarding: 0.7,
      campus: '新校区',
    },
    {
      type: 'TWELVE_YEAR',
      name: `${word(4)}双语学校`,
      classGroups: { PRIMARY: times(1), JUNIOR: times(1), SENIOR: times(1) },
      private: true,
      boarding: 0.5,
    },
    {
      type: 'SPECIAL',
      name: `${word(5)}特殊教育学校`,
      classGroups: { PRIMARY: 1, JUNIOR: 1 },
      size: 0.25,
      boarding: 0.5,
    },
    { type: 'SPECIALIZED', name: `${word(6)}专门学校`, classGroups: { JUNIOR: 1 }, size: 0.4, boarding: 1 },
  ];
}

/** 教学点: the first grades of a village, a dozen children each. */
export const teachingPoint = (town: string, whose: string): SchoolText => ({
  type: 'TEACHING_POINT',
  name: `${whose}教学点`,
  town,
  classGroups: { PRIMARY: 1 },
  grades: 3,
  size: 0.3,
});

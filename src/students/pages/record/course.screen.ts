/** 学籍历程: bands and marks of a course as the line of time draws them. */
import { type CivilDate, civilDate, daysBetween, schoolYearOf } from '../../../kernel/civil-date.ts';
import type { TimelineBand, TimelineRow } from '../../../web/parts/course/timeline.tsx';
import type { StudentView } from '../../api/students.api.ts';

type Band = StudentView['bands'][number];

/** Where the line begins and ends: from the first registration to the end of this school year. */
export function spanOf({ bands }: Pick<StudentView, 'bands'>, today: CivilDate): { from: CivilDate; to: CivilDate } {
  const first = bands.map(({ from }) => civilDate(from)).toSorted()[0] ?? today;
  // The registration of a new student lies a few days back: the whole school year is drawn around it.
  const isNew = daysBetween(first, today) < 30;
  return { from: isNew ? yearBegins(schoolYearOf(first)) : first, to: yearBegins(schoolYearOf(today) + 1) };
}

const yearBegins = (year: number): CivilDate => civilDate(`${year}-09-01`);

/** Schools in the tints of their order, breaks hatched, grades plain below. */
export function rowsOf({ bands }: Pick<StudentView, 'bands'>): TimelineRow[] {
  const schools = [...new Set(bands.filter(({ kind }) => kind === 'SCHOOL').map(({ label }) => label))];
  const row = (kind: Band['kind'], look: (band: Band) => TimelineBand['look']): TimelineBand[] =>
    bands
      .filter((band) => band.kind === kind)
      .map((band, place) => ({
        key: `${kind} ${place}`,
        from: civilDate(band.from),
        to: band.to === null ? undefined : civilDate(band.to),
        words: kind === 'SCHOOL' && band.state !== 'ENROLLED' ? (AWAY[band.state] ?? band.label) : band.label,
        look: look(band),
      }));
  return [
    {
      key: 'school',
      label: '学校',
      bands: row('SCHOOL', ({ label, state }) =>
        state === 'ENROLLED' ? (((schools.indexOf(label) % 3) + 1) as 1 | 2 | 3) : 'paused',
      ),
    },
    { key: 'grade', label: '年级', bands: row('GRADE', () => 'plain') },
  ];
}

const AWAY: Record<string, string> = {
  ON_LEAVE: '休学（保留学籍）',
  ABROAD: '出国（保留学籍）',
  DROPPED_OUT: '辍学（保留学籍）',
  MISSING: '失踪（保留学籍）',
};

/** 2021年9月至今, 2所学校, 7个节点. */
export function courseFacts({ bands, marks }: Pick<StudentView, 'bands' | 'marks'>): string[] {
  const schools = bands.filter(({ kind }) => kind === 'SCHOOL');
  const [first] = schools;
  if (!first) return [];
  const until = schools.some(({ to }) => to === null) ? '今' : monthWords(schools.at(-1)!.to!);
  const names = new Set(schools.map(({ label }) => label));
  return [`${monthWords(first.from)}至${until}`, `${names.size}所学校`, `${marks.length}个节点`];
}

const monthWords = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;

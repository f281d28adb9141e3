/** 学籍历程: bands and marks of a course as the line of time draws them. */
import { addDays, type CivilDate, civilDate, daysBetween, schoolYearOf } from '../../../kernel/civil-date.ts';
import type { TimelineBand, TimelineRow } from '../../../web/parts/course/timeline.tsx';
import type { StudentView } from '../../api/students.api.ts';

type Band = StudentView['bands'][number];

const LEAST_DAYS = 10;
/** Part of the time gone by that is left free after today. */
const AHEAD = 0.2;

/** Where the line begins and ends: from the first registration to a while after today, this school year at most. */
export function spanOf({ bands }: Pick<StudentView, 'bands'>, today: CivilDate): { from: CivilDate; to: CivilDate } {
  const first = bands.map(({ from }) => civilDate(from)).toSorted()[0] ?? today;
  const gone = daysBetween(first, today);
  const left = daysBetween(today, civilDate(`${schoolYearOf(today) + 1}-09-01`));
  const ahead = Math.min(left, Math.max(LEAST_DAYS, Math.round(gone * AHEAD)));
  // Of who was registered these days there would be nothing to see: the line begins a little before.
  return { from: gone < LEAST_DAYS ? addDays(first, -LEAST_DAYS) : first, to: addDays(today, ahead) };
}

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

/** 学籍历程: bands and marks of a student's course, from the first registration to today. Pure. */
import { gradeName } from '../../authorities/index.ts';
import type { StudentView } from '../api/students.api.ts';
import { endReasonWords } from './end-reasons.ts';

type Band = StudentView['bands'][number];

interface History {
  registrations: readonly {
    school_name: string;
    grade: number;
    state: string;
    intake_year: number;
    valid_from: string;
    valid_to: string | null;
    begun_by: string;
    end_reason: string | null;
    ended_by: string | null;
  }[];
  keyData: readonly { version: number; name: string; valid_from: string; case_id: string }[];
  numbers: readonly { kind: string; from: string }[];
}

const NUMBER_WORDS: Record<string, string> = { L: '临时学籍号', G: '正式学籍号', J: '无证件学籍号' };

/** Schools and grades as bands (neighbouring periods that are alike are one), what changed as marks. */
export function courseOf({ registrations, keyData, numbers }: History): Pick<StudentView, 'bands' | 'marks'> {
  const period = ({ valid_from: from, valid_to: to, state }: History['registrations'][number]) => ({ from, to, state });
  const schools = registrations.map((one): Band => ({ kind: 'SCHOOL', label: one.school_name, ...period(one) }));
  // Who is away from school is in no grade meanwhile: it is taken up again on the return.
  const attended = registrations.filter(({ state }) => state === 'ENROLLED');
  const grades = attended.map((one): Band => ({ kind: 'GRADE', label: gradeName(one.grade), ...period(one) }));
  const bands = [...joined(schools), ...joined(grades)];
  const marks: StudentView['marks'] = [];
  const [first] = registrations;
  const [number, ...later] = numbers;
  const together = first !== undefined && number?.from === first.valid_from;
  if (first) {
    const note = together ? `编${NUMBER_WORDS[number.kind] ?? '学籍号'}` : first.school_name;
    marks.push({ kind: 'REGISTERED', on: first.valid_from, title: '入学注册', note, caseId: null });
  }
  for (const { kind, from } of together ? later : numbers) {
    marks.push({ kind: 'NUMBER', on: from, title: '赋学籍号', note: NUMBER_WORDS[kind] ?? kind, caseId: null });
  }
  registrations.forEach((one, place) => {
    const before = registrations[place - 1];
    // Taken back, a registration goes on under the case that had given it before: only then does one give two.
    const restored = registrations.slice(0, place).some(({ begun_by }) => begun_by === one.begun_by);
    const changed = before && (restored ? takenBack(one) : changeTo(one, before));
    const caseId = restored ? (before?.ended_by ?? null) : one.begun_by;
    if (changed) marks.push({ kind: 'CASE', on: one.valid_from, ...changed, caseId });
    if (one.valid_to && one.end_reason) {
      const title = endReasonWords(one.end_reason);
      marks.push({ kind: 'CASE', on: one.valid_to, title, note: '学籍终止，学籍号保留', caseId: one.ended_by });
    }
  });
  keyData.slice(1).forEach((one, place) => {
    const before = keyData[place]!.name;
    const note = before === one.name ? '关键数据更正' : `${before}→${one.name}`;
    if (keyData.slice(0, place).some(({ case_id }) => case_id === one.case_id)) {
      marks.push({
        kind: 'KEY_DATA',
        on: one.valid_from,
        title: '撤销变动',
        note: `${note}，恢复原记载`,
        caseId: null,
      });
      return;
    }
    marks.push({ kind: 'KEY_DATA', on: one.valid_from, title: '关键数据变更', note, caseId: one.case_id });
  });
  return { bands, marks: marks.toSorted((a, b) => a.on.localeCompare(b.on)) };
}

/** 撤销变动: what was before goes on. */
const takenBack = (one: History['registrations'][number]) => ({
  title: '撤销变动',
  note: `恢复为${one.school_name}${gradeName(one.grade)}`,
});

/** What made the next registration of the one before; undefined where a mark would say nothing. */
function changeTo(
  one: History['registrations'][number],
  before: History['registrations'][number],
): { title: string; note: string } | undefined {
  // Who was registered nowhere in between has not been transferred, wherever the child goes on.
  if (before.end_reason) return { title: '恢复学籍', note: `${one.school_name}，编入${gradeName(one.grade)}` };
  if (before.school_name !== one.school_name) {
    return { title: '转学', note: `${before.school_name}→${one.school_name}` };
  }
  const [from, to] = [before.state, one.state];
  if (to === 'ENROLLED') {
    const back = BACK_FROM[from];
    if (back) return { title: back, note: `编入${gradeName(one.grade)}` };
    // A year later everybody is a grade higher: only a grade that does not follow from the intake year is a change.
    return one.intake_year === before.intake_year ? undefined : gradeChanged(one, before);
  }
  if (to === from) return to === 'ON_LEAVE' ? { title: '延长休学', note: '保留学籍' } : undefined;
  return AWAY[to];
}

const BACK_FROM: Readonly<Record<string, string>> = {
  ON_LEAVE: '复学',
  ABROAD: '境外归来',
  DROPPED_OUT: '辍学复学',
  MISSING: '失踪后归来',
};

const AWAY: Readonly<Record<string, { title: string; note: string }>> = {
  ON_LEAVE: { title: '休学', note: '保留学籍' },
  ABROAD: { title: '出境就读', note: '保留学籍' },
  DROPPED_OUT: { title: '辍学', note: '保留学籍' },
  MISSING: { title: '失踪', note: '保留学籍' },
};

const gradeChanged = (one: History['registrations'][number], before: History['registrations'][number]) => ({
  title: one.intake_year < before.intake_year ? '跳级' : '留级',
  note: `编入${gradeName(one.grade)}`,
});

/** Periods that follow each other without a day between and say the same become one. */
function joined(bands: readonly Band[]): Band[] {
  const out: Band[] = [];
  for (const band of bands) {
    const last = out.at(-1);
    if (last && last.to === band.from && last.label === band.label && last.state === band.state) last.to = band.to;
    else out.push({ ...band });
  }
  return out;
}

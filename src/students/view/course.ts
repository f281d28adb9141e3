/** 学籍历程: bands and marks of a student's course, from the first registration to today. Pure. */
import { gradeName } from '../../authorities/index.ts';
import type { StudentView } from '../api/students.api.ts';

type Band = StudentView['bands'][number];

interface History {
  registrations: readonly {
    school_name: string;
    grade: number;
    state: string;
    valid_from: string;
    valid_to: string | null;
    begun_by: string;
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
  registrations.slice(1).forEach((one, place) => {
    const changed = changeTo(one, registrations[place]!);
    if (changed) marks.push({ kind: 'CASE', on: one.valid_from, ...changed, caseId: one.begun_by });
  });
  keyData.slice(1).forEach((one, place) => {
    const before = keyData[place]!.name;
    const note = before === one.name ? '关键数据更正' : `${before}→${one.name}`;
    marks.push({ kind: 'KEY_DATA', on: one.valid_from, title: '关键数据变更', note, caseId: one.case_id });
  });
  return { bands, marks: marks.toSorted((a, b) => a.on.localeCompare(b.on)) };
}

/** What made the next registration of the one before; undefined where a mark would say nothing. */
function changeTo(
  one: History['registrations'][number],
  before: History['registrations'][number],
): { title: string; note: string } | undefined {
  if (before.school_name !== one.school_name) {
    return { title: '转学', note: `${before.school_name}→${one.school_name}` };
  }
  if (one.state === 'ON_LEAVE') {
    return before.state === 'ON_LEAVE' ? { title: '延长休学', note: '保留学籍' } : { title: '休学', note: '保留学籍' };
  }
  return before.state === 'ON_LEAVE' ? { title: '复学', note: `编入${gradeName(one.grade)}` } : undefined;
}

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

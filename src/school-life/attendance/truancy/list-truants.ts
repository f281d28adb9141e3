/** 旷课预警: who stays away in the running term, what the law of the school says of it, and what it asks next. */
import type { Actor, Services } from '../../../access/index.ts';
import { classGroupName, getClassGroup, gradeName, gradeOf } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { REGISTRATION_STATES } from '../../../students/index.ts';
import { termOf, usualTerm } from '../term-of.ts';
import { askTruancy } from './ask-truancy.ts';
import { countTruancy, type Truancy } from './count-truancy.ts';
import type { TruantsView, TruantView } from './truancy.api.ts';
import {
  listCalledDays,
  listContacts,
  listReports,
  listTruantDays,
  listTruantStudents,
  type TruantStudent,
} from './truancy.store.ts';

/** A student with truancy in the running term, counted. */
export interface CountedTruant {
  student: TruantStudent;
  truancy: Truancy;
  termFrom: CivilDate;
}

const SHOWN = 300;
const ORDER = { DUE: 0, WATCH: 1, TOLD: 2 } as const;

/**
 * Everybody in the caller's place, those first of whom the law asks something that is not done; the first 300. Who is
 * registered as a dropout or on leave is sought by other lists.
 */
export async function listTruants(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
): Promise<TruantsView> {
  const counted = await countTruants(tx, { path: actor.institution.path });
  const own = counted.filter(
    ({ student: { state, classGroupId } }) =>
      state === 'ENROLLED' && (actor.role !== 'CLASS_TEACHER' || actor.classGroupIds.includes(classGroupId ?? '')),
  );
  const items = (await viewTruants(tx, services, own)).toSorted(
    (a, b) => ORDER[a.level] - ORDER[b.level] || b.runDays - a.runDays || b.periods - a.periods,
  );
  return {
    today: dayOf(tx.now),
    due: items.filter(({ level }) => level === 'DUE').length,
    total: items.length,
    items: items.slice(0, SHOWN),
  };
}

/** Counts the truancy of the running terms: of everybody under a path, or of one student; three statements whatever their number. */
export async function countTruants(
  tx: Transaction,
  of: { path: string; studentId?: string | undefined },
): Promise<CountedTruant[]> {
  const today = dayOf(tx.now);
  const { startsOn } = usualTerm(today);
  // Schools may open before the usual day: what lies before their own term is left out below.
  const widest = { from: (await earliestTerm(tx, of.path, today)) ?? startsOn, to: today };
  const marks = await listTruantDays(tx, of, widest);
  const byStudent = Map.groupBy(marks, ({ studentId }) => studentId);
  const students = await listTruantStudents(tx, [...byStudent.keys()]);
  const groupIds = new Set([
    ...marks.map(({ classGroupId }) => classGroupId),
    ...students.flatMap(({ classGroupId }) => classGroupId ?? []),
  ]);
  const called = Map.groupBy(await listCalledDays(tx, [...groupIds], widest), ({ classGroupId }) => classGroupId);
  const terms = new Map<string, CivilDate>();
  for (const { placeCode } of students) {
    if (terms.has(placeCode)) continue;
    terms.set(placeCode, ((await termOf(tx, { placeCode }, today)) ?? usualTerm(today)).startsOn);
  }
  return students.flatMap((student) => {
    const termFrom = terms.get(student.placeCode)!;
    const own = byStudent.get(student.studentId)!.filter(({ on }) => on >= termFrom);
    const days = own.map(({ on, periods, classGroupId }) => ({
      on,
      periods,
      offered: called.get(classGroupId)?.find((day) => day.on === on)?.offered ?? periods,
    }));
    const group = student.classGroupId ?? own.at(-1)?.classGroupId;
    const rolls = (group ? (called.get(group) ?? []) : []).filter(({ on }) => on >= termFrom).map(({ on }) => on);
    const truancy = countTruancy(days, rolls);
    return truancy ? [{ student, truancy, termFrom }] : [];
  });
}

/** What a place's own term begins with, where the place of the path itself has set one. */
async function earliestTerm(tx: Transaction, path: string, today: CivilDate): Promise<CivilDate | undefined> {
  const placeCode = /(\d{6})\/(?:[^/]*\/)*$/.exec(path)?.[1];
  return placeCode ? (await termOf(tx, { placeCode }, today))?.startsOn : undefined;
}

/** The counted students as lists show them, with the law's answer and what has been done. */
export async function viewTruants(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  counted: readonly CountedTruant[],
): Promise<TruantView[]> {
  const ids = counted.map(({ student }) => student.studentId);
  const since = counted.map(({ termFrom }) => termFrom).toSorted()[0];
  const contacts = since ? Map.groupBy(await listContacts(tx, ids, since), ({ studentId }) => studentId) : undefined;
  const reports = since ? Map.groupBy(await listReports(tx, ids, since), ({ studentId }) => studentId) : undefined;
  const today = dayOf(tx.now);
  const groups = new Map<string, string>();
  for (const { student } of counted) {
    const id = student.classGroupId;
    if (!id || groups.has(id)) continue;
    const group = await getClassGroup(tx, id);
    groups.set(id, classGroupName(gradeOf(group, today), group.ordinal));
  }
  return counted.map(({ student, truancy, termFrom }) => {
    const since = truancy.from ?? termFrom;
    const made = (contacts?.get(student.studentId) ?? []).filter(({ on }) => on >= since);
    const told = (reports?.get(student.studentId) ?? []).filter(({ on }) => on >= since);
    const { level, findings, steps } = askTruancy(services, { student, truancy, contacts: made.length, told, today });
    return {
      ...{ studentId: student.studentId, name: student.name, numberMasked: student.numberMasked },
      gradeWords: gradeName(student.grade),
      classGroupId: student.classGroupId,
      classGroupName: groups.get(student.classGroupId ?? '') ?? '未编班',
      schoolName: student.schoolName,
      stateWords: REGISTRATION_STATES[student.state] ?? student.state,
      level,
      from: truancy.from ?? null,
      ...{ runDays: truancy.runDays, periods: truancy.periods, days: truancy.days, lastOn: truancy.lastOn },
      contacts: made.length,
      findings,
      steps,
    };
  });
}

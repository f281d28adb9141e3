/** 考勤表: the students of a class group and their marks in a span of days, with what the law says of leave not asked for. */
import type { Actor, Services } from '../../../access/index.ts';
import { type ClassGroup, classGroupName, gradeOf, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { addDays, type CivilDate, dayOf, daysBetween, weekdayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { WorkingCalendar } from '../../../kernel/working-days.ts';
import { USUAL_PERIODS } from '../absence.api.ts';
import type { RegisterDay, RegisterView } from '../attendance.api.ts';
import { type Away, listGranted } from '../away/away.store.ts';
import { findingsOf } from '../findings.ts';
import { getOwnClassGroup, lawPlaceOf } from '../reach.ts';
import { termOf } from '../term-of.ts';
import { listMembers } from './members.store.ts';
import { type KeptMark, lastPeriods, listMarks, listTakenDays, type Span } from './register.store.ts';

const MOST_DAYS = 31;

/** Refuses NOT_FOUND where the class group is not the caller's, BAD_INPUT for more than 31 days at once. */
export async function viewRegister(
  tx: Transaction,
  services: Pick<Services, 'law' | 'calendar'>,
  actor: Actor,
  { classGroupId, ...span }: { classGroupId: string } & Span,
): Promise<RegisterView> {
  if (span.to < span.from || daysBetween(span.from, span.to) >= MOST_DAYS) {
    throw refuse('BAD_INPUT', { what: `一次最多看${MOST_DAYS}天，起止日期须先后相接` });
  }
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  return registerOf(tx, services, { group, school, span });
}

/** The same, once it is known that the caller may see it. */
export async function registerOf(
  tx: Transaction,
  { law, calendar }: Pick<Services, 'law' | 'calendar'>,
  { group, school, span }: { group: ClassGroup; school: Institution; span: Span },
): Promise<RegisterView> {
  const today = dayOf(tx.now);
  const term = await termOf(tx, school, [span.to, today].toSorted()[0]!);
  const members = await listMembers(tx, group.id, span);
  const marks = await listMarks(tx, group.id, span);
  const taken = new Map((await listTakenDays(tx, group.id, span)).map((day) => [day.on, day]));
  const usual = (await lastPeriods(tx, group.id, span.to)) ?? {
    morningPeriods: USUAL_PERIODS.MORNING,
    afternoonPeriods: USUAL_PERIODS.AFTERNOON,
  };
  const granted = await listGranted(tx, [...new Set(members.map(({ studentId }) => studentId))], span);
  const days: RegisterDay[] = [];
  for (let on = span.from; on <= span.to; on = addDays(on, 1)) {
    const called = taken.get(on);
    if (!called && !isSchoolDay(calendar, on) && span.from !== span.to) continue;
    days.push({
      on,
      open: on <= today && term !== undefined && on >= term.startsOn && on <= term.endsOn && today <= term.endsOn,
      morningPeriods: called?.morningPeriods ?? usual.morningPeriods,
      afternoonPeriods: called?.afternoonPeriods ?? usual.afternoonPeriods,
      taken: called
        ? {
            byName: called.correctedByName ?? called.takenByName,
            at: (called.correctedAt ?? called.takenAt).toISOString(),
            earlier: dayOf(called.takenAt) < today,
          }
        : null,
    });
  }
  const byStudent = Map.groupBy(members, ({ studentId }) => studentId);
  const students = [...byStudent].map(([studentId, seats]) => ({
    studentId,
    seatNo: seats.at(-1)!.seatNo,
    name: seats[0]!.name,
    present: seats.map(({ validFrom, validTo }) => ({ from: validFrom, to: validTo })),
    leaves: granted
      .filter((one) => one.studentId === studentId)
      .map(({ reason, beginsOn, endsOn }) => ({ reason, beginsOn, endsOn })),
    marks: marks
      .filter((mark) => mark.studentId === studentId)
      .map(({ on, half, kind, periods }) => ({ on, half, kind, periods })),
  }));
  return {
    classGroup: { id: group.id, name: classGroupName(gradeOf(group, span.to), group.ordinal) },
    school: { id: school.id, name: school.name },
    today,
    ...span,
    term: term ?? null,
    days,
    students,
    notes: notesOf(law, {
      group,
      school,
      marks,
      granted,
      names: new Map(members.map((one) => [one.studentId, one.name])),
    }),
  };
}

/** Monday to Friday where the calendar of a year to come is not published yet: it only says which columns are shown. */
export const isSchoolDay = (calendar: WorkingCalendar, on: CivilDate): boolean =>
  calendar.covers(on) ? calendar.isWorkingDay(on) : weekdayOf(on) <= 5;

/** 病假事假未请假: by most texts such days count as truancy; the register says so and does not count them by itself. */
function notesOf(
  law: Services['law'],
  about: {
    group: ClassGroup;
    school: Institution;
    marks: readonly KeptMark[];
    granted: readonly Away[];
    names: ReadonlyMap<string, string>;
  },
) {
  const { group, school, marks, granted, names } = about;
  const without = marks
    .filter(({ kind }) => kind === 'SICK' || kind === 'PERSONAL')
    .filter((mark) => !covers(granted, mark));
  const byStudent = Map.groupBy(without, ({ studentId }) => studentId);
  return [...byStudent].flatMap(([studentId, found]) => {
    const since = found.map(({ on }) => on).toSorted()[0]!;
    const decision = law.ask('absence', lawPlaceOf(school, since), {
      stage: group.stage,
      since,
      atTermStart: false,
      askedLeave: false,
    });
    return findingsOf(decision)
      .filter(({ verdict }) => verdict !== 'ALLOW')
      .slice(0, 1)
      .map((finding) => ({ studentId, name: names.get(studentId) ?? '', finding }));
  });
}

/** Was leave given for the day of this mark? */
export const covers = (granted: readonly Away[], { studentId, on }: { studentId: string; on: CivilDate }): boolean =>
  granted.some((one) => one.studentId === studentId && one.beginsOn <= on && on <= one.endsOn);

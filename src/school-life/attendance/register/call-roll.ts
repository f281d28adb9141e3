/** 点名: the register of a class group for one day or several, written at once; what is corrected later says why. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { type AuditEvent, recordAll } from '../../../audit/record.store.ts';
import type { ClassGroup, Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { HALVES, type Mark } from '../absence.api.ts';
import type { RegisterView, RollCall } from '../attendance.api.ts';
import { listGranted } from '../away/away.store.ts';
import { getOwnClassGroup, lawPlaceOf } from '../reach.ts';
import { termOf } from '../term-of.ts';
import { listMembers, type Member } from './members.store.ts';
import {
  endMarks,
  type KeptMark,
  listMarks,
  listTakenDays,
  lockRegister,
  markRows,
  periodsOf,
  putDay,
} from './register.store.ts';
import { covers, registerOf } from './view-register.ts';

type Called = RollCall['days'][number] & { on: CivilDate };

/**
 * Answers with the register as it now stands. Refuses NOT_FOUND for a class group that is not the caller's,
 * STEP_NOT_ALLOWED once the term has ended, BAD_INPUT for a day to come or a student who did not sit in it,
 * REASON_NEEDED where a day of an earlier date is changed, LAW_REFUSES where a child on leave is marked as truant.
 */
export async function callRoll(
  tx: Transaction,
  services: Pick<Services, 'law' | 'calendar'>,
  actor: Actor,
  { classGroupId, ...call }: { classGroupId: string } & RollCall,
): Promise<RegisterView> {
  const { group, school } = await getOwnClassGroup(tx, actor, classGroupId);
  const days = call.days.map((day) => ({ ...day, on: day.on as CivilDate })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const span = { from: days[0]!.on, to: days.at(-1)!.on };
  await refuseClosed(tx, school, days);
  await lockRegister(tx, group.id);
  const members = await listMembers(tx, group.id, span);
  const wanted = days.flatMap((day) => marksOf(day, members));
  await refuseTruantOnLeave(tx, services, { group, school, wanted, members, span });

  const asked = new Set<string>(days.map(({ on }) => on));
  const kept = (await listMarks(tx, group.id, span)).filter(({ on }) => asked.has(on));
  const taken = new Map((await listTakenDays(tx, group.id, span)).map((day) => [day.on, day]));
  const gone = kept.filter((mark) => !wanted.some((one) => isSame(one, mark)));
  const come = wanted.filter((mark) => !kept.some((one) => isSame(one, mark)));
  const today = dayOf(tx.now);
  const late = days.filter(({ on }) => {
    const before = taken.get(on);
    return before && dayOf(before.takenAt) < today && [...gone, ...come].some((mark) => mark.on === on);
  });
  if (late.length > 0 && !call.reason) throw refuse('REASON_NEEDED', { action: '更正以前的考勤' });

  const keeping = { classGroupId: group.id, path: group.path, by: actor };
  if (gone.length > 0) await tx.together(endMarks(tx, gone, { by: actor, reason: call.reason }));
  await tx.together(markRows(tx, come, keeping), ...days.map((day) => putDay(tx, day, keeping)));
  await recordAll(tx, asAuditActor(actor), [
    ...days.map((day) => dayEvent(group, day, { wanted, again: taken.has(day.on), reason: call.reason })),
    ...studentEvents(group, { gone, come, reason: call.reason }),
  ]);
  return registerOf(tx, services, { group, school, span });
}

const isSame = (a: Mark, b: Mark): boolean =>
  a.studentId === b.studentId && a.on === b.on && a.half === b.half && a.kind === b.kind && a.periods === b.periods;

/** 学期结束后封存: only days of the running term, and none to come. */
async function refuseClosed(tx: Transaction, school: Institution, days: readonly Called[]): Promise<void> {
  const today = dayOf(tx.now);
  if (new Set(days.map(({ on }) => on)).size < days.length) throw refuse('BAD_INPUT', { what: '同一天只能填一次' });
  for (const { on } of days) {
    if (on > today) throw refuse('BAD_INPUT', { what: `${on}还没有到，到当天再点名` });
  }
  const term = await termOf(tx, school, today);
  if (!term) throw refuse('STEP_NOT_ALLOWED', { state: '放假，不在学期内', action: '登记考勤' });
  const closed = days.find(({ on }) => on < term.startsOn || on > term.endsOn);
  if (closed) {
    throw refuse('STEP_NOT_ALLOWED', { state: `${closed.on}所在学期已结束，考勤已封存`, action: '更改考勤' });
  }
}

/** The marks of a day. Refuses BAD_INPUT for who did not sit in the class group, and for more periods than there were. */
function marksOf(day: Called, members: readonly Member[]): Mark[] {
  const seen = new Set<string>();
  return day.absences.map(({ studentId, half, kind, periods }) => {
    const seat = members.find(
      (one) => one.studentId === studentId && one.validFrom <= day.on && (!one.validTo || one.validTo > day.on),
    );
    if (!seat) throw refuse('BAD_INPUT', { what: `${day.on}有学生不在本班，请刷新名单再填` });
    const most = periodsOf(day, half);
    if (periods > most) {
      throw refuse('BAD_INPUT', { what: `${seat.name}${day.on}${HALVES[half]}缺${periods}节，当天只有${most}节` });
    }
    const key = `${studentId} ${half}`;
    if (seen.has(key)) throw refuse('BAD_INPUT', { what: `${seat.name}${day.on}${HALVES[half]}填了两次` });
    seen.add(key);
    return { studentId, on: day.on, half, kind, periods };
  });
}

/** Who was given leave is not truant: the place's own text says so where it has one. */
async function refuseTruantOnLeave(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  about: {
    group: ClassGroup;
    school: Institution;
    wanted: readonly Mark[];
    members: readonly Member[];
    span: { from: CivilDate; to: CivilDate };
  },
): Promise<void> {
  const truant = about.wanted.filter(({ kind }) => kind === 'TRUANT');
  const ids = [...new Set(truant.map(({ studentId }) => studentId))];
  const granted = await listGranted(tx, ids, about.span);
  const mark = truant.find((one) => covers(granted, one));
  if (!mark) return;
  const leave = granted.find((one) => covers([one], mark))!;
  const decision = law.ask('absence', lawPlaceOf(about.school, mark.on), {
    stage: about.group.stage,
    since: leave.beginsOn,
    atTermStart: false,
    askedLeave: true,
    leaveUntil: leave.endsOn,
  });
  const [finding] = decision.findings;
  const name = about.members.find(({ studentId }) => studentId === mark.studentId)!.name;
  const why = finding ? `${finding.sentence}（${finding.chip}）` : '已准假的不记旷课';
  throw refuse('LAW_REFUSES', { sentence: `${name}准假至${leave.endsOn}，${why}，请改记病假或事假` });
}

function dayEvent(
  group: ClassGroup,
  day: Called,
  { wanted, again, reason }: { wanted: readonly Mark[]; again: boolean; reason: string | undefined },
): AuditEvent {
  const ofDay = wanted.filter(({ on }) => on === day.on);
  const counts = Object.fromEntries(
    [...Map.groupBy(ofDay, ({ kind }) => kind)].map(([kind, marks]) => [
      kind,
      { times: marks.length, periods: marks.reduce((sum, { periods }) => sum + periods, 0) },
    ]),
  );
  return {
    action: again ? 'CORRECT_ROLL' : 'CALL_ROLL',
    subjectKind: 'CLASS_GROUP',
    subjectId: group.id,
    path: group.path,
    reason,
    detail: { on: day.on, morningPeriods: day.morningPeriods, afternoonPeriods: day.afternoonPeriods, away: counts },
  };
}

/** One row a child whose marks changed: who looks into its record later sees who marked what. */
function studentEvents(
  group: ClassGroup,
  { gone, come, reason }: { gone: readonly KeptMark[]; come: readonly Mark[]; reason: string | undefined },
): AuditEvent[] {
  const said = ({ on, half, kind, periods }: Mark) => ({ on, half, kind, periods });
  const ids = [...new Set([...gone, ...come].map(({ studentId }) => studentId))];
  return ids.map((studentId) => ({
    action: 'MARK_ABSENCE',
    subjectKind: 'STUDENT',
    subjectId: studentId,
    path: group.path,
    reason,
    detail: {
      ended: gone.filter((mark) => mark.studentId === studentId).map(said),
      marked: come.filter((mark) => mark.studentId === studentId).map(said),
    },
  }));
}

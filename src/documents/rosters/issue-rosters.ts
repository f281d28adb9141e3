/** 出具花名册: draws the roster of a class group or school as of a day, and puts on record that it was given out. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import {
  type ClassGroup,
  gradeName,
  gradeOf,
  type Institution,
  intakeName,
  listClassGroups,
  nameOn,
} from '../../authorities/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import {
  dayAsked,
  getClassGroupInReach,
  getSchoolInReach,
  type RosterLine,
  rosterAsOf,
  teacherNameOf,
} from '../../placements/index.ts';
import { ethnicGroups, genders, labelOf, REGISTRATION_STATES, refusePastMeasure } from '../../students/index.ts';
import { rosterAt } from '../forms/form-registry.ts';
import { fullWithin, type NumbersAsked, refuseFullWorkbook } from '../issued/full-numbers.ts';
import { registerPaper } from '../issued/register-paper.ts';
import { type PrintMark, writtenDate } from '../print-mark.ts';
import { styleAt } from '../styles/style-at.ts';
import { type ClassRoster, countBySex, MOST_STUDENTS } from './class-roster.ts';
import type { RosterEntry } from './roster-columns.ts';

export interface RosterOrder extends NumbersAsked {
  of: { classGroupId: string } | { schoolId: string; grade?: number | undefined };
  on?: CivilDate | undefined;
  as: 'PAPER' | 'WORKBOOK';
}

/** What is to be printed or written, by whom. */
export interface IssuedRosters {
  rosters: ClassRoster[];
  mark: PrintMark;
  /** 汾滨中学七(1)班花名册-2026-09-15: for the name of a file. */
  title: string;
  /** Verification code of the paper; null for a workbook, which is no paper. */
  code: string | null;
}

/**
 * Draws the rosters and leaves a PRINT_ROSTER or EXPORT_ROSTER row. Refuses NOT_FOUND where nobody was registered there
 * that day, BAD_INPUT for more students than one document holds, TOO_MANY full numbers past the day's measure.
 */
export async function issueRosters(
  services: Pick<Services, 'db' | 'cipher' | 'index' | 'randomBytes'>,
  actor: Actor,
  order: RosterOrder,
): Promise<IssuedRosters> {
  if (order.as === 'WORKBOOK') refuseFullWorkbook(order);
  const within = fullWithin(actor, order, '花名册');
  return services.db.write(scopeOf(actor), async (tx) => {
    if (order.full) await refusePastMeasure(tx, actor);
    const on = dayAsked(order.on, tx.now);
    const { school: today, group, lines } = await linesFor(tx, services, actor, order, { on, within });
    const school = { ...today, name: await nameOn(tx, today, on) };
    if (lines.length === 0) throw refuse('NOT_FOUND', { what: `${on}在籍的学生` });
    if (lines.length > MOST_STUDENTS) {
      throw refuse('BAD_INPUT', { what: `一份花名册最多${MOST_STUDENTS}人，请选定年级分别出具` });
    }
    const rosters = await rostersOf(tx, school, lines, on);
    await recordIssue(tx, actor, order, { school, on, rosters });
    const [only] = rosters;
    const name = group && only ? `${only.grade}${only.classGroup}` : '';
    const of = name || ('grade' in order.of && order.of.grade ? gradeName(order.of.grade) : '全校');
    return {
      rosters,
      code: order.as === 'PAPER' ? await register(tx, services, actor, { school, of, on, count: lines.length }) : null,
      mark: {
        ...{ place: actor.institution.name, person: actor.personName, printedAt: tx.now },
        style: await styleAt(tx, 'classGroupId' in order.of ? 'class-roster' : 'school-roster', school.placeCode),
      },
      title: `${school.name}${name}花名册-${on}`,
    };
  });
}

async function register(
  tx: Transaction,
  services: Pick<Services, 'index' | 'randomBytes'>,
  actor: Actor,
  { school, of, on, count }: { school: Institution; of: string; on: CivilDate; count: number },
): Promise<string> {
  const { code } = await registerPaper(tx, services, {
    kind: 'ROSTER',
    told: { school: school.name, of, asOf: writtenDate(on), students: `${count}人` },
    institutionId: school.id,
    path: school.path,
    by: asAuditActor(actor),
  });
  return code;
}

async function linesFor(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  { of }: RosterOrder,
  { on, within }: { on: CivilDate; within: string | undefined },
): Promise<{ school: Institution; group?: ClassGroup; lines: RosterLine[] }> {
  if ('classGroupId' in of) {
    const { group, school } = await getClassGroupInReach(tx, actor, of.classGroupId);
    const lines = await rosterAsOf(tx, services, { school, classGroupId: group.id, on, fullWithin: within });
    return { school, group, lines };
  }
  const school = await getSchoolInReach(tx, actor, of.schoolId);
  const lines = await rosterAsOf(tx, services, { school, on, fullWithin: within });
  return { school, lines: of.grade ? lines.filter(({ grade }) => grade === of.grade) : lines };
}

/** Behind every class group of the grade: no school has so many. */
const LAST = 999;

/** Class group by class group as the school counts them, the unplaced of each grade behind its class groups. */
async function rostersOf(
  tx: Transaction,
  school: Institution,
  lines: readonly RosterLine[],
  on: CivilDate,
): Promise<ClassRoster[]> {
  const groups = new Map((await listClassGroups(tx, school.id, on)).map((group) => [group.id, group]));
  const parts = Map.groupBy(lines, ({ classGroupId, grade, intakeYear }) => classGroupId ?? `${grade}/${intakeYear}`);
  const papers = [...parts.values()].map((members) => {
    const first = members[0]!;
    const group = groups.get(first.classGroupId ?? '');
    const { intakeYear } = group ?? first;
    return { members, group, intakeYear, grade: group ? gradeOf(group, on) : first.grade };
  });
  papers.sort(
    (a, b) =>
      a.grade - b.grade || b.intakeYear - a.intakeYear || (a.group?.ordinal ?? LAST) - (b.group?.ordinal ?? LAST),
  );
  const rosters: ClassRoster[] = [];
  const form = rosterAt(school.placeCode, school.stages);
  for (const { members, group, intakeYear, grade } of papers) {
    rosters.push({
      schoolName: school.name,
      schoolCode: school.code ?? '',
      grade: `${intakeName(intakeYear)}${gradeName(grade)}`,
      classGroup: group ? `${group.ordinal}班` : '未分班',
      // Who taught a class group in the past is not kept; only today's teacher can be printed.
      classTeacher: group && on === dayOf(tx.now) ? await teacherNameOf(tx, group) : '',
      asOf: on,
      entries: members.map(entryOf),
      ...(form ? { form } : {}),
    });
  }
  return rosters;
}

function entryOf(line: RosterLine): RosterEntry {
  return {
    numberInClass: line.seatNo === null ? '' : String(line.seatNo),
    name: line.name,
    sex: labelOf(genders, line.gender) ?? '',
    bornOn: line.bornOn,
    ethnicity: labelOf(ethnicGroups, line.ethnicGroup) ?? '',
    registrationNumber: line.registrationNumber,
    identityNumber: line.identityNumber || '无证件',
    note: line.state === 'ENROLLED' ? '' : (REGISTRATION_STATES[line.state] ?? ''),
  };
}

async function recordIssue(
  tx: Transaction,
  actor: Actor,
  order: RosterOrder,
  { school, on, rosters }: { school: Institution; on: CivilDate; rosters: readonly ClassRoster[] },
): Promise<void> {
  const { of, as, full, reason } = order;
  const { total, boys, girls } = countBySex(rosters.flatMap(({ entries }) => entries));
  const isGroup = 'classGroupId' in of;
  await record(tx, asAuditActor(actor), {
    action: as === 'PAPER' ? 'PRINT_ROSTER' : 'EXPORT_ROSTER',
    subjectKind: isGroup ? 'CLASS_GROUP' : 'INSTITUTION',
    subjectId: isGroup ? of.classGroupId : school.id,
    path: school.path,
    reason: reason?.trim() || undefined,
    detail: {
      asOf: on,
      classGroups: rosters.length,
      ...(!isGroup && of.grade ? { grade: of.grade } : {}),
      total,
      boys,
      girls,
      fullNumbers: full,
    },
  });
}

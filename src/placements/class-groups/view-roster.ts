/** 班级名册: the students of one class group, and the unplaced of one intake, on a day, for the screen. */
import type { Actor, Services } from '../../access/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../kernel/civil-date.ts';
import { NUMBER_KINDS, numbersInForce } from '../../numbering/index.ts';
import type { Stage } from '../../policy/index.ts';
import { ethnicGroups, genders, labelOf, REGISTRATION_STATES, studyModes } from '../../students/index.ts';
import { dayAsked, type RosterLine, rosterAsOf } from '../as-of/roster-as-of.ts';
import type { ClassRosterView, MemberView, UnplacedPage } from '../placements.api.ts';
import { listUnplaced } from './class-group-facts.store.ts';
import { getClassGroupInReach, getSchoolInReach } from './reach.ts';
import { viewGroups } from './view-class-groups.ts';

/** A class group with its students, by seat. */
export async function viewRoster(
  tx: Transaction,
  services: Pick<Services, 'law' | 'cipher'>,
  actor: Actor,
  { classGroupId, on: asked }: { classGroupId: string; on?: CivilDate | undefined },
): Promise<ClassRosterView> {
  const { group, school } = await getClassGroupInReach(tx, actor, classGroupId);
  const on = dayAsked(asked, tx.now);
  const lines = await rosterAsOf(tx, services, { school, classGroupId, on });
  const counts = lines.map((line) => ({ ...line, count: 1 }));
  const [classGroup] = await viewGroups(tx, services, school, [group], { on, counts });
  return {
    school: { id: school.id, name: school.name, code: school.code },
    on,
    today: dayOf(tx.now),
    classGroup: classGroup!,
    students: await memberViews(tx, lines),
  };
}

export interface UnplacedQuery {
  schoolId: string;
  stage: Stage;
  grade: number;
  intakeYear: number;
  on?: CivilDate | undefined;
  /** Where the last page ended: plain pinyin and id of its last student, a space between. */
  after?: string | undefined;
  limit: number;
}

/** The unplaced of one intake, by name; a past day is told as a whole, today page by page. */
export async function viewUnplacedStudents(
  tx: Transaction,
  services: Pick<Services, 'cipher'>,
  actor: Actor,
  query: UnplacedQuery,
): Promise<UnplacedPage> {
  const { stage, grade, intakeYear, after, limit } = query;
  const school = await getSchoolInReach(tx, actor, query.schoolId);
  const on = dayAsked(query.on, tx.now);
  if (on < dayOf(tx.now)) {
    const lines = await rosterAsOf(tx, services, { school, classGroupId: null, on });
    const ofIntake = lines.filter(
      (line) => line.stage === stage && line.grade === grade && line.intakeYear === intakeYear,
    );
    return { on, students: await memberViews(tx, ofIntake), next: null };
  }
  const place = after ? { plainPinyin: after.slice(0, -37), studentId: after.slice(-36) } : undefined;
  const found = await listUnplaced(tx, school, { stage, grade, intakeYear }, { after: place, limit: limit + 1 });
  const page = found.slice(0, limit);
  const lines = await rosterAsOf(tx, services, {
    school,
    studentIds: page.map(({ studentId }) => studentId),
    on,
  });
  const last = page.at(-1);
  return {
    on,
    students: await memberViews(tx, lines),
    next: found.length > limit && last ? `${last.plainPinyin} ${last.studentId}` : null,
  };
}

/** The lines for the screen, each with the secondary numbers that hold today. */
async function memberViews(tx: Transaction, lines: readonly RosterLine[]): Promise<MemberView[]> {
  const numbers = await numbersInForce(
    tx,
    lines.map(({ studentId }) => studentId),
  );
  return lines.map((line) => ({
    ...memberView(line),
    secondaryNumbers: (numbers.get(line.studentId) ?? []).map(({ kind, number }) => `${NUMBER_KINDS[kind]}${number}`),
  }));
}

function memberView(line: RosterLine): Omit<MemberView, 'secondaryNumbers'> {
  return {
    studentId: line.studentId,
    seatNo: line.seatNo,
    name: line.name,
    gender: line.gender,
    genderWords: labelOf(genders, line.gender) ?? '',
    bornOn: line.bornOn,
    ethnicWords: labelOf(ethnicGroups, line.ethnicGroup) ?? '',
    registrationNumber: line.registrationNumber,
    identityNumber: line.identityNumber,
    studyModeWords: labelOf(studyModes, line.studyMode) ?? '',
    state: line.state,
    stateWords: REGISTRATION_STATES[line.state] ?? line.state,
    registeredOn: line.registeredOn,
  };
}

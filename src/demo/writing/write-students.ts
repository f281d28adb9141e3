/** 写入学生: the children of a part, school by school, each school in a transaction of its own. */
import { type Services, SYSTEM_ACTOR } from '../../access/index.ts';
import { newStudentOf } from '../../admissions/index.ts';
import { record } from '../../audit/record.store.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, startOfDay } from '../../kernel/civil-date.ts';
import { rangeOf } from '../../kernel/place-codes.ts';
import type { Stage } from '../../policy/index.ts';
import {
  claimIdentities,
  identityHashOf,
  insertStudents,
  type NewStudent,
  numberHashOf,
  pinyinOf,
} from '../../students/index.ts';
import { idOf } from '../chance.ts';
import { drawClassGroup, type SeatedStudent } from '../people/draw-class-group.ts';
import type { PlannedClassGroup } from '../region/class-groups.ts';
import { opensOn, type PlannedInstitution, type PlannedSchool } from '../region/directory.ts';
import { type PartPlan, rollsOf } from '../region/plan-part.ts';
import { planPair } from '../region/posts.ts';
import type { Pair } from './closed-case.store.ts';
import { casesThere, insertOpeningCase } from './opening-case.store.ts';

type Plan = Omit<PartPlan, 'countiesAfter'>;
type Needs = Pick<Services, 'db' | 'cipher' | 'index'>;

/** So many children are held in memory at a time for each school that is being written. */
const PORTION = 1_000;
/** While the database writes one school the next is being drawn. */
const AT_ONCE = 3;

export interface Watching {
  /** Hears of each school how many children it brought. */
  onWritten: (students: number) => void;
  /** Ends the writing after the schools that are being written. */
  signal?: AbortSignal | undefined;
}

/** Writes what is not written yet. */
export async function writeStudents(needs: Needs, plan: Plan, { onWritten, signal }: Watching): Promise<void> {
  const there = await needs.db.read({ lo: '', hi: '~' }, (tx) =>
    casesThere(
      tx,
      plan.schools.flatMap((school) => school.stages.map((stage) => caseIdOf(school, stage, plan))),
    ),
  );
  const waiting = [...plan.schools];
  const work = async () => {
    for (let school = waiting.shift(); school; school = waiting.shift()) {
      signal?.throwIfAborted();
      onWritten(await writeSchool(needs, plan, school, there));
    }
  };
  // When one fails, the other ends with the school it is at, and nothing goes on behind the caller's back.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => work().finally(() => waiting.splice(0))));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}

/** The case by which a stage came in. */
export const caseIdOf = (school: PlannedSchool, stage: Stage, { schoolYear }: Plan): string =>
  idOf(`opening/${school.code}/${stage}`, startOfDay(opensOn(schoolYear)).getTime());

async function writeSchool(needs: Needs, plan: Plan, school: PlannedSchool, there: ReadonlySet<string>) {
  const rolls = rollsOf(plan, school);
  const stages = school.stages.map((stage) => {
    const own = rolls.filter(({ group }) => group.stage === stage && group.size > 0);
    const students = own.reduce((sum, { group }) => sum + group.size, 0);
    return { stage, id: caseIdOf(school, stage, plan), rolls: own, students };
  });
  // The school is written as a whole, so one of its cases speaks for all.
  if (stages.some(({ id }) => there.has(id))) return stages.reduce((sum, { students }) => sum + students, 0);
  return needs.db.write(rangeOf(school.path), async (tx) => {
    tx.markAudited(); // a school of which all class groups are empty leaves nothing
    let written = 0;
    for (const { stage, id, rolls: own, students } of stages) {
      if (students === 0) continue;
      const number = `JK-${plan.schoolYear}-${school.code}-${STAGE_DIGITS[stage]}`;
      const grades = [...new Set(own.map(({ group }) => group.grade))];
      await insertOpeningCase(tx, { id, number, school, stage, grades, students, ...pairsOf(plan, school, stage) });
      for (const portion of portionsOf(own)) {
        await writePortion(needs, tx, school, portion, { caseId: id, registeredOn: opensOn(plan.schoolYear) });
        await record(tx, SYSTEM_ACTOR, {
          action: 'TAKE_OVER_STUDENTS',
          subjectKind: 'CASE',
          subjectId: id,
          path: school.path,
          detail: { case: number, students: portion.length },
        });
      }
      written += students;
    }
    return written;
  });
}

const STAGE_DIGITS: Record<Stage, number> = { PRIMARY: 1, JUNIOR: 2, SENIOR: 3 };

function pairsOf(plan: Plan, school: PlannedSchool, stage: Stage) {
  const { authorityId, reviewerId } = school.supervisedBy[stage]!;
  const pairOf = (institution: PlannedInstitution): Pair => ({ institution, ...planPair(plan.seed, institution) });
  const authority = (id: string) => plan.authorities.find((one) => one.id === id)!;
  return {
    schoolPair: pairOf(school),
    authorityPair: pairOf(authority(authorityId)),
    reviewerPair: reviewerId === null ? undefined : pairOf(authority(reviewerId)),
  };
}

/** A child and where it sits. */
export interface Placed {
  student: SeatedStudent;
  group: PlannedClassGroup;
}

function* portionsOf(rolls: ReturnType<typeof rollsOf>): Generator<Placed[], void, undefined> {
  let portion: Placed[] = [];
  for (const { group, roll } of rolls) {
    for (const student of drawClassGroup(roll)) {
      portion.push({ student, group });
      if (portion.length < PORTION) continue;
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

/** Goes the way that a registration goes: identities claimed, then everything that a student consists of. */
export async function writePortion(
  { cipher, index }: Pick<Needs, 'cipher' | 'index'>,
  tx: Transaction,
  school: PlannedSchool,
  portion: readonly Placed[],
  act: { caseId: string; registeredOn: CivilDate },
): Promise<void> {
  const taken = portion.map(({ student: { id, record: drawn, number }, group }) => {
    const { identityType, identityNumber } = drawn;
    const identityHash = identityType && identityNumber ? identityHashOf(index, identityType, identityNumber) : null;
    const { stage, grade, intakeYear } = group;
    const pinyin = pinyinOf(drawn.name ?? '');
    const place = { stage, grade, intakeYear, classGroupId: group.id, className: group.name };
    const assessed = { id, raw: {}, record: drawn, findings: [], pinyin, identityHash, ...place };
    const hash = numberHashOf(index, number.number);
    const issued = { kind: 'L' as const, number: number.number, hash };
    const student: NewStudent = newStudentOf({ cipher, index }, school, assessed, issued, null);
    // Registering gives L or J; formal numbers come later, and these children have had theirs for long.
    student.number.kind = number.kind;
    return student;
  });
  const claims = taken.flatMap(({ id, identityHash: hash }) =>
    hash ? [{ hash, studentId: id, caseId: act.caseId }] : [],
  );
  const lost = await claimIdentities(tx, claims);
  if (lost.length > 0) throw new Error(`${lost.length} identities of the demonstration are held by somebody already`);
  await insertStudents(tx, taken, { ...act, untold: true });
}

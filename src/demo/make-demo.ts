/** 建立演示数据: makes a demonstration, enlarges one, or finishes one that was interrupted. */
import { type Services, SYSTEM_ACTOR } from '../access/index.ts';
import { record } from '../audit/record.store.ts';
import { NODE_SCOPE } from '../db/transaction.ts';
import { dayOf, schoolYearOf } from '../kernel/civil-date.ts';
import { SetupFault } from '../kernel/setup-fault.ts';
import { type DemoState, putState, readState } from './demo.store.ts';
import { type Part, planPart } from './region/plan-part.ts';
import { insertAdmissionRolls } from './writing/admission-roll.store.ts';
import { insertAssessments } from './writing/assessments.store.ts';
import { insertAttendance } from './writing/attendance.store.ts';
import { hasInstitutions } from './writing/directory.store.ts';
import { insertStudentFiles } from './writing/student-files.store.ts';
import { writeDirectory } from './writing/write-directory.ts';
import { writeStudents } from './writing/write-students.ts';
import { writeYear } from './year/write-year.ts';

type Needs = Pick<Services, 'db' | 'cipher' | 'index' | 'now' | 'randomBytes'>;

/** Who is told how far it has come, and may break it off: what is written stays, and is gone on with the next time. */
export interface Making {
  log: (sentence: string) => void;
  signal?: AbortSignal | undefined;
}

/** What a demonstration is when nobody says otherwise. */
export const USUAL_STUDENTS = 20_000;
export const USUAL_SEED = '2026';

/** What has been made in this installation; undefined where it is no demonstration. */
export const findDemo = ({ db }: Pick<Services, 'db'>): Promise<DemoState | undefined> =>
  db.read(NODE_SCOPE, readState);

/** Is everything written that was begun? */
export const isFinished = ({ parts, finished }: DemoState): boolean => finished === parts.length;

/** Is there nothing here yet that somebody works with? */
export const isUntouched = async ({ db }: Pick<Services, 'db'>): Promise<boolean> =>
  !(await db.read(NODE_SCOPE, hasInstitutions));

/**
 * Sees to it that there are `students` students: makes the demonstration where nothing is, adds counties to one that
 * has fewer, and finishes what was interrupted. Throws a SetupFault where there is real work already.
 */
export async function makeDemo(
  needs: Needs,
  { students, seed = USUAL_SEED, ...making }: Making & { students: number; seed?: string | undefined },
): Promise<DemoState> {
  const before = await findDemo(needs);
  if (!before && !(await isUntouched(needs))) {
    throw new SetupFault('此处已有机构数据，不能再建演示数据；请用XUEJI_DATA另指一个空的数据目录');
  }
  const state = before ? await finishDemo(needs, before, making) : { parts: [], finished: 0 };
  const there = state.parts.reduce((sum, part) => sum + part.students, 0);
  if (there >= students) return state;
  const part = nextPart(state, students - there, seed, schoolYearOf(dayOf(needs.now())));
  const begun: DemoState = { parts: [...state.parts, part], finished: state.finished };
  const plan = planPart(part);
  making.log(`正在建立演示数据：${plan.schools.length}所学校，${part.students}名学生`);
  await writeDirectory(needs, plan, (tx) => putState(tx, begun));
  return finishDemo(needs, begun, making);
}

function nextPart({ parts }: DemoState, students: number, seed: string, schoolYear: number): Part {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return { seed, schoolYear, students };
  return { seed: first.seed, schoolYear: first.schoolYear, students, countiesBefore: planPart(last).countiesAfter };
}

/** Writes the children of parts that were begun and not finished. */
export async function finishDemo(needs: Needs, state: DemoState, { log, signal }: Making): Promise<DemoState> {
  let done = state;
  while (!isFinished(done)) {
    const part = done.parts[done.finished]!;
    await writeStudents(needs, planPart(part), { onWritten: progressOf(part.students, log), signal });
    const finished: DemoState = { parts: done.parts, finished: done.finished + 1 };
    await needs.db.write(NODE_SCOPE, async (tx) => {
      await insertAdmissionRolls(tx, needs.cipher, planPart(part));
      await insertAttendance(tx, planPart(part));
      await insertAssessments(tx, planPart(part));
      await insertStudentFiles(tx, needs.cipher, planPart(part));
      await writeYear(tx, needs, planPart(part));
      await putState(tx, finished);
      const detail = { students: part.students };
      await record(tx, SYSTEM_ACTOR, { action: 'FINISH_DEMO', subjectKind: 'NODE', path: '', detail });
    });
    done = finished;
  }
  return done;
}

/** Says every tenth of the way how far it has come. */
function progressOf(whole: number, log: Making['log']): (students: number) => void {
  let written = 0;
  let said = 0;
  return (students) => {
    written += students;
    const tenths = Math.floor((written * 10) / whole);
    if (tenths > said) log(`已建立${written}/${whole}名学生的学籍`);
    said = tenths;
  };
}

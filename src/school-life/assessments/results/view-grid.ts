/** 成绩表: the students of a class group by subjects, for one term and one kind of assessment. */
import type { Actor, Services } from '../../../access/index.ts';
import { type ClassGroup, classGroupName, gradesOf, type Institution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getOwnClassGroup, lawPlaceOf } from '../../attendance/reach.ts';
import type { Member } from '../../attendance/register/members.store.ts';
import type { GridRow, GridView } from '../api/assessments.api.ts';
import { isPassed, type Result, type ResultKind, type TermOf, termWords } from '../assessment.api.ts';
import { listChoices, listOffers } from '../electives/elective.store.ts';
import { subjectsOf } from '../subjects/school-subjects.ts';
import { columnsOf, kindsOf, type Subject } from '../subjects/subject.ts';
import { gradeIn, membersIn } from '../term-in.ts';
import { askAssessment, refusalOfGuest } from './ask-assessment.ts';
import { listGuests } from './guests.store.ts';
import { cellText } from './read-value.api.ts';
import { listTermResults } from './result.store.ts';
import { resultsFor } from './results-for.ts';

export interface GridWish extends TermOf {
  classGroupId: string;
  kind: ResultKind;
}

/** All that a grid is made of; what saving asks of as well. */
export interface Grid extends TermOf {
  group: ClassGroup;
  school: Institution;
  kind: ResultKind;
  grade: number;
  columns: Subject[];
  members: Member[];
  results: Result[];
  /** 补考: the finals that were not passed, by student and subject; empty for other kinds. */
  firsts: ReadonlyMap<string, Result>;
  /** 选修: modules offered in the school year, with who has chosen them; credits are given to nobody else. */
  electives: ReadonlyMap<string, ReadonlySet<string>>;
}

export const cellKey = (studentId: string, subject: string): string => `${studentId} ${subject}`;

/** Refuses NOT_FOUND for a class group that is not the caller's, BAD_INPUT for a kind that the stage does not have. */
export async function readGrid(tx: Transaction, actor: Actor, wish: GridWish): Promise<Grid> {
  const { group, school } = await getOwnClassGroup(tx, actor, wish.classGroupId);
  if (!kindsOf(group.stage).includes(wish.kind)) throw refuse('BAD_INPUT', { what: '此学段没有这种考核' });
  const term = { schoolYear: wish.schoolYear, term: wish.term };
  const members = await membersIn(tx, group, term);
  const grade = gradeIn(group, term);
  const columns = columnsOf(await subjectsOf(tx, school, group.stage), wish.kind, grade);
  const of = { ...term, studentIds: members.map(({ studentId }) => studentId), schoolId: school.id };
  const results = await listTermResults(tx, { ...of, kind: wish.kind });
  const finals = wish.kind === 'MAKE_UP' ? await listTermResults(tx, { ...of, kind: 'FINAL' }) : [];
  const firsts = new Map(
    finals.filter((one) => isPassed(one) === false).map((one) => [cellKey(one.studentId, one.subject), one]),
  );
  const electives = wish.kind === 'CREDITS' ? await chosenElectives(tx, of) : new Map();
  return { ...term, group, school, kind: wish.kind, grade, columns, members, results, firsts, electives };
}

async function chosenElectives(
  tx: Transaction,
  { schoolId, schoolYear, studentIds }: TermOf & { schoolId: string; studentIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const offers = await listOffers(tx, schoolId, { schoolYear });
  const choices = await listChoices(tx, { studentIds, offerIds: offers.map(({ id }) => id) });
  const bySubject = Map.groupBy(offers, ({ subject }) => subject);
  return new Map(
    [...bySubject].map(([subject, same]) => {
      const ids = new Set(same.map(({ id }) => id));
      return [subject, new Set(choices.flatMap((one) => (ids.has(one.offerId) ? one.studentId : [])))];
    }),
  );
}

/** 没有选修: the module is offered and the student has not chosen it. */
export const isUnchosen = ({ electives }: Pick<Grid, 'electives'>, studentId: string, subject: string): boolean =>
  electives.get(subject)?.has(studentId) === false;

export async function viewGrid(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  wish: GridWish,
): Promise<GridView> {
  return gridViewOf(tx, services, await readGrid(tx, actor, wish));
}

/** As the screen shows it, with what the law says of the results as they stand. */
export async function gridViewOf(tx: Transaction, { law }: Pick<Services, 'law'>, grid: Grid): Promise<GridView> {
  const { group, school, kind, grade, columns, members, results, firsts } = grid;
  const day = dayOf(tx.now);
  const kept = new Map(results.map((one) => [cellKey(one.studentId, one.subject), one]));
  const whole = members.length > 0 && members.length * columns.length <= results.length;
  const takesPart = !results.some(({ value }) => value.mark === 'ABSENT');
  const said =
    results.length > 0
      ? askAssessment(law, { school, group, day }, { kind, takesPart, whole })
      : { findings: [], steps: [] };
  // A make-up concerns only who has failed something.
  const concerned = ({ studentId }: Member) =>
    kind !== 'MAKE_UP' ||
    columns.some(({ code }) => firsts.has(cellKey(studentId, code)) || kept.has(cellKey(studentId, code)));
  return {
    classGroup: { id: group.id, name: classGroupName(grade, group.ordinal), stage: group.stage },
    term: { schoolYear: grid.schoolYear, term: grid.term, words: termWords(grid) },
    kind,
    grade,
    columns: columns.map(({ code, name, scale, fullPoints, credits }) => ({ code, name, scale, fullPoints, credits })),
    rows: members.filter(concerned).map(({ studentId, seatNo, name }) => ({
      ...{ studentId, seatNo, name },
      cells: Object.fromEntries(
        columns.flatMap(({ code }) => {
          const result = kept.get(cellKey(studentId, code));
          const unchosen = !result && isUnchosen(grid, studentId, code);
          const cell = cellOf(grid, result, firsts.get(cellKey(studentId, code)), { today: day, unchosen });
          return cell ? [[code, cell]] : [];
        }),
      ),
    })),
    guests: kind === 'PROFICIENCY' ? await guestsOf(tx, law, grid) : [],
    consequences: kind === 'MAKE_UP' ? await consequencesOf(tx, law, grid) : [],
    ...said,
  };
}

/** An empty cell that is open is left out. */
function cellOf(
  { kind }: Grid,
  result: Result | undefined,
  first: Result | undefined,
  { today, unchosen }: { today: string; unchosen: boolean },
): GridRow['cells'][string] | undefined {
  const passed = kind === 'MAKE_UP' && !first && !result ? '期末成绩没有不合格，不用补考' : null;
  const closed = unchosen ? '没有选修此模块' : passed;
  if (!result && !first && !closed) return undefined;
  return {
    text: result ? cellText(result.value, kind) : '',
    earlier: result !== undefined && isSettled(result, today),
    by: result ? `${result.enteredByName}，${dayOf(result.enteredAt)}` : null,
    first: first ? cellText(first.value, 'FINAL') : null,
    closed,
  };
}

/** 以前已登记: entered before today; that somebody is on a roster is no result yet. */
export const isSettled = ({ value, enteredAt }: Result, today: string): boolean =>
  value.mark !== 'LISTED' && dayOf(enteredAt) < today;

/** 补考的后果: what the law of the place makes of who leaves compulsory education with what was failed and not made good. */
async function consequencesOf(
  tx: Transaction,
  law: Services['law'],
  { group, school, grade, members, schoolYear, term, firsts }: Grid,
): Promise<GridView['consequences']> {
  const { stage } = group;
  const last = Math.max(...gradesOf([stage], school.years).map((one) => one.grade));
  if (stage === 'SENIOR' || grade !== last || term !== 2) return [];
  const failed = new Set([...firsts.values()].map(({ studentId }) => studentId));
  const concerned = members.filter(({ studentId }) => failed.has(studentId));
  const ids = concerned.map(({ studentId }) => studentId);
  const found = await resultsFor(tx, ids, { stage, year: schoolYear + 1 });
  const where = lawPlaceOf(school, dayOf(tx.now));
  return concerned.flatMap(({ studentId, name }) => {
    const facts = { stage, finished: true, ...found.get(studentId) };
    const { findings } = law.ask('compulsory-graduation', where, facts);
    return findings
      .filter(({ verdict }) => verdict === 'REFUSE')
      .map(({ sentence, chip }) => ({ name, sentence, chip }));
  });
}

/** 借读生: who studies here and stands on the roster of the school of the registration. */
async function guestsOf(
  tx: Transaction,
  law: Services['law'],
  { group, school, grade }: Grid,
): Promise<GridView['guests']> {
  const day = dayOf(tx.now);
  const last = grade === Math.max(...gradesOf([group.stage], school.years).map((one) => one.grade));
  const guests = (await listGuests(tx, school.id)).filter((one) => one.grade === grade);
  return guests.map(({ name }) => {
    const refusal = refusalOfGuest(law, { school, group, day }, { grade, last });
    return {
      name,
      sentence: refusal?.sentence ?? '在本校借读，成绩由学籍所在学校登记',
      chip: refusal?.chip ?? null,
    };
  });
}

/**
 * 异动的几地: schools of several stages in 太原迎泽, 成都武侯 and 长葛, each with whoever decides there, for tests of changes
 * of a registration; and what of the database a refused change must leave as it was.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import pg from 'pg';
import type { ClassGroup, Institution } from '../src/authorities/index.ts';
import type { Answer, Caller } from './access/caller.ts';
import { type TestApplication, testApplication } from './application.ts';
import { aClassGroup, anAccount, anAuthority, aSchool } from './builders.ts';
import { someStudents } from './students.ts';

/** An institution with the two persons of the two-person rule. */
export interface Desk {
  at: Institution;
  registrar: Caller;
  leader: Caller;
}

/** A school with those who decide above it, from the nearest on. */
export interface Town {
  school: Desk;
  above: Desk[];
  student(wish?: { name?: string; grade?: number; bornOn?: string }): Promise<string>;
}

export async function aDesk(app: TestApplication, at: Institution): Promise<Desk> {
  const office = at.kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL';
  const person = async (rank: 'REGISTRAR' | 'LEADER') =>
    app.as(await anAccount(app, { at, role: `${office}_${rank}` as const }));
  return { at, registrar: await person('REGISTRAR'), leader: await person('LEADER') };
}

interface TownWish {
  school: Institution;
  deciders: readonly Desk[];
  grade: number;
  bornOn: string;
}

export async function aTown(
  app: TestApplication,
  { school, deciders, grade: usual, bornOn: born }: TownWish,
): Promise<Town> {
  const groups = new Map<number, Promise<ClassGroup>>();
  const groupOf = (grade: number) => {
    const known = groups.get(grade) ?? aClassGroup(app, { school, grade });
    groups.set(grade, known);
    return known;
  };
  return {
    school: await aDesk(app, school),
    above: [...deciders],
    student: async ({ name = '李沐辰', grade = usual, bornOn = born } = {}) => {
      const classGroup = { ...(await groupOf(grade)), firstGrade: grade };
      const [id] = await someStudents(app, { school, classGroup, bornOn, registeredOn: '2023-09-01', name });
      return id!;
    },
  };
}

/** The world on 12 October 2026, a Monday. Call it at the top of the file. */
export async function changeTowns() {
  const app = await testApplication({ now: '2026-10-12T10:00:00+08:00' });
  const desk = async (placeCode?: string) => aDesk(app, await anAuthority(app, placeCode ? { placeCode } : {}));
  const [yingze, taiyuan, wuhou, changge] = [
    await desk('140106'),
    await desk('140100'),
    await desk('510107'),
    await desk(),
  ];
  const town = async (deciders: readonly Desk[], schoolType: 'PRIMARY' | 'JUNIOR' | 'SENIOR') => {
    const { grade, bornOn } = USUAL[schoolType];
    const school = await aSchool(app, { under: deciders[0]!.at, schoolType });
    return aTown(app, { school, deciders, grade, bornOn });
  };
  return {
    app,
    taiyuan,
    shanxi: await town([yingze], 'JUNIOR'),
    shanxiSenior: await town([yingze], 'SENIOR'),
    sichuan: await town([wuhou], 'JUNIOR'),
    sichuanSenior: await town([wuhou], 'SENIOR'),
    henan: await town([changge], 'PRIMARY'),
  };
}

const USUAL = {
  PRIMARY: { grade: 4, bornOn: '2016-05-12' },
  JUNIOR: { grade: 8, bornOn: '2012-05-12' },
  SENIOR: { grade: 11, bornOn: '2009-05-12' },
} as const;

/** A change as it is handed in. */
export interface Change {
  kind: string;
  form: Record<string, unknown>;
  opinion?: string;
}

/** The registrar draws it up. */
export const apply = ({ school }: Town, studentId: string, change: Change): Promise<Answer<{ caseId: string }>> =>
  school.registrar.post('/api/changes', { studentId, ...change });

/** The school signs and everybody above it decides in turn. */
export async function decide(place: Town, caseId: string): Promise<{ stateWords: string }> {
  let last = await place.school.leader.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  for (const { registrar, leader } of place.above) {
    const act = { action: 'APPROVE', opinion: '情况属实' };
    await registrar.post(`/api/cases/${caseId}/acts`, act);
    last = await leader.post(`/api/cases/${caseId}/acts`, act);
  }
  if (last.status !== 200) throw new Error(last.detail);
  return last.body;
}

/** Drawn up, signed at the school and decided by everybody above it. */
export async function carryOut(
  place: Town,
  studentId: string,
  change: Change,
): Promise<{ caseId: string; stateWords: string }> {
  const { body, detail } = await apply(place, studentId, change);
  if (!body.caseId) throw new Error(detail);
  return { caseId: body.caseId, ...(await decide(place, body.caseId)) };
}

/** Everything that a change writes, of everybody or of one student. */
async function written(owner: pg.Client, studentId?: string) {
  const of = (column: string) => (studentId ? `where ${column} = '${studentId}'` : '');
  const rows = async (text: string) => (await owner.query(text)).rows;
  return {
    registrations: await rows(`select * from registrations ${of('student_id')} order by student_id, id`),
    roster: await rows(`select * from roster ${of('student_id')} order by student_id`),
    seats: await rows(`select * from class_memberships ${of('student_id')} order by student_id, valid_from`),
    numbers: await rows(`select * from numbers ${of('student_id')} order by student_id, ordinal`),
    cases: await rows(`select * from cases ${of('subject_id')} order by id`),
    open: await rows(`select * from open_cases ${of('student_id')} order by student_id`),
  };
}

/** A connection that sees everything, with what the tests of changes ask of it. Call it at the top of the file. */
export function watching(app: TestApplication) {
  const owner = new pg.Client({ connectionString: app.ownerUrl });
  before(async () => {
    owner.on('error', () => undefined); // the database is dropped before this connection is closed
    await owner.connect();
  });
  after(() => owner.end());
  return {
    owner,
    written: (studentId?: string) => written(owner, studentId),
    /** Refused with these words, and nothing at all has changed. */
    refused: async (place: Town, student: string, change: Change, words: RegExp): Promise<void> => {
      const atFirst = await written(owner);
      const answer = await apply(place, student, change);
      assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status}`);
      assert.match(answer.detail ?? '', words);
      assert.deepEqual(await written(owner), atFirst);
    },
    /** The registrations of a student, first to last: state, grade, intake year and how it ended. */
    course: async (studentId: string): Promise<string[]> =>
      (await written(owner, studentId)).registrations
        .toSorted((a, b) => a.valid_from - b.valid_from || (a.valid_to ?? Infinity) - (b.valid_to ?? Infinity))
        .map(({ state, grade, intake_year, end_reason }) =>
          [state, grade, intake_year, end_reason].filter((one) => one !== null).join(' '),
        ),
  };
}

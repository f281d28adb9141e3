/**
 * 休学的几地: a primary school in 太原迎泽, one in 成都武侯, one in 长葛 and one in 迁安 under its centre school, each with
 * whoever decides there. For tests of leave, its extension and return.
 */
import type { Institution } from '../src/authorities/index.ts';
import type { Answer, Caller } from './access/caller.ts';
import { type TestApplication, testApplication } from './application.ts';
import { aCentreSchool, aClassGroup, anAccount, anAuthority, aSchool } from './builders.ts';
import { someStudents } from './students.ts';

/** An institution with the two persons of the two-person rule. */
export interface LeaveDesk {
  at: Institution;
  registrar: Caller;
  leader: Caller;
}

/** A school with those who decide above it, from the nearest on. */
export interface LeaveTown {
  school: LeaveDesk;
  above: LeaveDesk[];
  /** A student of grade four, sitting in 四(1)班. */
  student(name?: string): Promise<string>;
}

const DESK =
  (app: TestApplication) =>
  async (at: Institution): Promise<LeaveDesk> => {
    const office = at.kind === 'AUTHORITY' ? 'AUTHORITY' : 'SCHOOL';
    const person = async (rank: 'REGISTRAR' | 'LEADER') =>
      app.as(await anAccount(app, { at, role: `${office}_${rank}` as const }));
    return { at, registrar: await person('REGISTRAR'), leader: await person('LEADER') };
  };

async function town(app: TestApplication, school: Institution, deciders: readonly Institution[]): Promise<LeaveTown> {
  const desk = DESK(app);
  const group = await aClassGroup(app, { school, grade: 4 });
  const wish = { school, classGroup: { ...group, firstGrade: 4 }, bornOn: '2016-05-12', registeredOn: '2023-09-01' };
  return {
    school: await desk(school),
    above: await Promise.all(deciders.map(desk)),
    student: async (name = '李沐辰') => (await someStudents(app, { ...wish, name }))[0]!,
  };
}

/** The world on 10 October 2026. Call it at the top of the file. */
export async function leaveTowns() {
  const app = await testApplication({ now: '2026-10-10T10:00:00+08:00' });
  const [yingze, wuhou, changge, qianan] = [
    await anAuthority(app, { placeCode: '140106' }),
    await anAuthority(app, { placeCode: '510107' }),
    await anAuthority(app),
    await anAuthority(app, { placeCode: '130283' }),
  ];
  const chengdu = await anAuthority(app, { placeCode: '510100' });
  const centre = await aCentreSchool(app, { under: qianan });
  return {
    app,
    shanxi: await town(app, await aSchool(app, { under: yingze }), [yingze]),
    sichuan: await town(app, await aSchool(app, { under: wuhou }), [wuhou, chengdu]),
    henan: await town(app, await aSchool(app, { under: changge }), [changge]),
    hebei: await town(app, await aSchool(app, { under: centre }), [centre]),
  };
}

/** An illness that the law of every place knows, half a term long. */
export const ILL = {
  ...{ reason: 'ILLNESS', orderedBySchool: false, termHours: 600, hoursMissed: 300, hospital: 'COUNTY' },
  ...{ hospitalPapers: ['RECEIPT', 'RECORD_COPY'], beginsOn: '2026-10-08', endsOn: '2027-09-10' },
};

/** The registrar draws it up. */
export const apply = (
  { school }: LeaveTown,
  studentId: string,
  matter: { kind: string; form: Record<string, unknown> },
  opinion?: string,
): Promise<Answer<{ caseId: string }>> => school.registrar.post('/api/leaves', { studentId, matter, opinion });

/** Drawn up, signed at the school and decided by everybody above it. */
export async function carryOut(
  place: LeaveTown,
  studentId: string,
  matter: { kind: string; form: Record<string, unknown> },
  opinion?: string,
): Promise<{ caseId: string; stateWords: string }> {
  const { body, detail } = await apply(place, studentId, matter, opinion);
  if (!body.caseId) throw new Error(detail);
  const { caseId } = body;
  let last = await place.school.leader.post<{ stateWords: string }>(`/api/cases/${caseId}/acts`, { action: 'SUBMIT' });
  for (const { registrar, leader } of place.above) {
    const act = { action: 'APPROVE', opinion: '情况属实' };
    await registrar.post(`/api/cases/${caseId}/acts`, act);
    last = await leader.post(`/api/cases/${caseId}/acts`, act);
  }
  if (last.status !== 200) throw new Error(last.detail);
  return { caseId, stateWords: last.body.stateWords };
}

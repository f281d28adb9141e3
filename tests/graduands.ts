/** 毕业年级: schools with a last grade and the hands that enter results, hand in and decide, and what comes afterwards. */
import assert from 'node:assert/strict';
import { findAuthority, getInstitution, type Institution } from '../src/authorities/index.ts';
import type { CaseView } from '../src/cases/index.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import type { GraduationGrid, GraduationOutcomes } from '../src/graduation/graduation.api.ts';
import type { ResultFacts } from '../src/graduation/graduation.ts';
import type { Caller } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import { aClassGroup, anAccount, aSchool } from './builders.ts';
import { someStudents } from './students.ts';

/** An institution with its two people. */
export async function deskOf(app: TestApplication, at: Institution) {
  const office = at.kind === 'SCHOOL' ? 'SCHOOL' : 'AUTHORITY';
  const person = async (rank: 'REGISTRAR' | 'LEADER') =>
    app.as(await anAccount(app, { at, role: `${office}_${rank}` as const }));
  return { at, registrar: await person('REGISTRAR'), leader: await person('LEADER') };
}
export type Desk = Awaited<ReturnType<typeof deskOf>>;

/** The authority of a place that stands already. */
export const authorityAt = async (app: TestApplication, placeCode: string): Promise<Desk> =>
  deskOf(
    app,
    await app.db.read(NODE_SCOPE, async (tx) => getInstitution(tx, { id: (await findAuthority(tx, placeCode))! })),
  );

interface LastGradeWish {
  under: Institution;
  stage: 'PRIMARY' | 'JUNIOR' | 'SENIOR';
  names: readonly string[];
  /** Who of them is not there: on leave. */
  away?: string;
  /** 学校标识码, for a school that works by a text of its own. */
  code?: string;
}
const LAST = { PRIMARY: 6, JUNIOR: 9, SENIOR: 12 } as const;

/** A school of one stage with one class group of the last grade. */
export async function aLastGrade(app: TestApplication, { under, stage, names, away, code }: LastGradeWish) {
  const school = await aSchool(app, { under, schoolType: stage, stages: [stage], ...(code ? { code } : {}) });
  const grade = LAST[stage];
  const group = await aClassGroup(app, { school, grade });
  const classGroup = { ...group, firstGrade: grade };
  const wishes = names.map((name) => ({ school, classGroup, name, ...(name === away ? { state: 'ON_LEAVE' } : {}) }));
  const ids = await someStudents(app, ...wishes);
  return { ...(await deskOf(app, school)), stage, group, ids };
}
export type LastGradeDesk = Awaited<ReturnType<typeof aLastGrade>>;

/** A senior student who meets every standard that Shanxi has. */
export const SENIOR_RESULTS: ResultFacts = {
  ...{ finished: true, totalCredits: 150, requiredCredits: 118, subjectElectives: 24, schoolElectives: 8 },
  ...{ qualityPassed: true, unrevokedDiscipline: false, proficiency: 'C', sportPassed: true, labourDone: true },
};
/** A junior student who graduates in Sichuan and in Shanxi. */
export const JUNIOR_RESULTS: ResultFacts = { finished: true, qualityPassed: true, failedSubjects: 0 };

export type Entered = [studentId: string, facts: ResultFacts, seenVersion?: number];
interface AtGroup {
  registrar: Caller;
  group: { id: string };
}

export const enterResults = ({ registrar, group }: AtGroup, results: readonly Entered[]) =>
  registrar.put(`/api/graduations/class-groups/${group.id}`, {
    results: results.map(([studentId, facts, seenVersion = 0]) => ({ studentId, facts, seenVersion })),
  });
export const gridOf = async ({ registrar, group }: AtGroup) =>
  (await registrar.get<GraduationGrid>(`/api/graduations/class-groups/${group.id}`)).body;
export const handIn = ({ registrar, stage }: Pick<LastGradeDesk, 'registrar' | 'stage'>) =>
  registrar.post<{ caseId: string }>('/api/graduations', { stage });
export const decide = (caller: Caller, caseId: string, action: string, opinion = '已核对') =>
  caller.post<CaseView>(`/api/cases/${caseId}/acts`, { action, opinion });
export const outcomesOf = async ({ registrar, at, stage }: LastGradeDesk, year?: number) => {
  const wanted = `schoolId=${at.id}&stage=${stage}${year ? `&year=${year}` : ''}`;
  return (await registrar.get<GraduationOutcomes>(`/api/graduations/outcomes?${wanted}`)).body;
};

/** How the last registration of each ended and on which day; two blanks where it is open. */
export const endsOf = (app: TestApplication, ids: readonly string[]) =>
  app.db.read(NODE_SCOPE, async (tx) => {
    const rows = await tx.sql
      .selectFrom('registrations')
      .select(['student_id', 'end_reason', 'valid_to'])
      .where('student_id', 'in', [...ids])
      .orderBy('valid_from')
      .orderBy('id')
      .execute();
    return ids.map((id) => {
      const { end_reason, valid_to } = rows.findLast(({ student_id }) => student_id === id)!;
      return [end_reason, valid_to];
    });
  });

/** The school's leader signs, then both people of each office. */
export async function sign(school: Pick<Desk, 'leader'>, caseId: string, offices: readonly Desk[]): Promise<void> {
  const answers = [await decide(school.leader, caseId, 'SUBMIT')];
  for (const { registrar, leader } of offices) {
    answers.push(await decide(registrar, caseId, 'APPROVE'), await decide(leader, caseId, 'APPROVE'));
  }
  for (const { status, detail } of answers) assert.equal(status, 200, detail);
}

/** A new school's last grade with the same results, graduated; `offices` decide after the school. */
export async function graduated(
  app: TestApplication,
  wish: Parameters<typeof aLastGrade>[1],
  facts: ResultFacts,
  offices: readonly Desk[],
): Promise<LastGradeDesk> {
  const school = await aLastGrade(app, wish);
  const entered = await enterResults(
    school,
    school.ids.map((studentId) => [studentId, facts]),
  );
  assert.equal(entered.status, 200, entered.detail);
  await sign(school, (await handIn(school)).body.caseId, offices);
  return school;
}

/** 编号规则 set by an authority in its place. */
export async function setCertificateForm({ registrar, leader }: Desk, ruleId: string, value: string): Promise<void> {
  const drawn = await registrar.post<{ caseId: string }>('/api/local-settings', {
    notice: { title: '毕业证书编号办法', number: '教〔2027〕3号', issuedOn: '2027-03-01' },
    from: '2027-04-01',
    items: [{ kind: 'PARAMETER', ruleId, parameter: 'pattern', value, article: '第二条' }],
    reason: '补录已公布的编号办法',
  });
  assert.equal(drawn.status, 200, drawn.detail);
  assert.equal((await decide(leader, drawn.body.caseId, 'SET')).status, 200);
}

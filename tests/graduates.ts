/**
 * 毕业生: schools whose last grade has graduated, with the people who sign for it, for tests of what comes afterwards.
 *
 *     const { desk, authorityOf, graduated, sign } = graduating(app);
 *     const county = await desk(await anAuthority(app, { placeCode: '140106' }));
 *     const school = await graduated(county, 'JUNIOR', ['乙一', '乙二'], { finished: true });
 */
import assert from 'node:assert/strict';
import { findAuthority, getInstitution, type Institution } from '../src/authorities/index.ts';
import type { CaseView } from '../src/cases/index.ts';
import { NODE_SCOPE } from '../src/db/transaction.ts';
import type { ResultFacts } from '../src/graduation/graduation.ts';
import type { Caller } from './access/caller.ts';
import type { TestApplication } from './application.ts';
import { aClassGroup, anAccount, aSchool } from './builders.ts';
import { someStudents } from './students.ts';

/** An institution with both people of its two signatures. */
export interface TwoPeople {
  at: Institution;
  registrar: Caller;
  leader: Caller;
}

/** A senior student whom Shanxi's standards let graduate. */
export const PASSED_SENIOR: ResultFacts = {
  ...{ finished: true, totalCredits: 150, requiredCredits: 118, subjectElectives: 24, schoolElectives: 8 },
  ...{ qualityPassed: true, unrevokedDiscipline: false, proficiency: 'C', sportPassed: true, labourDone: true },
};

export const act = (caller: Caller, caseId: string, action: string, opinion = '已核对') =>
  caller.post<CaseView>(`/api/cases/${caseId}/acts`, { action, ...(opinion ? { opinion } : {}) });

export function graduating(app: TestApplication) {
  async function desk(at: Institution): Promise<TwoPeople> {
    const office = at.kind === 'SCHOOL' ? 'SCHOOL' : 'AUTHORITY';
    const person = async (rank: 'REGISTRAR' | 'LEADER') =>
      app.as(await anAccount(app, { at, role: `${office}_${rank}` as const }));
    return { at, registrar: await person('REGISTRAR'), leader: await person('LEADER') };
  }

  const authorityOf = (code: string): Promise<Institution> =>
    app.db.read(NODE_SCOPE, async (tx) => getInstitution(tx, { id: (await findAuthority(tx, code))! }));

  /** The school's leader signs, then both people of each office. */
  async function sign(school: TwoPeople, caseId: string, action: string, ...offices: TwoPeople[]): Promise<void> {
    const answers = [await act(school.leader, caseId, action)];
    for (const { registrar, leader } of offices) {
      answers.push(await act(registrar, caseId, 'APPROVE'), await act(leader, caseId, 'APPROVE'));
    }
    for (const { status, detail } of answers) assert.equal(status, 200, detail);
  }

  /** The last grade of a new school, graduated; `offices` decide after the school. */
  async function graduated(
    under: TwoPeople,
    stage: 'JUNIOR' | 'SENIOR',
    names: readonly string[],
    facts: ResultFacts,
    ...offices: TwoPeople[]
  ): Promise<TwoPeople & { ids: string[] }> {
    const school = await aSchool(app, { under: under.at, schoolType: stage, stages: [stage] });
    const grade = stage === 'JUNIOR' ? 9 : 12;
    const group = await aClassGroup(app, { school, grade });
    const classGroup = { ...group, firstGrade: grade };
    const ids = await someStudents(app, ...names.map((name) => ({ school, classGroup, name })));
    const at = await desk(school);
    const results = ids.map((studentId) => ({ studentId, facts, seenVersion: 0 }));
    const entered = await at.registrar.put(`/api/graduations/class-groups/${group.id}`, { results });
    assert.equal(entered.status, 200, entered.detail);
    const { caseId } = (await at.registrar.post<{ caseId: string }>('/api/graduations', { stage })).body;
    await sign(at, caseId, 'SUBMIT', ...offices);
    return { ...at, ids };
  }

  /** 编号规则 set by an authority in its place. */
  async function setCertificateForm({ registrar, leader }: TwoPeople, ruleId: string, value: string): Promise<void> {
    const drawn = await registrar.post<{ caseId: string }>('/api/local-settings', {
      notice: { title: '毕业证书编号办法', number: '教〔2027〕3号', issuedOn: '2027-03-01' },
      from: '2027-04-01',
      items: [{ kind: 'PARAMETER', ruleId, parameter: 'pattern', value, article: '第二条' }],
      reason: '补录已公布的编号办法',
    });
    assert.equal(drawn.status, 200, drawn.detail);
    assert.equal((await act(leader, drawn.body.caseId, 'SET')).status, 200);
  }

  return { desk, authorityOf, sign, graduated, setCertificateForm };
}

/** 上报毕业: the school hands the last grade of a stage in; the law of the place says who decides. */
import type { Actor, Services } from '../../access/index.ts';
import { getInstitution, getSupervision, type Institution, institutionLevelOf } from '../../authorities/index.ts';
import { type CaseEngine, caseNumber, findSuperior } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Stage } from '../../policy/index.ts';
import { approverOf } from '../deciding/judge.ts';
import { countOutcomes, GRADUATION, type GraduationData, STAGE_WORDS, sayOutcomes } from '../graduation.ts';
import { graduationYear, judgeLastGrade, judgingOf, lastGradeOf } from '../results/last-grade.ts';
import { type GraduationRow, listGraduations } from './end-registrations.store.ts';
import { refuseUnnumbered } from './refuse-unnumbered.ts';

const ENDED: readonly string[] = ['COMPLETED', 'WITHDRAWN'];

/** The case of this stage and year that is under way. */
export async function findUnderWay(
  tx: Transaction,
  path: string,
  of: { stage: Stage; year: number },
): Promise<GraduationRow | undefined> {
  const rows = await listGraduations(tx, path, { ...of, limit: 50 });
  return rows.find(({ state }) => !ENDED.includes(state));
}

/**
 * Opens the case with the school's proposal. Refuses CONFLICT where one is under way, or where of nobody the outcome is
 * certain: whoever stayed behind is handed in again once what stood in the way is settled; LAW_REFUSES where somebody lacks
 * the number that the certificate is to bear.
 */
export async function openGraduation(
  tx: Transaction,
  services: Pick<Services, 'law' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  { stage, opinion }: { stage: Stage; opinion?: string | undefined },
): Promise<string> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const year = graduationYear(tx.now);
  const of = lastGradeOf(school, stage, year);
  const same = await findUnderWay(tx, school.path, { stage, year });
  if (same)
    throw refuse('CONFLICT', { what: `本年度${STAGE_WORDS[stage]}毕业已上报（办件${same.number}），请在该件办理` });
  const day = dayOf(tx.now);
  const asked = { tx, law: services.law, school, day };
  const all = await judgeLastGrade(asked, of);
  const outcomes = countOutcomes(all.map(({ judged }) => judged));
  const leaving = all.filter(({ judged }) => judged.outcome).length;
  if (leaving === 0) throw refuse('CONFLICT', { what: '没有可以办理毕业的学生，先录入毕业成绩' });
  await refuseUnnumbered(asked, stage, all);
  const { authorityId } = await getSupervision(tx, school.id, stage, day);
  const approver = approverOf(judgingOf({ law: services.law, school, day }, stage));
  const city = approver === 'CITY' ? await findCity(tx, authorityId) : undefined;
  const data: GraduationData = {
    ...{ stage, year, schoolName: school.name, byCity: approver === 'CITY' },
    tally: { ...outcomes, stays: all.length - leaving },
  };
  const workflow = approver === 'SCHOOL' ? 'graduation-school' : city ? 'graduation-city' : 'graduation';
  const id = services.newId();
  await engine.open(
    tx,
    actor,
    {
      id,
      subjectId: school.id,
      subjectKind: 'INSTITUTION',
      number: caseNumber(services, 'BY', day),
      kind: GRADUATION,
      workflow,
      title: `${year}年${STAGE_WORDS[stage]}毕业 ${sayOutcomes(outcomes)}`,
      schoolId: school.id,
      authorityId,
      parties: { school: school.id, authority: authorityId, ...(city ? { city: city.id } : {}) },
      path: school.path,
      counterpartPath: null,
      lawDay: day,
      data: { ...data },
      openedAt: tx.now,
    },
    { action: 'SUBMIT', opinion },
  );
  return id;
}

/** 市级教育行政部门 above the supervising authority; undefined where that is itself of the city or higher. */
async function findCity(tx: Transaction, authorityId: string): Promise<Institution | undefined> {
  const authority = await getInstitution(tx, { id: authorityId });
  if (institutionLevelOf(authority) !== 'COUNTY') return undefined;
  return findSuperior(tx, authority);
}

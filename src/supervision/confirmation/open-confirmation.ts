/** 上报花名册: the school hands the roster of a stage in; the authority marks whom it does not accept. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution, getSupervision } from '../../authorities/index.ts';
import { type CaseEngine, caseNumber, getCase, getState, updateCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { civilDate, dayOf, schoolYearOf } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import { findTermOf } from '../../local-settings/index.ts';
import type { Stage } from '../../policy/index.ts';
import { listConfirmations, namesOnRoster, tallyRoster } from './confirmation.store.ts';
import { dataOf, lastDayFor } from './confirmation-case.ts';
import { type ConfirmationData, ROSTER_CONFIRMATION, studentsOf } from './roster-confirmation.ts';

const STAGE_WORDS: Record<Stage, string> = { PRIMARY: '小学', JUNIOR: '初中', SENIOR: '普通高中' };

/**
 * Opens the case with the school's proposal. Refuses BAD_INPUT where the school does not teach the stage or nobody stands
 * on the roster, CONFLICT where this year's roster is under way or confirmed, or students sit in no class group.
 */
export async function openConfirmation(
  tx: Transaction,
  services: Pick<Services, 'law' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  { stage, opinion }: { stage: Stage; opinion?: string | undefined },
): Promise<string> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  if (!school.stages.includes(stage)) throw refuse('BAD_INPUT', { what: '本校不设此学段，请在本校学段中选择' });
  const today = dayOf(tx.now);
  const schoolYear = schoolYearOf(today);
  const earlier = await listConfirmations(tx, school.path, { schoolYear, limit: 50 });
  const same = earlier.find((one) => one.stage === stage && one.state !== 'WITHDRAWN');
  if (same)
    throw refuse('CONFLICT', { what: `本学年${STAGE_WORDS[stage]}花名册已上报（办件${same.number}），请在该件办理` });
  const tally = await tallyRoster(tx, { schoolId: school.id, county: school.county, stage, on: today });
  if (tally.grades.length === 0) throw refuse('BAD_INPUT', { what: '此学段还没有在籍学生，先办入学注册' });
  const unplaced = tally.grades.reduce((sum, one) => sum + one.unplaced, 0);
  if (unplaced > 0) throw refuse('CONFLICT', { what: `还有${unplaced}名学生没有编班，编班后再上报花名册` });
  const term = await findTermOf(tx, chainOf(school.placeCode), { schoolYear, term: 1 });
  const termStart = term?.startsOn ?? civilDate(`${schoolYear}-09-01`);
  const data: ConfirmationData = { stage, schoolYear, schoolName: school.name, termStart, tally };
  const { authorityId } = await getSupervision(tx, school.id, stage, today);
  const id = services.newId();
  await engine.open(
    tx,
    actor,
    {
      id,
      subjectId: school.id,
      subjectKind: 'INSTITUTION',
      number: caseNumber(services, 'HC', today),
      kind: ROSTER_CONFIRMATION,
      workflow: lastDayFor(services.law, school, data) ? 'roster-confirmation' : 'roster-confirmation-undated',
      title: `${schoolYear}—${schoolYear + 1}学年${STAGE_WORDS[stage]}花名册 ${studentsOf(tally)}人`,
      schoolId: school.id,
      authorityId,
      parties: { school: school.id, authority: authorityId },
      path: school.path,
      counterpartPath: null,
      lawDay: today,
      data: { ...data },
      openedAt: tx.now,
    },
    { action: 'SUBMIT', opinion },
  );
  return id;
}

/** 重新编制: counts the roster anew while the school has the case. Refuses NOT_ALLOWED while somebody else has it. */
export async function recountConfirmation(
  tx: Transaction,
  engine: CaseEngine,
  actor: Actor,
  caseId: string,
): Promise<void> {
  const one = await getCase(tx, caseId, { lock: true });
  if (one.kind !== ROSTER_CONFIRMATION || one.schoolId !== actor.institution.id) throw absent();
  if (!(await engine.may(tx, actor, caseId, 'SUBMIT'))) {
    throw refuse('NOT_ALLOWED', { what: '重新编制花名册（只在退回核对期间由学校经办人重新编制）' });
  }
  const data = dataOf(one);
  const { county } = actor.institution;
  const tally = await tallyRoster(tx, { schoolId: one.schoolId, county, stage: data.stage, on: dayOf(tx.now) });
  await updateCase(tx, caseId, { title: one.title, data: { ...data, tally } });
  await trace(tx, actor, one, 'RECOUNT_ROSTER', { students: studentsOf(tally) });
}

/**
 * 不予注册: says whom the authority does not accept as taken in against the rules; an empty list says that it has looked
 * (SC-11.2). Refuses BAD_INPUT where somebody is not on this roster, NOT_ALLOWED where the case lies elsewhere.
 */
export async function markOutside(
  tx: Transaction,
  actor: Actor,
  { caseId, studentIds }: { caseId: string; studentIds: readonly string[] },
): Promise<void> {
  const one = await getCase(tx, caseId, { lock: true });
  if (one.kind !== ROSTER_CONFIRMATION || one.authorityId !== actor.institution.id) throw absent();
  if ((await getState(tx, caseId)) !== 'WITH_AUTHORITY') {
    throw refuse('NOT_ALLOWED', { what: '标记不予注册的学生（只在本部门确认期间标记）' });
  }
  const data = dataOf(one);
  const { county } = await getInstitution(tx, { id: one.schoolId });
  const outside = await tx.beyondScope(() =>
    namesOnRoster(tx, { schoolId: one.schoolId, county, stage: data.stage }, studentIds),
  );
  if (outside.length < new Set(studentIds).size)
    throw refuse('BAD_INPUT', { what: '有学生不在此花名册上，请重新选择' });
  await updateCase(tx, caseId, { title: one.title, data: { ...data, outside } });
  await trace(tx, actor, one, 'MARK_OUTSIDE_RULES', { students: outside.length });
}

const absent = () => refuse('NOT_FOUND', { what: '此办件' });

const trace = (
  tx: Transaction,
  actor: Actor,
  one: { id: string; path: string; number: string },
  action: string,
  detail: Record<string, unknown>,
): Promise<void> =>
  record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'CASE',
    subjectId: one.id,
    path: one.path,
    detail: { number: one.number, ...detail },
  });

/** 提交注册: opens the case for a batch of sound entrants and claims their identities. */
import { type Actor, asAuditActor, type Services } from '../../access/index.ts';
import { auditRows } from '../../audit/record.store.ts';
import { findAuthority, getInstitution, getSupervision, institutionLevelOf } from '../../authorities/index.ts';
import { type Case, type CaseEngine, caseNumber, type MaybeOffline } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { type CivilDate, dayOf, intakeYearOf } from '../../kernel/civil-date.ts';
import { refuse } from '../../kernel/refusal.ts';
import { claimIdentities } from '../../students/index.ts';
import type { Party } from '../../workflow/index.ts';
import { setEntrantCase } from '../entrants/entrant.store.ts';
import type { Entrant } from '../entrants/entrant.ts';
import { openingDay } from '../registering/opening-day.ts';
import { REGISTRATION } from '../registering/registration-case.ts';
import { gradesOf, titleOf } from './case-title.ts';

export interface Submission extends MaybeOffline {
  /** All of one school, in state DRAFT, locked, with nothing to mend and nothing to confirm. */
  entrants: readonly Entrant[];
  /** 监护人已在纸质基本信息表上签字确认: of those who have signed nothing on a telephone. */
  signedForms: boolean;
  /** The same of those who began to sign on a telephone and did not finish there. */
  paperInstead?: boolean | undefined;
  /** The day the children entered; the opening of the school year where the school says nothing else. */
  enteredOn?: CivilDate | undefined;
  opinion?: string | undefined;
}

/**
 * Opens one case for each way the batch must take: by stage (another authority may decide) and, apart, the children
 * without a document, who are decided on up to the province. Refuses DUPLICATE_IDENTITY where an identity is held.
 */
export async function submitEntrants(
  services: Pick<Services, 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  tx: Transaction,
  actor: Actor,
  submission: Submission,
): Promise<string[]> {
  const { entrants, opinion, offline } = submission;
  if (entrants.length === 0) throw refuse('BAD_INPUT', { what: '没有可提交的人，请先改正有误的行' });
  if (entrants.some(({ red, amber, state }) => red > 0 || amber > 0 || state !== 'DRAFT')) {
    throw refuse('BAD_INPUT', { what: '有误、待确认或已提交的人不能提交，请先改正或确认' });
  }
  const ways = Map.groupBy(entrants, (one) => `${one.stage}/${one.identityHash !== null}`);
  const caseIds: string[] = [];
  for (const batch of ways.values()) {
    const one = await caseFor(services, tx, batch, submission);
    await claim(tx, one.id, batch);
    await setEntrantCase(
      tx,
      batch.map(({ id }) => id),
      { caseId: one.id, state: 'SUBMITTED' },
    );
    const trace = auditRows(tx, asAuditActor(actor), [
      {
        action: 'SUBMIT_ENTRANTS',
        subjectKind: 'CASE',
        subjectId: one.id,
        path: one.path,
        detail: { number: one.number, entrants: batch.length },
      },
    ]);
    await engine.open(tx, actor, one, { action: 'SUBMIT', opinion, offline }, trace);
    caseIds.push(one.id);
  }
  return caseIds;
}

async function claim(tx: Transaction, caseId: string, batch: readonly Entrant[]): Promise<void> {
  const claims = batch.flatMap(({ id, identityHash }) =>
    identityHash ? [{ hash: identityHash, studentId: id, caseId }] : [],
  );
  const lost = await claimIdentities(tx, claims);
  if (lost.length > 0) throw refuse('DUPLICATE_IDENTITY');
}

async function caseFor(
  services: Pick<Services, 'newId' | 'randomBytes'>,
  tx: Transaction,
  batch: readonly Entrant[],
  submission: Submission,
): Promise<Case> {
  const today = dayOf(tx.now);
  const { schoolId, path } = batch[0]!;
  const { placeCode } = await getInstitution(tx, { id: schoolId });
  const { parties, workflow, authorityId } = await wayFor(tx, batch[0]!, today);
  return {
    id: services.newId(),
    subjectId: schoolId,
    subjectKind: 'INSTITUTION',
    number: caseNumber(services, 'RX', today),
    kind: REGISTRATION,
    workflow,
    title: titleOf(batch),
    schoolId,
    authorityId,
    parties,
    path,
    counterpartPath: null,
    lawDay: today,
    data: {
      size: batch.length,
      grades: gradesOf(batch),
      signedForms: submission.signedForms,
      ...(submission.paperInstead ? { paperInstead: true } : {}),
      enteredOn: submission.enteredOn ?? (await openingDay(tx, placeCode, intakeYearOf(today))).on,
    },
    openedAt: tx.now,
  };
}

/** Which workflow, and who its parties are: the supervising authority of the stage, its reviewer, city and province. */
async function wayFor(tx: Transaction, { schoolId, stage, identityHash }: Entrant, day: CivilDate) {
  const { authorityId, reviewerId } = await getSupervision(tx, schoolId, stage, day);
  const parties: Partial<Record<Party, string>> = {
    school: schoolId,
    authority: authorityId,
    ...(reviewerId ? { reviewer: reviewerId } : {}),
  };
  if (identityHash) return { parties, authorityId, workflow: reviewerId ? 'registration-reviewed' : 'registration' };
  const { placeCode } = await getInstitution(tx, { id: schoolId });
  const authority = await getInstitution(tx, { id: authorityId });
  const cityId = await findAuthority(tx, `${placeCode.slice(0, 4)}00`);
  const provinceId = await findAuthority(tx, `${placeCode.slice(0, 2)}0000`);
  if (!provinceId)
    throw refuse('NOT_FOUND', { what: '省级教育行政部门（无证件学生须由其核办，请先在机构目录中设立）' });
  const level = institutionLevelOf(authority);
  const upward = { ...parties, ...(cityId ? { city: cityId } : {}), province: provinceId };
  const suffix = reviewerId ? '-reviewed' : level === 'COUNTY' ? '' : '-city';
  return { parties: upward, authorityId, workflow: `registration-undocumented${suffix}` };
}

/** 出具办件文书: reads a case as its reader may see it, and puts on record that a paper of it was given out. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../access/index.ts';
import { record } from '../../audit/record.store.ts';
import { getInstitution } from '../../authorities/index.ts';
import { type CaseEngine, findSuperior, getCase, getLastEvent, viewCase } from '../../cases/index.ts';
import type { Transaction } from '../../db/transaction.ts';
import { listEvidence } from '../../evidence/index.ts';
import { viewHandOver } from '../../hand-over/index.ts';
import { dayOf } from '../../kernel/civil-date.ts';
import { chainOf } from '../../kernel/place-codes.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { WorkingCalendar } from '../../kernel/working-days.ts';
import { findRemedy, remedyWords } from '../../local-settings/index.ts';
import { applicationAt } from '../forms/form-registry.ts';
import { registerPaper } from '../issued/register-paper.ts';
import { type PrintMark, writtenDate } from '../print-mark.ts';
import { styleAt } from '../styles/style-at.ts';
import { applicationForm, type CasePaper, type Decider, noticeOfDecision } from './case-paper.ts';
import { fileReceipt } from './file-receipt.ts';

export interface CaseDesk extends PaperDesk {
  engine: CaseEngine;
  calendar: WorkingCalendar;
}

export interface IssuedCasePaper {
  paper: CasePaper;
  mark: PrintMark;
  /** Verification code of this copy. */
  code: string;
}

/** What every paper needs: the database, and how codes are made and found again. */
export type PaperDesk = Pick<Services, 'db' | 'index' | 'randomBytes'>;

/** 申请表. Leaves a PRINT_APPLICATION row. Refuses NOT_FOUND outside the reader's scope. */
export function issueApplication(desk: CaseDesk, actor: Actor, id: string): Promise<IssuedCasePaper> {
  const { db, engine, calendar } = desk;
  return db.write(scopeOf(actor), async (tx) => {
    const view = await viewCase(tx, actor, engine, calendar, id);
    const theCase = await getCase(tx, id);
    const school = await getInstitution(tx, { id: theCase.schoolId });
    const kind = engine.kindOf(theCase);
    const filled = (await kind.application?.({ tx, actor, theCase, school })) ?? {
      fields: [],
      signers: ['经办人', '负责人'],
    };
    const enclosed = (await listEvidence(tx, id)).filter(({ withdrawnAt }) => withdrawnAt === null);
    const onRecord = await putOnRecord(tx, actor, theCase, 'PRINT_APPLICATION');
    const mark = { ...onRecord, style: await styleAt(tx, 'application', school.placeCode) };
    const told = { caseNumber: view.number, matter: view.kindTitle, school: view.schoolName };
    const { code } = await registerPaper(tx, desk, { kind: 'APPLICATION', told, ...issuedBy(actor) });
    return {
      paper: applicationForm(view, filled, enclosed, applicationAt(theCase.kind, school.placeCode)),
      mark,
      code,
    };
  });
}

/** 决定通知书. Leaves a PRINT_NOTICE row. Refuses STEP_NOT_ALLOWED while the case is open or was withdrawn. */
export function issueNotice(desk: CaseDesk, actor: Actor, id: string): Promise<IssuedCasePaper> {
  const { db, engine, calendar } = desk;
  return db.write(scopeOf(actor), async (tx) => {
    const view = await viewCase(tx, actor, engine, calendar, id);
    if (view.tone !== 'DONE' && view.tone !== 'REFUSED') {
      throw refuse('STEP_NOT_ALLOWED', { state: view.stateWords, action: '出具决定通知书' });
    }
    const mark = await putOnRecord(tx, actor, await getCase(tx, id), 'PRINT_NOTICE');
    const decider = await deciderOf(tx, id);
    const told = {
      ...{ caseNumber: view.number, matter: view.kindTitle, school: view.schoolName },
      ...{ decidedBy: decider.name, outcome: view.stateWords },
      decidedOn: writtenDate(dayOf(new Date(view.events.at(-1)!.at))),
    };
    const { code } = await registerPaper(tx, desk, { kind: 'NOTICE', told, ...issuedBy(actor) });
    const style = await styleAt(tx, 'notice', decider.placeCode);
    return { paper: noticeOfDecision(view, decider), mark: { ...mark, style }, code };
  });
}

/** 档案转接回执. Leaves a PRINT_RECEIPT row. Refuses NOT_FOUND outside the reader's scope. */
export function issueReceipt(
  desk: PaperDesk & Pick<Services, 'law'>,
  actor: Actor,
  id: string,
): Promise<IssuedCasePaper> {
  const { db, law } = desk;
  return db.write(scopeOf(actor), async (tx) => {
    const { handOver } = await viewHandOver(tx, { law }, actor, id);
    const detail = { handOver: handOver.number ?? handOver.id };
    const event = { action: 'PRINT_RECEIPT', subjectKind: 'STUDENT', subjectId: handOver.studentId } as const;
    await record(tx, asAuditActor(actor), { ...event, path: actor.institution.path, detail });
    const style = await styleAt(tx, 'file-receipt', actor.institution.placeCode);
    const mark = { place: actor.institution.name, person: actor.personName, printedAt: tx.now, style };
    const { fromName, toName, received } = handOver;
    const told = { from: fromName, to: toName, outcome: received ? `${received.on}签收` : '尚未签收' };
    const { studentId } = handOver;
    const { code } = await registerPaper(tx, desk, { kind: 'FILE_RECEIPT', told, studentId, ...issuedBy(actor) });
    return { paper: fileReceipt(handOver), mark, code };
  });
}

/** A copy of a case's paper belongs to whoever printed it: the other side prints its own. */
const issuedBy = (actor: Actor) => ({
  institutionId: actor.institution.id,
  path: actor.institution.path,
  by: asAuditActor(actor),
});

async function deciderOf(tx: Transaction, caseId: string): Promise<Decider & { placeCode: string }> {
  const { institutionId, at } = await getLastEvent(tx, caseId);
  const decider = await getInstitution(tx, { id: institutionId });
  const superior = await findSuperior(tx, decider);
  const told = await findRemedy(tx, chainOf(decider.placeCode), dayOf(at));
  const { title, number } = told?.notice ?? {};
  return {
    ...{
      name: decider.name,
      placeCode: decider.placeCode,
      isAuthority: decider.kind === 'AUTHORITY',
      superior: superior?.name,
    },
    remedy: told && { words: remedyWords(told.remedy), notice: `《${title}》${number ?? ''}` },
  };
}

async function putOnRecord(
  tx: Transaction,
  actor: Actor,
  { id, path, number, kind }: Awaited<ReturnType<typeof getCase>>,
  action: string,
): Promise<PrintMark> {
  await record(tx, asAuditActor(actor), {
    action,
    subjectKind: 'CASE',
    subjectId: id,
    path,
    detail: { number, kind },
  });
  return { place: actor.institution.name, person: actor.personName, printedAt: tx.now };
}

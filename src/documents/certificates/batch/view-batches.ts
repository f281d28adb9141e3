/** 看证书办理: what waits for numbers, what is being numbered, and each batch with its marks and stubs. */
import type { Actor, Services } from '../../../access/index.ts';
import { getInstitution, institutionsById } from '../../../authorities/index.ts';
import { getCase } from '../../../cases/index.ts';
import { shownFinding } from '../../../changes/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { OUTCOMES, type Outcome } from '../../../graduation/index.ts';
import { dayOf, partsOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { refuseUnseen } from '../../../numbering/index.ts';
import type { Stage } from '../../../policy/index.ts';
import type { Workflow } from '../../../workflow/index.ts';
import {
  batchTitle,
  CERTIFICATE_BATCH,
  CERTIFICATE_NAMES,
  CERTIFICATE_STAGES,
  type Certificate,
  MARKS,
  ROSTER_KEEPERS,
} from '../certificate.ts';
import type { BatchView, Candidates, CertificateOverview, Stub } from '../certificates.api.ts';
import { listFallen } from '../handing/hand-over-certificates.ts';
import { askingOf, lateness, mayMark } from '../handing/mark-batch.ts';
import { askCertificate, marksOf, rosterKeepersOf } from '../law/certificate-law.ts';
import { certificatesOf, getBatch, listBatches, listCertificates, listMarks, searchStubs } from './batch.store.ts';
import { batchDataOf } from './batch-case.ts';
import { listBatchCases } from './batch-cases.store.ts';
import { classWordsOf } from './give-numbers.ts';
import { listWaiting } from './waiting.ts';

const MOST_LISTED = 500;
const MOST_STUBS = 100;

export async function viewCertificates(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  workflows: readonly Workflow[],
  askedYear?: number,
): Promise<CertificateOverview> {
  const year = askedYear ?? partsOf(dayOf(tx.now))[0];
  const { path, level, id } = actor.institution;
  const wordsOf = new Map(
    workflows.flatMap(({ states }) => Object.entries(states).map(([state, { words }]) => [state, words] as const)),
  );
  const cases = (await listBatchCases(tx, path, { year, limit: MOST_LISTED })).filter(
    ({ state }) => state !== 'COMPLETED' && state !== 'WITHDRAWN',
  );
  const batches = await listBatches(tx, path, year, MOST_LISTED);
  const ids = [...cases, ...batches].map(({ schoolId }) => schoolId);
  const schools = await institutionsById(tx, [...new Set(ids)]);
  const waiting: CertificateOverview['waiting'] = [];
  if (level === 'SCHOOL') {
    const school = await getInstitution(tx, { id });
    for (const stage of school.stages) {
      for (const outcome of Object.keys(OUTCOMES) as Outcome[]) {
        const { length } = await tx.beyondScope(() => listWaiting(tx, id, { stage, year, outcome }));
        const same = cases.find(({ data }) => data.stage === stage && data.outcome === outcome);
        if (length === 0) continue;
        const title = batchTitle({ stage, year, outcome });
        waiting.push({ ...{ stage, year, outcome, title }, students: length, underWay: same?.number ?? null });
      }
    }
  }
  const shown: CertificateOverview['batches'] = [];
  for (const batch of batches) {
    const wanted = marksOf(await askingOf(tx, services, batch), batch.numberedBy);
    const { students, handed, calledBack, makerName, numberedOn } = batch;
    shown.push({
      ...{ id: batch.id, schoolName: schools.get(batch.schoolId)?.name ?? '', title: batchTitle(batch) },
      ...{ students, handed, calledBack, makerName, numberedOn },
      ...{ marks: wanted.filter((mark) => batch.marks.includes(mark)).length, marksWanted: wanted.length },
    });
  }
  return {
    ...{ year, waiting, batches: shown },
    cases: cases.map(({ caseId, number, schoolId, state, openedAt, data }) => ({
      ...{ caseId, number, schoolName: schools.get(schoolId)?.name ?? '', title: batchTitle(data) },
      ...{ students: data.students, stateWords: wordsOf.get(state) ?? state, openedOn: dayOf(openedAt) },
    })),
  };
}

/** One batch. Refuses NOT_FOUND outside the caller's scope. */
export async function viewBatch(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  id: string,
): Promise<BatchView> {
  const batch = await getBatch(tx, id);
  const asking = await askingOf(tx, services, batch);
  const certificates = await listCertificates(tx, id);
  const recorded = new Map((await listMarks(tx, id)).map((one) => [one.mark, one]));
  const wanted = marksOf(asking, batch.numberedBy);
  const { keepers, chip } = rosterKeepersOf(asking);
  const fallen = await listFallen(tx, batch, certificates);
  const made = { issuedBy: 'REGISTERED', marks: [...recorded.keys()], numberedBy: batch.numberedBy } as const;
  const numbers = batch.studentNumbers ? { numberIsStudentNumber: true } : {};
  const school = await tx.beyondScope(() => getInstitution(tx, { id: batch.schoolId }));
  return {
    ...{ id, caseId: batch.caseId, schoolName: school.name, title: batchTitle(batch) },
    ...{ makerName: batch.makerName, basis: batch.basis, numberedOn: batch.numberedOn },
    rosterFor: keepers.map((keeper) => ROSTER_KEEPERS[keeper]),
    rosterChip: chip,
    marks: wanted.map((mark) => {
      const one = recorded.get(mark);
      return {
        ...{ mark, words: MARKS[mark], on: one?.on ?? null, reason: one?.reason ?? null },
        by: one ? `${one.institutionName}${one.personName}` : null,
        mine: mayMark(actor, batch, mark),
      };
    }),
    lateToday: lateness(asking, batch, dayOf(tx.now)) ?? null,
    findings: askCertificate(asking, { ...made, ...numbers }).findings.map(shownFinding),
    certificates: certificates.map((one) => stubOf(one, fallen.includes(one))),
    mayHandOver: actor.institution.id === batch.schoolId,
  };
}

/** 待编号名单 of a case, in the order in which it would be numbered. Refuses NOT_FOUND for a case of another kind. */
export async function viewCandidates(tx: Transaction, caseId: string): Promise<Candidates> {
  const theCase = await getCase(tx, caseId);
  if (theCase.kind !== CERTIFICATE_BATCH) throw refuse('NOT_FOUND', { what: '此件的名单' });
  const waiting = await tx.beyondScope(() => listWaiting(tx, theCase.schoolId, batchDataOf(theCase)));
  return {
    items: waiting.map(({ studentId, name, on, ...one }) => ({
      ...{ studentId, name, classWords: classWordsOf(one), endedOn: on },
    })),
  };
}

/** 存根查询: by the beginning of a name or number in the caller's place. */
export async function viewStubs(tx: Transaction, actor: Actor, text: string): Promise<{ items: Stub[] }> {
  const found = await searchStubs(tx, actor.institution.path, text.trim(), MOST_STUBS);
  return { items: found.map((one) => stubOf(one, false)) };
}

/** 学生的证书. */
export async function viewStudentCertificates(tx: Transaction, studentId: string): Promise<{ items: Stub[] }> {
  const held = await certificatesOf(tx, studentId);
  // Who has gone on elsewhere is no longer seen here; what the school gave out still is.
  if (held.length === 0) await refuseUnseen(tx, studentId);
  return { items: held.map((one) => stubOf(one, false)) };
}

function stubOf(one: Certificate, fallen: boolean): Stub {
  const state = one.calledBackOn ? 'CALLED_BACK' : fallen ? 'FALLEN' : one.handedOn ? 'HANDED' : 'MADE';
  const words = {
    MADE: '未发放',
    HANDED: '已发放',
    CALLED_BACK: `${one.calledBackOn}收回`,
    FALLEN: '结果已撤销，待收回',
  };
  return {
    ...{ id: one.id, studentId: one.studentId, batchId: one.batchId, number: one.number, serial: one.serial },
    ...{ name: one.name, title: certificateTitle(one), classWords: one.classWords, endedOn: one.studiedTo },
    ...{ state, stateWords: words[state], handedOn: one.handedOn, handedTo: one.handedTo },
    callBackReason: one.callBackReason,
  };
}

/** 初中毕业证书 */
export const certificateTitle = ({ stage, outcome }: { stage: Stage; outcome: Outcome }): string =>
  `${CERTIFICATE_STAGES[stage]}${CERTIFICATE_NAMES[outcome]}`;

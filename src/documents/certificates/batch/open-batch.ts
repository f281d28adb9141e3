/** 申领证书: the school puts the list of its graduates forward; whoever the law names numbers their certificates. */
import type { Actor, Services } from '../../../access/index.ts';
import { getInstitution } from '../../../authorities/index.ts';
import { type CaseEngine, caseNumber } from '../../../cases/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import {
  type BatchData,
  batchTitle,
  CERTIFICATE_BATCH,
  CERTIFICATE_NAMES,
  type WhichCertificates,
} from '../certificate.ts';
import { bearsStudentNumber, marksOf } from '../law/certificate-law.ts';
import { certificateDigits, certificateForm, certificateSeries } from '../law/number-form.ts';
import { listBatchCases } from './batch-cases.store.ts';
import { certificateAsking, listWaiting, numberingOffice } from './waiting.ts';

const ENDED: readonly string[] = ['COMPLETED', 'WITHDRAWN'];

/**
 * Opens the case with the school's proposal. Refuses CONFLICT where one is under way or nobody is without a certificate,
 * LAW_REFUSES where the form of the numbers is not settled.
 */
export async function openBatch(
  tx: Transaction,
  services: Pick<Services, 'law' | 'newId' | 'randomBytes'>,
  engine: CaseEngine,
  actor: Actor,
  { opinion, ...which }: WhichCertificates & { opinion?: string | undefined },
): Promise<string> {
  const school = await getInstitution(tx, { id: actor.institution.id });
  const name = CERTIFICATE_NAMES[which.outcome];
  const cases = await listBatchCases(tx, school.path, { year: which.year, limit: 100 });
  const open = cases.find(({ state, data }) => !ENDED.includes(state) && isOf(data, which));
  if (open) throw refuse('CONFLICT', { what: `这一批${name}正在编号（办件${open.number}），请在该件办理` });
  const day = dayOf(tx.now);
  const waiting = await tx.beyondScope(() => listWaiting(tx, school.id, which));
  const [first] = waiting;
  if (!first) throw refuse('CONFLICT', { what: `没有待发${name}的学生，毕业名单核准后再办` });
  const asking = certificateAsking({ law: services.law, school, day }, which);
  const { numberedBy, maker } = await tx.beyondScope(() => numberingOffice(tx, asking, first));
  const data: BatchData = {
    ...{ ...which, schoolName: school.name, students: waiting.length, numberedBy, makerName: maker.name },
    ...{ basis: '编号与学号一致', marks: marksOf(asking, numberedBy) },
  };
  if (!bearsStudentNumber(asking, numberedBy)) {
    const form = certificateForm({ law: services.law, numberedBy, maker, day }, which);
    certificateSeries(form, maker.id, certificateDigits(school, which));
    data.basis = form.basis;
  }
  const id = services.newId();
  await engine.open(
    tx,
    actor,
    {
      ...{ id, subjectId: school.id, subjectKind: 'INSTITUTION', kind: CERTIFICATE_BATCH },
      number: caseNumber(services, 'ZS', day),
      workflow: numberedBy === 'SCHOOL' ? 'certificates-school' : 'certificates-authority',
      title: `${batchTitle(which)} ${waiting.length}人`,
      schoolId: school.id,
      authorityId: maker.id,
      parties: { school: school.id, ...(numberedBy === 'SCHOOL' ? {} : { authority: maker.id }) },
      ...{ path: school.path, counterpartPath: null, lawDay: day, data: { ...data }, openedAt: tx.now },
    },
    { action: 'SUBMIT', opinion },
  );
  return id;
}

const isOf = (data: WhichCertificates, { stage, outcome }: WhichCertificates): boolean =>
  data.stage === stage && data.outcome === outcome;

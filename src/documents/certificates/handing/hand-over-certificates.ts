/** 发放证书: into the hands of the student once every mark that the law asks for stands; by the school of the registration. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import { getInstitution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { listGraduates } from '../../../graduation/index.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { certificatesById, getBatch, handCertificates, listMarks } from '../batch/batch.store.ts';
import { certificateAsking } from '../batch/waiting.ts';
import { type Batch, type Certificate, MARKS } from '../certificate.ts';
import { askCertificate, refuseUnlawful } from '../law/certificate-law.ts';
import { findGuestCertificates } from './guest.store.ts';
import { askingOf, marksMissing } from './mark-batch.ts';

/** 领取人: the student, or who signs for the student. */
export interface Receiver {
  who: 'SELF' | 'GUARDIAN' | 'PROXY';
  name?: string | undefined;
}

const RECEIVERS = { SELF: '本人', GUARDIAN: '监护人', PROXY: '受托人' } as const;

export interface HandedOver {
  certificateIds: readonly string[];
  on: CivilDate;
  receiver: Receiver;
}

/**
 * Hands certificates of one school over; all or none. Refuses LAW_REFUSES while a mark is missing (SC-41.2) and to a school
 * of guest study (SX-27.2), CONFLICT where one was handed over or called back, or its outcome no longer stands.
 */
export async function handOver(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { certificateIds, on, receiver }: HandedOver,
): Promise<number> {
  const certificates = await certificatesById(tx, certificateIds);
  if (certificates.length < certificateIds.length) await refuseGuestSchool(tx, services, actor, certificateIds);
  const own = certificates.filter(({ schoolId }) => schoolId === actor.institution.id);
  if (own.length < certificateIds.length || own.length === 0) throw refuse('NOT_FOUND', { what: '此证书' });
  if (on > dayOf(tx.now)) throw refuse('BAD_INPUT', { what: '发放日不能晚于今天' });
  for (const [batchId, part] of Map.groupBy(own, (one) => one.batchId)) {
    await refuseUnready(tx, services, await getBatch(tx, batchId), part);
  }
  const to = receiverWords(receiver);
  const handed = await handCertificates(tx, own, { on, to, byName: actor.personName });
  if (handed < own.length) throw refuse('CONFLICT', { what: '有证书刚刚由他人发放或者收回' });
  await recordAll(
    tx,
    asAuditActor(actor),
    own.map(({ studentId, path, id }) => ({
      action: 'HAND_OVER_CERTIFICATE',
      subjectKind: 'STUDENT' as const,
      subjectId: studentId,
      path,
      detail: { certificate: id, on, receiver: receiver.who },
    })),
  );
  return handed;
}

async function refuseUnready(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  batch: Batch,
  certificates: readonly Certificate[],
): Promise<void> {
  const asking = await askingOf(tx, services, batch);
  const marks = (await listMarks(tx, batch.id)).map(({ mark }) => mark);
  const numbers = batch.studentNumbers ? { numberIsStudentNumber: true } : {};
  const made = { issuedBy: 'REGISTERED', marks, numberedBy: batch.numberedBy, ...numbers } as const;
  refuseUnlawful(askCertificate(asking, made));
  const missing = await marksMissing(tx, asking, batch);
  if (missing.length > 0) {
    const words = missing.map((mark) => MARKS[mark]).join('、');
    throw refuse('CONFLICT', { what: `证书还缺${words}，签章齐全并登记后再发放` });
  }
  const done = certificates.find(({ handedOn, calledBackOn }) => handedOn || calledBackOn);
  if (done) {
    const what = done.calledBackOn ? `已于${done.calledBackOn}收回` : `已于${done.handedOn}发给${done.handedTo}`;
    throw refuse('CONFLICT', { what: `${done.name}的证书（${done.number}）${what}` });
  }
  const [fallen] = await listFallen(tx, batch, certificates);
  if (fallen) throw refuse('CONFLICT', { what: `${fallen.name}的毕业结果已撤销，证书不能发放，请登记收回` });
}

/** Certificates whose outcome no longer stands: the case that gave it was taken back. */
export async function listFallen(
  tx: Transaction,
  batch: Pick<Batch, 'schoolId' | 'stage' | 'year' | 'outcome'>,
  certificates: readonly Certificate[],
): Promise<Certificate[]> {
  const { schoolId, stage, year, outcome } = batch;
  const studentIds = certificates.map(({ studentId }) => studentId);
  const standing = await tx.beyondScope(() => listGraduates(tx, { schoolId, stage, year, outcome, studentIds }));
  const stands = new Set(standing.map(({ studentId }) => studentId));
  return certificates.filter(({ studentId }) => !stands.has(studentId));
}

/** 借读学校: knows the student and gives out nothing; anybody else learns nothing of such a certificate. */
async function refuseGuestSchool(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  { institution }: Actor,
  certificateIds: readonly string[],
): Promise<void> {
  const [guest] = await tx.beyondScope(() => findGuestCertificates(tx, institution.id, certificateIds));
  if (!guest) return;
  const school = await tx.beyondScope(() => getInstitution(tx, { id: guest.schoolId }));
  const asking = certificateAsking({ law, school, day: dayOf(tx.now) }, guest);
  refuseUnlawful(askCertificate(asking, { issuedBy: 'GUEST', marks: [] }));
  throw refuse('NOT_ALLOWED', { what: `发放借读学生的证书，请学生回${school.name}领取` });
}

function receiverWords({ who, name }: Receiver): string {
  if (who === 'SELF') return RECEIVERS.SELF;
  const told = name?.trim();
  if (!told) throw refuse('BAD_INPUT', { what: `由${RECEIVERS[who]}代领的，请填领取人姓名` });
  return `${RECEIVERS[who]}${told}`;
}

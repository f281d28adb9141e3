/** 登记签章: who has signed or stamped a batch and when; each mark by the office whose it is, under the law of its day. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { record } from '../../../audit/record.store.ts';
import { getInstitution } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type CivilDate, dayOf } from '../../../kernel/civil-date.ts';
import { refuse } from '../../../kernel/refusal.ts';
import { getBatch, insertMark, listMarks } from '../batch/batch.store.ts';
import { certificateAsking } from '../batch/waiting.ts';
import { type Batch, MARKS, type Mark } from '../certificate.ts';
import { askCertificate, type CertificateAsking, marksOf } from '../law/certificate-law.ts';

/** The law under which a batch was numbered, which says what makes its certificates valid. */
export async function askingOf(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  batch: Batch,
): Promise<CertificateAsking> {
  const school = await tx.beyondScope(() => getInstitution(tx, { id: batch.schoolId }));
  return certificateAsking({ law, school, day: batch.lawDay }, batch);
}

/** 应由谁签章: the school's own marks are the school's to record, the others those of an authority of that level. */
export function mayMark({ institution, role }: Actor, batch: Pick<Batch, 'schoolId'>, mark: Mark): boolean {
  if (mark === 'PRINCIPAL' || mark === 'SCHOOL') return institution.id === batch.schoolId;
  if (!role.startsWith('AUTHORITY')) return false;
  return mark === 'COUNTY' ? institution.level === 'COUNTY' : institution.level === 'CITY';
}

export interface MarkMade {
  batchId: string;
  mark: Mark;
  on: CivilDate;
  reason?: string | undefined;
}

/**
 * Records a mark on every certificate of the batch. Refuses BAD_INPUT for a mark that the law does not ask for or a day
 * outside the batch's time, NOT_ALLOWED to any other office, REASON_NEEDED where the law had it done earlier (SX-36.3),
 * CONFLICT where it stands already.
 */
export async function markBatch(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  actor: Actor,
  { batchId, mark, on, reason }: MarkMade,
): Promise<void> {
  const batch = await getBatch(tx, batchId);
  const asking = await askingOf(tx, services, batch);
  const wanted = marksOf(asking, batch.numberedBy);
  if (!wanted.includes(mark)) {
    throw refuse('BAD_INPUT', {
      what: `这批证书不要求${MARKS[mark]}，应有${wanted.map((one) => MARKS[one]).join('、')}`,
    });
  }
  if (!mayMark(actor, batch, mark)) throw refuse('NOT_ALLOWED', { what: `登记${MARKS[mark]}，由签章单位自己登记` });
  const today = dayOf(tx.now);
  if (on < batch.numberedOn || on > today) {
    throw refuse('BAD_INPUT', { what: `签章日须在编号日${batch.numberedOn}以后、今天以前` });
  }
  const late = mark === 'CITY' ? lateness(asking, batch, on) : undefined;
  const why = reason?.trim() || null;
  if (late && !why) throw refuse('REASON_NEEDED', { action: `登记${MARKS[mark]}（${late}）` });
  const { accountId, personName, institution } = actor;
  const made = { mark, on, institutionName: institution.name, personName, reason: why, accountId };
  if (!(await insertMark(tx, batch, made))) throw refuse('CONFLICT', { what: `${MARKS[mark]}已经登记` });
  await record(tx, asAuditActor(actor), {
    action: 'MARK_CERTIFICATES',
    subjectKind: 'INSTITUTION',
    subjectId: batch.schoolId,
    path: batch.path,
    reason: why ?? undefined,
    detail: { batch: batch.id, mark, on, ...(late ? { late } : {}) },
  });
}

/** What the law says of a stamp of that day that comes late; undefined where it is in time. */
export function lateness(asking: CertificateAsking, batch: Pick<Batch, 'numberedBy'>, stampedOn: CivilDate) {
  const made = { issuedBy: 'REGISTERED', marks: ['CITY'], numberedBy: batch.numberedBy, stampedOn } as const;
  const late = askCertificate(asking, made).findings.find(({ verdict }) => verdict === 'DISCRETIONARY');
  return late && `${late.sentence}，${late.chip}`;
}

/** 还缺的签章 before any certificate of the batch may be handed over. */
export async function marksMissing(tx: Transaction, asking: CertificateAsking, batch: Batch): Promise<Mark[]> {
  const recorded = new Set((await listMarks(tx, batch.id)).map(({ mark }) => mark));
  return marksOf(asking, batch.numberedBy).filter((mark) => !recorded.has(mark));
}

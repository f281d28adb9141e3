/** 打印证书: the papers of a batch until they are handed over, and its roster; each act of printing leaves its rows. */
import { type Actor, asAuditActor, type Services, scopeOf } from '../../../access/index.ts';
import { recordAll } from '../../../audit/record.store.ts';
import { findAuthority, getInstitution, type Institution, nameOn } from '../../../authorities/index.ts';
import { cityOf } from '../../../changes/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import { Refusal, refuse } from '../../../kernel/refusal.ts';
import { genders, labelOf, maskRegistrationNumber } from '../../../students/index.ts';
import { registerPaper } from '../../issued/register-paper.ts';
import { type PrintMark, writtenDate } from '../../print-mark.ts';
import { styleAt } from '../../styles/style-at.ts';
import { certificatesById, getBatch, listCertificates } from '../batch/batch.store.ts';
import { type Batch, batchTitle, type Certificate, type Mark, ROSTER_KEEPERS } from '../certificate.ts';
import { listFallen } from '../handing/hand-over-certificates.ts';
import { askingOf } from '../handing/mark-batch.ts';
import { makersAllowed, marksOf, rosterKeepersOf } from '../law/certificate-law.ts';
import { askLost } from '../law/lost-law.ts';
import type { CertificatePaper } from './certificate-paper.ts';
import type { GraduateRoster } from './graduate-roster.ts';
import { listNumbersNow } from './printing.store.ts';

type Needs = Pick<Services, 'db' | 'law' | 'cipher' | 'files'>;

export interface IssuedPapers<P> {
  papers: P;
  mark: PrintMark;
}

/** What is printed: a whole batch, or one certificate of it. */
export type Printed = { batchId: string } | { certificateId: string };

/**
 * The certificates that still lie with whoever makes them. Refuses NOT_ALLOWED to a school where the law has the authority
 * print, LAW_REFUSES for a certificate that was handed over: it is never issued again (SC-43.1, SX-38.1).
 */
export async function issueCertificates(
  services: Needs,
  actor: Actor,
  of: Printed,
): Promise<IssuedPapers<CertificatePaper[]>> {
  const { drawn, printedAt, style } = await services.db.write(scopeOf(actor), async (tx) => {
    const { batch, certificates } = await certificatesFor(tx, of);
    await refuseOtherPrinter(tx, services, actor, batch);
    const fallen = await listFallen(tx, batch, certificates);
    const lying = certificates.filter((one) => !one.handedOn && !one.calledBackOn && !fallen.includes(one));
    const [first] = certificates;
    if (lying.length === 0 && first?.handedOn) throw await neverAgain(tx, services, batch, first);
    if (lying.length === 0) throw refuse('CONFLICT', { what: '没有待发放的证书' });
    await recordAll(
      tx,
      asAuditActor(actor),
      lying.map(({ studentId, path, id }) => ({
        action: 'PRINT_CERTIFICATE',
        subjectKind: 'STUDENT' as const,
        subjectId: studentId,
        path,
        detail: { certificate: id, batch: batch.id },
      })),
    );
    const { placeCode } = await tx.beyondScope(() => getInstitution(tx, { id: batch.schoolId }));
    const style = await styleAt(tx, 'certificate', placeCode);
    return { drawn: await drawAll(tx, services, batch, lying), printedAt: tx.now, style };
  });
  const papers: CertificatePaper[] = [];
  for (const { photoId, ...paper } of drawn) {
    papers.push({ ...paper, photo: photoId ? await photoOf(services, photoId) : undefined });
  }
  return { papers, mark: { place: actor.institution.name, person: actor.personName, printedAt, style } };
}

/**
 * 毕业生花名册 of a batch: on paper one copy for each keeper that the law names, with a code of the register of papers; a
 * workbook is no paper and has none.
 */
export function issueGraduateRoster(
  services: Needs & Pick<Services, 'index' | 'randomBytes'>,
  actor: Actor,
  { batchId, as }: { batchId: string; as: 'PAPER' | 'WORKBOOK' },
): Promise<IssuedPapers<GraduateRoster> & { code: string | null }> {
  return services.db.write(scopeOf(actor), async (tx) => {
    const batch = await getBatch(tx, batchId);
    const { keepers } = rosterKeepersOf(await askingOf(tx, services, batch));
    const certificates = (await listCertificates(tx, batchId)).filter(({ calledBackOn }) => !calledBackOn);
    if (certificates.length === 0) throw refuse('CONFLICT', { what: '这批证书都已收回，没有可列的毕业生' });
    const numbers = await tx.beyondScope(() => listNumbersNow(tx, certificates));
    const school = await tx.beyondScope(() => getInstitution(tx, { id: batch.schoolId }));
    await recordAll(tx, asAuditActor(actor), [
      {
        action: as === 'PAPER' ? 'PRINT_GRADUATE_ROSTER' : 'EXPORT_GRADUATE_ROSTER',
        subjectKind: 'INSTITUTION',
        subjectId: batch.schoolId,
        path: batch.path,
        detail: { batch: batchId, students: certificates.length, copies: as === 'PAPER' ? keepers.length : 0 },
      },
    ]);
    const registered = {
      kind: 'ROSTER' as const,
      told: {
        ...{ school: school.name, of: `${batchTitle(batch)}（毕业生花名册）` },
        ...{ asOf: writtenDate(dayOf(tx.now)), students: `${certificates.length}人` },
      },
      ...{ institutionId: batch.schoolId, path: batch.path, by: asAuditActor(actor) },
    };
    const code = as === 'PAPER' ? (await registerPaper(tx, services, registered)).code : null;
    const papers: GraduateRoster = {
      ...{ schoolName: school.name, schoolCode: school.code ?? '', certificates: batchTitle(batch) },
      ...{ makerName: batch.makerName, numberedOn: batch.numberedOn },
      keepers: keepers.map((keeper) => ROSTER_KEEPERS[keeper]),
      entries: certificates.map((one) => {
        const sealed = numbers.get(one.studentId);
        const number = sealed ? (services.cipher.open('numbers', one.studentId, sealed) as string) : '';
        return {
          ...{
            classWords: one.classWords,
            name: one.name,
            sex: labelOf(genders, one.gender) ?? '',
            bornOn: one.bornOn,
          },
          ...{ registrationNumber: number && maskRegistrationNumber(number), certificateNumber: one.number },
        };
      }),
    };
    const style = await styleAt(tx, 'graduate-roster', school.placeCode);
    const mark = { place: actor.institution.name, person: actor.personName, printedAt: tx.now, style };
    return { papers, code, mark };
  });
}

async function certificatesFor(tx: Transaction, of: Printed): Promise<{ batch: Batch; certificates: Certificate[] }> {
  if ('batchId' in of) {
    return { batch: await getBatch(tx, of.batchId), certificates: await listCertificates(tx, of.batchId) };
  }
  const certificates = await certificatesById(tx, [of.certificateId]);
  if (!certificates[0]) throw refuse('NOT_FOUND', { what: '此证书' });
  return { batch: await getBatch(tx, certificates[0].batchId), certificates };
}

/** 印制单位: whoever numbered; the school as well where the law lets it number its own. */
async function refuseOtherPrinter(
  tx: Transaction,
  services: Pick<Services, 'law'>,
  { institution }: Actor,
  batch: Batch,
): Promise<void> {
  if (institution.id === batch.makerId) return;
  const asking = await askingOf(tx, services, batch);
  if (institution.id === batch.schoolId && makersAllowed(asking).includes('SCHOOL')) return;
  throw refuse('NOT_ALLOWED', { what: `打印这批证书，由${batch.makerName}统一印制` });
}

async function neverAgain(
  tx: Transaction,
  { law }: Pick<Services, 'law'>,
  batch: Batch,
  { name, handedOn }: Certificate,
): Promise<Refusal> {
  const school = await tx.beyondScope(() => getInstitution(tx, { id: batch.schoolId }));
  const { against } = askLost({ law, school, day: dayOf(tx.now) }, { stage: batch.stage, asks: 'REISSUE' });
  return refuse('LAW_REFUSES', { sentence: `${name}的证书已于${handedOn}发放。${against}` });
}

async function drawAll(
  tx: Transaction,
  services: Needs,
  batch: Batch,
  certificates: readonly Certificate[],
): Promise<(Omit<CertificatePaper, 'photo'> & { photoId: string | null })[]> {
  const school = await tx.beyondScope(() => getInstitution(tx, { id: batch.schoolId }));
  const asking = await askingOf(tx, services, batch);
  const offices = await officesOf(tx, batch, school);
  const marks = marksOf(asking, batch.numberedBy).map((mark) => ({ mark, by: offices[mark] }));
  const schoolName = await nameOn(tx, school, certificates[0]!.studiedTo);
  return certificates.map((one) => ({
    ...{ stage: one.stage, outcome: one.outcome, studiedFrom: one.studiedFrom, studiedTo: one.studiedTo },
    ...{ schoolName, schoolCode: school.code ?? '', number: one.number, name: one.name, marks },
    ...{ sex: labelOf(genders, one.gender) ?? '', bornOn: one.bornOn, photoId: one.photoId },
    verificationCode: (services.cipher.open('certificates', one.id, one.sealed) as { code: string }).code,
  }));
}

/** Whose each mark is, by name. */
async function officesOf(tx: Transaction, batch: Batch, school: Institution): Promise<Record<Mark, string>> {
  const nameOf = async (placeCode: string) => {
    const id = await findAuthority(tx, placeCode);
    return id ? (await getInstitution(tx, { id })).name : '';
  };
  return tx.beyondScope(async () => {
    const city = batch.numberedBy === 'CITY' ? batch.makerName : await nameOf(cityOf(school));
    const county = batch.numberedBy === 'COUNTY' ? batch.makerName : await nameOf(school.placeCode);
    return { PRINCIPAL: '校长', SCHOOL: school.name, COUNTY: county, CITY: city, REGISTRY: city };
  });
}

/** A photo that is gone leaves its place free. */
export async function photoOf({ files }: Pick<Services, 'files'>, photoId: string): Promise<Uint8Array | undefined> {
  try {
    return await files.fetch(photoId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return undefined;
    throw error;
  }
}

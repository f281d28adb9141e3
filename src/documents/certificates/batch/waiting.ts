/** 待发证书: graduates of an approved list who hold no certificate yet, and who it is that numbers theirs. */
import { getInstitution, getSupervision, type Institution, institutionLevelOf } from '../../../authorities/index.ts';
import { findSuperior, getLastEvent } from '../../../cases/index.ts';
import { authorityAt, cityOf } from '../../../changes/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { type Graduate, listGraduates } from '../../../graduation/index.ts';
import { dayOf } from '../../../kernel/civil-date.ts';
import type { Law } from '../../../policy/index.ts';
import type { Maker, WhichCertificates } from '../certificate.ts';
import { type CertificateAsking, makerOf } from '../law/certificate-law.ts';
import { holdersAmong } from './batch.store.ts';

/** In the order of the roster: class group by class group, and in each by name. */
export async function listWaiting(
  tx: Transaction,
  schoolId: string,
  { stage, year, outcome }: WhichCertificates,
): Promise<Graduate[]> {
  const graduates = await listGraduates(tx, { schoolId, stage, year, outcome });
  const ids = graduates.map(({ studentId }) => studentId);
  const holders = await holdersAmong(tx, { schoolId, stage, outcome }, ids);
  return graduates.filter(({ studentId }) => !holders.has(studentId));
}

/** 编号单位 with the office that it is. */
export interface NumberingOffice {
  numberedBy: Maker;
  maker: Institution;
}

/** Refuses NOT_FOUND where the authority that the law names is not in the directory. */
export async function numberingOffice(
  tx: Transaction,
  asking: CertificateAsking & { school: Institution },
  { caseId }: Pick<Graduate, 'caseId'>,
): Promise<NumberingOffice> {
  const { school, stage } = asking;
  const { institutionId } = await getLastEvent(tx, caseId);
  const decider = institutionLevelOf(await getInstitution(tx, { id: institutionId }));
  const decidedBy = decider === 'SCHOOL' || decider === 'CITY' ? decider : 'COUNTY';
  const numberedBy = makerOf(asking, decidedBy);
  if (numberedBy === 'SCHOOL') return { numberedBy, maker: school };
  const { authorityId } = await getSupervision(tx, school.id, stage, dayOf(tx.now));
  const supervising = await getInstitution(tx, { id: authorityId });
  // Who is supervised by a city has no county of its own that could number.
  if (numberedBy === 'COUNTY' && institutionLevelOf(supervising) === 'COUNTY')
    return { numberedBy, maker: supervising };
  if (institutionLevelOf(supervising) === 'CITY') return { numberedBy: 'CITY', maker: supervising };
  const above = await findSuperior(tx, supervising);
  if (above && institutionLevelOf(above) === 'CITY') return { numberedBy: 'CITY', maker: above };
  return { numberedBy: 'CITY', maker: await getInstitution(tx, { id: await authorityAt(tx, cityOf(school), '市级') }) };
}

/** The law as it is asked about certificates of a school. */
export const certificateAsking = (
  { law, school, day }: { law: Law; school: Institution; day: CertificateAsking['day'] },
  { stage, outcome }: Pick<WhichCertificates, 'stage' | 'outcome'>,
) => ({ law, school, day, stage, outcome });

/** 转入入学注册: a child of the roll without a record becomes a draft, filled in as far as the roll knows it. */
import { type Actor, asAuditActor, type Services } from '../../../access/index.ts';
import { auditRows } from '../../../audit/record.store.ts';
import { firstGradeOf } from '../../../authorities/index.ts';
import type { Transaction } from '../../../db/transaction.ts';
import { partsOfIdentityNumber, type RawRecord } from '../../../students/index.ts';
import { assessBatch, readIntake } from '../../checking/assess.ts';
import { refuseWithoutRegistrar } from '../../checking/registrar-in-office.ts';
import { entrantRows } from '../../entrants/entrant.store.ts';
import { makeEntrant } from '../../entrants/make-entrant.ts';
import { mendedRecord } from '../../entrants/mend-entrant.ts';
import { setEntrantPhotos } from '../../importing/photos/photo.store.ts';
import type { AdmittedSecret, RollRow } from '../roll/admitted.ts';
import { changeAdmitted } from '../roll/roll.store.ts';
import { rollActRows } from '../roll/roll-acts.store.ts';

/** The number of drafts made. From here on the child goes the way of every new student: checked over the whole node. */
export async function makeDrafts(
  tx: Transaction,
  services: Pick<Services, 'cipher' | 'index' | 'law' | 'newId'>,
  actor: Actor,
  rows: readonly RollRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  await refuseWithoutRegistrar(tx, actor.institution.id);
  const intake = await readIntake(tx, services, actor.institution.id);
  const ids = rows.map(() => services.newId());
  const filled = rows.map((row, at) => ({
    id: ids[at]!,
    raw: mendedRecord({}, filledFrom(services, row, firstGradeOf(row.stage, intake.school.years))),
  }));
  const making = { school: intake.school, importId: null, rowNo: null, madeBy: actor.accountId, madeAt: tx.now };
  const entrants = (await assessBatch(tx, services, intake, filled)).map((one) => makeEntrant(services, one, making));
  await tx.together(
    entrantRows(entrants),
    rollActRows(
      tx,
      services,
      actor,
      rows.map((of) => ({ of, act: { act: 'DRAFT' } })),
    ),
    auditRows(
      tx,
      asAuditActor(actor),
      entrants.map(({ id, path }) => ({ action: 'PUT_FORWARD_ENTRANT', subjectKind: 'ENTRANT', subjectId: id, path })),
    ),
  );
  for (const [at, row] of rows.entries()) await changeAdmitted(tx, [row.id], { entrantId: ids[at]! });
  const photos = rows.flatMap(({ photoId }, at) => (photoId ? [{ entrantId: ids[at]!, photoId }] : []));
  await setEntrantPhotos(tx, photos);
  return entrants.length;
}

function filledFrom({ cipher }: Pick<Services, 'cipher'>, row: RollRow, grade: number): RawRecord {
  const { identityNumber, phone } = cipher.open('admission_roll', row.id, row.sealed) as AdmittedSecret;
  const parts = identityNumber ? partsOfIdentityNumber(identityNumber) : undefined;
  return {
    name: row.name,
    grade: String(grade),
    classGroup: '待分班',
    ...(identityNumber ? { identityType: TYPES[parts?.kind ?? 'RESIDENT'], identityNumber } : {}),
    ...(parts ? { gender: parts.gender === '1' ? '男' : '女', ...(parts.bornOn ? { bornOn: parts.bornOn } : {}) } : {}),
    ...(row.householdArea ? { householdPlace: row.householdArea } : {}),
    ...(phone ? { phone, 'guardians.0.phone': phone } : {}),
  };
}

/** 身份证件类型 as the form reads it. */
const TYPES = {
  RESIDENT: '居民身份证',
  HONG_KONG: '港澳居民居住证',
  MACAO: '港澳居民居住证',
  TAIWAN: '台湾居民居住证',
  FOREIGN_RESIDENT: '外国人永久居留身份证',
} as const;
